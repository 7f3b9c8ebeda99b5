#pragma once

#include "server/store/page.hpp"
#include "server/store/table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::store {

struct ListIdentifierRow {
  std::string id{};
  std::string instance_id{};
  std::string identifier{};  ///< folded
  std::string identifier_type{};
  std::string invitation_id{};  ///< empty when there is none
  std::int64_t created_at{};
  std::int64_t updated_at{};
};

/// The entries of the allowlist or of the blocklist.
class ListIdentifiers : private Table {
 public:
  enum class List { allowlist, blocklist };

  ListIdentifiers(Transaction& transaction, List list) noexcept;

  /// False, and nothing is done, when the list has the identifier already.
  [[nodiscard]] bool insert(const ListIdentifierRow& row);
  [[nodiscard]] std::optional<ListIdentifierRow> find(std::string_view instance_id, std::string_view id);
  void remove(std::string_view instance_id, std::string_view id);

  /// The newest first.
  [[nodiscard]] std::vector<ListIdentifierRow> page(std::string_view instance_id, const Page& page);
  /// All of them, the newest first.
  [[nodiscard]] std::vector<ListIdentifierRow> all(std::string_view instance_id);
  [[nodiscard]] std::int64_t count(std::string_view instance_id);
  [[nodiscard]] bool contains(std::string_view instance_id, std::string_view identifier);

 private:
  std::string_view list_;
};

}  // namespace clerk::server::store
