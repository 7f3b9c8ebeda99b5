#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl {

/// Of the names, those that a typing error may have meant, nearest first, at most three; none when none is near.
[[nodiscard]] std::vector<std::string> nearest_names(std::string_view typed, std::span<const std::string_view> names);

/// ` (did you mean a, b or c?)`, or empty.
[[nodiscard]] std::string did_you_mean(std::string_view typed, std::span<const std::string_view> names);

}  // namespace clerk::ctl
