#pragma once

#include <string>
#include <string_view>

namespace clerk::ctl {

/// The text with every secret key in it cut down to its kind, `sk_test_…`. A key may get into a message by way of a
/// mistyped line or file.
[[nodiscard]] std::string without_keys(std::string_view text);

}  // namespace clerk::ctl
