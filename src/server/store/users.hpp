#pragma once

#include "server/store/page.hpp"
#include "server/store/table.hpp"
#include "server/store/user_document.hpp"
#include "server/store/user_search.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::store {

struct UserRow {
  std::string id{};
  std::string instance_id{};
  std::string external_id{};  ///< empty when there is none
  bool banned{};
  std::int64_t locked_until{};  ///< Unix milliseconds; 0 when not locked
  std::int64_t created_at{};
  std::int64_t updated_at{};
  std::int64_t last_active_at{};   ///< 0: never
  std::int64_t last_sign_in_at{};  ///< 0: never
  UserKeys keys{};
  UserDocument document{};
};

class Users : private Table {
 public:
  explicit Users(Transaction& transaction) noexcept : Table{transaction} {}

  /// False, and nothing is done, when another user of the instance has the external id.
  [[nodiscard]] bool insert(const UserRow& row);
  [[nodiscard]] bool update(const UserRow& row);
  void remove(std::string_view instance_id, std::string_view id);

  [[nodiscard]] std::optional<UserRow> find(std::string_view instance_id, std::string_view id);
  /// At most 500, in no order.
  [[nodiscard]] std::vector<UserRow> of_ids(const std::vector<std::string>& ids);
  [[nodiscard]] std::vector<UserRow> page(std::string_view instance_id, const UserSearch& search,
                                          const UserOrder& order, const Page& page);
  [[nodiscard]] std::int64_t count(std::string_view instance_id, const UserSearch& search);
};

}  // namespace clerk::server::store
