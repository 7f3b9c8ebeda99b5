#pragma once

#include "retry_simulation/figures.hpp"

#include <string>
#include <vector>

namespace clerk::simulation {

/// An SVG: each policy's load at the server over time, and below the calls that have succeeded.
[[nodiscard]] std::string chart_of(const World& world, const std::vector<Trial>& trials);

}  // namespace clerk::simulation
