#pragma once

#include "server/rules/email_address.hpp"

#include <clerk/contract/ordering.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace clerk::server::rules {

/// A page of a list of which an instance has few: roles, permissions, role sets. All have a name, a key and times.
/// The query asks for an id, or for a part of the name or the key, whatever the case.
template <class Answer, class Item, class Query>
[[nodiscard]] Answer page_of_few(std::vector<Item> items, const Query& query) {
  const std::string part = fold(query.query.value_or(""));
  std::erase_if(items, [&](const Item& item) {
    const bool is_named = fold(item.name).find(part) != std::string::npos || item.key.find(part) != std::string::npos;
    return !is_named && fold(item.id) != part;
  });
  const std::string wish = query.order_by.value_or("-created_at");
  const OrderBy order = read_order_by(wish);
  const auto place = [&](const Item& item) {
    const std::string& text = order.name == "key" ? item.key : item.name;
    return order.name == "created_at" ? std::tuple{item.created_at, std::string{}, item.id}
                                      : std::tuple{std::int64_t{}, fold(text), item.id};
  };
  std::ranges::sort(items, [&](const Item& a, const Item& b) {
    return order.descending ? place(b) < place(a) : place(a) < place(b);
  });
  Answer answer{.total_count = static_cast<std::int64_t>(items.size())};
  const auto first = static_cast<std::size_t>(std::min<std::int64_t>(*query.offset, answer.total_count));
  const auto last = static_cast<std::size_t>(std::min<std::int64_t>(*query.offset + *query.limit, answer.total_count));
  for (std::size_t i = first; i < last; ++i) answer.data.push_back(std::move(items[i]));
  return answer;
}

}  // namespace clerk::server::rules
