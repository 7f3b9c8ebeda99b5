#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace clerk::server::rules {

/// The Unix time in milliseconds of an RFC 3339 text such as `2012-10-20T07:15:20.902Z`; nothing if it is none or the
/// day does not exist.
[[nodiscard]] std::optional<std::int64_t> read_date_time(std::string_view text);

}  // namespace clerk::server::rules
