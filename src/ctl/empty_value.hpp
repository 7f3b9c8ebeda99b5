#pragma once

#include <string>

namespace clerk::ctl {

// Checks of the parser. Taken for a flag that was not given, an unset variable of a script would send calls elsewhere,
// or save nothing and say that all is done.

inline std::string fault_of_empty(const std::string& text) {
  return text.empty() ? "the value is empty: give one, or leave the flag out" : "";
}

/// The same of an argument, which has no flag.
inline std::string fault_of_empty_argument(const std::string& text) {
  return text.empty() ? "the value is empty: give one" : "";
}

}  // namespace clerk::ctl
