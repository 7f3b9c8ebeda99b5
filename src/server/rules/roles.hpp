#pragma once

#include "server/rules/call.hpp"
#include "server/store/roles.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clerk::server::rules {

/// The permissions of a stored role, and how they are stored.
[[nodiscard]] std::vector<std::string> read_permissions(std::string_view text);
[[nodiscard]] std::string write_permissions(std::span<const std::string> keys);

/// What a creator's role lacks, with commas between; empty if it will do. facts 2.5
[[nodiscard]] std::string lacking_for_creator(std::span<const std::string> permissions);

/// The roles `org:admin` and `org:member` of a new instance. facts 6
[[nodiscard]] std::vector<store::RoleRow> first_roles(std::string_view instance_id, std::int64_t now,
                                                      const std::function<std::string(std::string_view)>& make_id);

/// A role of an instance.
struct KnownRole {
  store::RoleRow row{};
  std::vector<std::string> permissions{};

  [[nodiscard]] bool has(std::string_view permission) const;
};

/// The roles of the call's instance, read once.
class RoleBook {
 public:
  RoleBook(const Call& call, store::Transaction& transaction);

  [[nodiscard]] const std::vector<KnownRole>& all() const& noexcept { return roles_; }
  [[nodiscard]] std::vector<KnownRole> all() && noexcept { return std::move(roles_); }
  [[nodiscard]] const KnownRole* find(std::string_view key) const;
  [[nodiscard]] const KnownRole* find_by_id(std::string_view id) const;
  /// The keys of those that have the permission.
  [[nodiscard]] std::vector<std::string> with(std::string_view permission) const;

 private:
  std::vector<KnownRole> roles_;
};

}  // namespace clerk::server::rules
