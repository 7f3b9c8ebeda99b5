#pragma once

#include "server/store/table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::store {

struct RoleRow {
  std::string id{};
  std::string instance_id{};
  std::string key{};
  std::string name{};
  std::string description{};
  std::string permissions{};  ///< JSON array of keys
  std::int64_t created_at{};
  std::int64_t updated_at{};
};

/// What members of organizations may be.
class Roles : private Table {
 public:
  explicit Roles(Transaction& transaction) noexcept : Table{transaction} {}

  /// False, and nothing is done, when another role of the instance has the key.
  [[nodiscard]] bool insert(const RoleRow& row);
  [[nodiscard]] bool update(const RoleRow& row);
  void remove(std::string_view instance_id, std::string_view id);

  [[nodiscard]] std::optional<RoleRow> find(std::string_view instance_id, std::string_view id);
  [[nodiscard]] std::optional<RoleRow> find_by_key(std::string_view instance_id, std::string_view key);
  /// All of them, the oldest first: an instance has few.
  [[nodiscard]] std::vector<RoleRow> list(std::string_view instance_id);
};

}  // namespace clerk::server::store
