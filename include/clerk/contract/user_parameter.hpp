#pragma once

#include <clerk/contract/parameters.hpp>

namespace clerk {

/// Lists the parameter `user_id` of an operation's path.
template <class Op>
constexpr void user_id_parameter(auto&& parameter) {
  parameter("user_id", &Op::user_id, {.example = "user_2abc"}, "Id of the user.");
}

}  // namespace clerk
