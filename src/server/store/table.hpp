#pragma once

#include "server/store/session.hpp"
#include "server/store/transaction.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace clerk::server::store {

/// What the parts of a transaction that stand in files of their own have in common: the way to its session.
class Table {
 protected:
  explicit Table(Transaction& transaction) noexcept : transaction_{transaction} {}

  [[nodiscard]] Session& session() { return transaction_.session(); }
  [[nodiscard]] Transaction& transaction() noexcept { return transaction_; }

 private:
  Transaction& transaction_;
};

/// Columns of a row that was read, and values for one that is asked for.
[[nodiscard]] inline std::string text_at(Row& row, std::size_t column) {
  return std::move(std::get<std::string>(row.at(column)));
}
[[nodiscard]] inline std::int64_t integer_at(const Row& row, std::size_t column) {
  return std::get<std::int64_t>(row.at(column));
}
[[nodiscard]] inline std::string text(std::string_view view) { return std::string{view}; }

}  // namespace clerk::server::store
