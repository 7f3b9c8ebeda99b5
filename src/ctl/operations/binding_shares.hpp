#pragma once

#include "ctl/operations/bindings.hpp"

#include <cstddef>
#include <vector>

namespace clerk::ctl::operations {

inline constexpr std::size_t binding_shares = 4;

/// The bindings of every fourth operation, beginning with the one of that number. Each is defined in a file of its own.
template <std::size_t Share>
[[nodiscard]] std::vector<Binding> share_of_bindings();

}  // namespace clerk::ctl::operations
