#include "server/api/live_operation.hpp"

#include "server/api/live_operation_parts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace clerk::server::api {

std::vector<LiveOperation> live_operations() {
  std::vector<LiveOperation> all;
  [&]<std::size_t... parts>(std::index_sequence<parts...>) {
    const auto add = [&](std::vector<LiveOperation> some) { std::ranges::move(some, std::back_inserter(all)); };
    (add(live::operations_of_part<parts>()), ...);
  }
  (std::make_index_sequence<live::part_count>{});
  return all;
}

}  // namespace clerk::server::api
