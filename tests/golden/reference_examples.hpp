#pragma once

#include <map>
#include <string>

namespace clerk::golden {

/// The programs that docs/reference shows, by the operation that each calls.
[[nodiscard]] const std::map<std::string, int (*)()>& reference_examples();

}  // namespace clerk::golden
