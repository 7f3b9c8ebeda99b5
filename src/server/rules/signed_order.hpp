#pragma once

#include <string_view>

namespace clerk::server::rules {

/// What a list is ordered by, as `order_by` says it.
struct SignedOrder {
  std::string_view name{};
  bool descending{};
};

/// `-name` is descending; `+name` and `name` are ascending. A `+` that a client did not encode comes as a space.
[[nodiscard]] constexpr SignedOrder signed_order(std::string_view text) {
  const bool descending = text.starts_with('-');
  if (!text.empty() && std::string_view{"+- "}.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  return {.name = text, .descending = descending};
}

}  // namespace clerk::server::rules
