#pragma once

#include <string>

namespace clerk::testing {

/// Runs SQL on a database file as any program might, and leaves its log as it is.
/// \return the first value of the last row, as text; a failure of the test when SQLite reports an error
std::string run_sql(const std::string& file, const std::string& sql);

/// What `PRAGMA integrity_check` says of a copy of the file and its log: "ok" when they are whole.
[[nodiscard]] std::string integrity_of(const std::string& file);

}  // namespace clerk::testing
