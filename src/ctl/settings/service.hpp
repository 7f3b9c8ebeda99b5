#pragma once

#include "ctl/failure.hpp"
#include "ctl/settings/groups.hpp"

#include <clerk/api_client.hpp>

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <vector>

namespace clerk::ctl::settings {

/// What a group was answered to hold.
struct GroupAnswer {
  boost::json::object fields{};
  bool by_empty_patch{false};  ///< and not by a read route
};

struct RoleName {
  std::string id{};
  std::string key{};

  friend bool operator==(const RoleName&, const RoleName&) = default;
};

/// The instance, as far as plan and apply need it. Tests have one of their own.
class Service {
 public:
  Service() = default;
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;
  virtual ~Service() = default;

  /// \pre the group can be read
  [[nodiscard]] virtual Result<GroupAnswer> read(const Group& group) = 0;
  /// Sends the fields, and answers with the group's state after it where the API does.
  [[nodiscard]] virtual Result<PatchAnswer> write(const Group& group, const boost::json::object& fields) = 0;
  [[nodiscard]] virtual Result<std::vector<RoleName>> roles() = 0;
};

/// The instance that the client's key belongs to.
class ApiService final : public Service {
 public:
  explicit ApiService(ApiClient api_client) : api_client_{std::move(api_client)} {}

  [[nodiscard]] Result<GroupAnswer> read(const Group& group) override;
  [[nodiscard]] Result<PatchAnswer> write(const Group& group, const boost::json::object& fields) override;
  [[nodiscard]] Result<std::vector<RoleName>> roles() override;

 private:
  [[nodiscard]] Result<GroupAnswer> read_by_empty_patch(const Group& group) const;

  ApiClient api_client_;
};

/// Whether the server does not have what was asked for at all.
[[nodiscard]] bool is_missing_route(const Error& error);

/// Whether the server has it and does not show it: the instance's plan lacks it, or the key may not see it.
[[nodiscard]] bool is_withheld(const Error& error);

/// Whether a write that failed so may have acted all the same.
[[nodiscard]] bool may_have_acted(const Error& error);

}  // namespace clerk::ctl::settings
