#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clerk::codec {

/// Writes what is no unreserved character as `%XX`, so that the text is one segment of a path or one part of a query.
[[nodiscard]] std::string percent_encoded(std::string_view text);

enum class Plus { is_itself, is_a_space };

/// The text again, or nothing when a `%` has no two hexadecimal digits after it.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text, Plus plus);

}  // namespace clerk::codec
