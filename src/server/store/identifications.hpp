#pragma once

#include "server/store/table.hpp"
#include "server/store/user_document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::store {

/// Something by which a user can be found: each is had by one user of an instance.
struct IdentificationRow {
  std::string id{};
  std::string instance_id{};
  std::string user_id{};
  std::string kind{};     ///< `email_address`, `phone_number`, `username`, `web3_wallet`
  std::string folded{};   ///< what is compared
  std::string mailbox{};  ///< that an e-mail address reaches, else empty: several may
  IdentificationDocument document{};
  std::int64_t position{};  ///< among those of the user that were added in the same millisecond
  std::int64_t created_at{};
  std::int64_t updated_at{};
};

class Identifications : private Table {
 public:
  explicit Identifications(Transaction& transaction) noexcept : Table{transaction} {}

  /// False, and nothing is done, when somebody in the instance has it already.
  [[nodiscard]] bool insert(const IdentificationRow& row);
  void update(const IdentificationRow& row);
  void remove(std::string_view id);
  void remove_of_user(std::string_view user_id);

  [[nodiscard]] std::optional<IdentificationRow> find(std::string_view instance_id, std::string_view id);
  [[nodiscard]] std::optional<IdentificationRow> find_by_identifier(std::string_view instance_id, std::string_view kind,
                                                                    std::string_view folded);
  /// Whether an address of a user other than that one reaches the mailbox.
  [[nodiscard]] bool has_mailbox(std::string_view instance_id, std::string_view mailbox,
                                 std::string_view except_user_id);
  /// In the order they were added.
  [[nodiscard]] std::vector<IdentificationRow> of_user(std::string_view user_id);
  /// Those of several users, at most 500, in the order they were added.
  [[nodiscard]] std::vector<IdentificationRow> of_users(const std::vector<std::string>& user_ids);
};

}  // namespace clerk::server::store
