#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace clerk::ctl {

/// Text from outside made safe for a terminal: control characters, marks that turn the direction of writing, and bytes
/// that are no UTF-8 are written as escapes such as `\n`, `\u001b` and `\xff`.
[[nodiscard]] std::string harmless(std::string_view text);

/// The same, with line breaks and tabs as they are.
[[nodiscard]] std::string harmless_lines(std::string_view text);

/// The text in double quotes, as JSON and YAML both read it. What `harmless` escapes is escaped.
[[nodiscard]] std::string quoted(std::string_view text);

/// How many columns of a terminal the text takes: wide characters take two, combining ones none.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text, or as much of it as fits into so many columns with `…` at its end.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t columns);

}  // namespace clerk::ctl
