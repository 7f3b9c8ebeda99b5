#pragma once

#include <string_view>

namespace clerk::server::rules {

/// Stands for the picture of whom or what has none.
inline constexpr std::string_view placeholder_image = "https://www.gravatar.com/avatar?d=mp";

}  // namespace clerk::server::rules
