#pragma once

#include "comparison.hpp"

#include <vector>

namespace clerk::spec {

/// Every point in which the contract is meant to differ from the official description.
[[nodiscard]] const std::vector<Deliberate>& deliberate_differences();

/// Those among them of the resources beside the settings, the allowlist and the blocklist.
[[nodiscard]] const std::vector<Deliberate>& neighbour_differences();

/// Those of organizations and what belongs to them.
[[nodiscard]] const std::vector<Deliberate>& organization_differences();

}  // namespace clerk::spec
