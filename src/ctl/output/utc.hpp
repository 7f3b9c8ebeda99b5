#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace clerk::ctl {

/// A point in time as RFC 3339 has it, in whole seconds of UTC, such as `2026-05-12T07:15:20Z`.
[[nodiscard]] std::string utc_text(std::chrono::system_clock::time_point time);

/// Reads what `utc_text` writes; nothing when it is no such time, or one that the clock can't hold.
[[nodiscard]] std::optional<std::chrono::system_clock::time_point> parse_utc(std::string_view text);

}  // namespace clerk::ctl
