#pragma once

#include <string>
#include <string_view>

namespace clerk::ctl {

inline constexpr std::string_view development = "development";
inline constexpr std::string_view production = "production";

/// The environment that the key's beginning tells of (facts 6); empty when it is of no form that is known.
[[nodiscard]] std::string_view environment_of_key(std::string_view key);

/// The text with every secret key in it cut down to its kind, `sk_test_…`. A key may get into a message by way of a
/// mistyped line or file.
[[nodiscard]] std::string without_keys(std::string_view text);

}  // namespace clerk::ctl
