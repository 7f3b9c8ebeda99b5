#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace clerk::ctl {

/// Breaks text between words so that no line is wider, unless a word alone is; each line after the first begins with
/// the indent, which counts. Lines of the text itself stay apart; one that is
/// indented goes on two columns further in. Width is in characters.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent = 0);

/// How many characters of a terminal the UTF-8 text takes, as far as one code point is one.
[[nodiscard]] std::size_t width_of(std::string_view text);

}  // namespace clerk::ctl
