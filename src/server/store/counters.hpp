#pragma once

#include "server/store/table.hpp"

#include <cstdint>
#include <string_view>

namespace clerk::server::store {

/// Numbers of rows, kept in the transaction that changes them: counting a million takes too long (store 5.3).
class Counters : private Table {
 public:
  explicit Counters(Transaction& transaction) noexcept : Table{transaction} {}

  [[nodiscard]] std::int64_t value(std::string_view instance_id, std::string_view name);
  void add(std::string_view instance_id, std::string_view name, std::int64_t change);
};

}  // namespace clerk::server::store
