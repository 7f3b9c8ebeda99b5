#pragma once

#include <cstddef>
#include <string_view>

namespace clerk::server::rules {

/// Gives each line that holds an entry, without blanks around it, and its number from 1. `#` begins a comment.
void for_each_entry(std::string_view text, auto&& take) {
  constexpr std::string_view blanks = " \t\r";
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = text.find('\n');
    std::string_view entry = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    entry = entry.substr(0, entry.find('#'));
    const std::size_t first = entry.find_first_not_of(blanks);
    if (first == std::string_view::npos) continue;
    take(entry.substr(first, entry.find_last_not_of(blanks) - first + 1), line);
  }
}

}  // namespace clerk::server::rules
