#pragma once

#include <clerk/contract/parameters.hpp>

namespace clerk {

/// Lists the parameter `organization_id` of an operation's path.
template <class Op>
constexpr void organization_id_parameter(auto&& parameter) {
  parameter("organization_id", &Op::organization_id, {.example = "org_2abc"}, "Id of the organization.");
}

}  // namespace clerk
