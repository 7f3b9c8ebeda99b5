#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace clerk::sdk {

/// The wait a Retry-After header asks for: whole seconds, or an HTTP date seen from `now`; a date in the past is zero.
/// Nothing when the value is neither. Waits are cut at a week, so that no arithmetic with them overflows.
[[nodiscard]] std::optional<std::chrono::milliseconds> parse_retry_after(std::string_view value,
                                                                         std::chrono::system_clock::time_point now);

}  // namespace clerk::sdk
