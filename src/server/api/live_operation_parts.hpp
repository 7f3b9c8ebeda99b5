#pragma once

#include "server/api/live_operation.hpp"

#include <cstddef>
#include <vector>

namespace clerk::server::api::live {

/// The operations of the registry are made live in so many files, by CMakeLists.txt: compiling them all in one takes
/// minutes.
inline constexpr std::size_t part_count = CLERK_LIVE_PARTS;

template <std::size_t part>
[[nodiscard]] std::vector<LiveOperation> operations_of_part();

}  // namespace clerk::server::api::live
