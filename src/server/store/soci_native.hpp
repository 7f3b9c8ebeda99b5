#pragma once

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace clerk::server::store {

// What SOCI has no call for is asked of SQLite itself. SOCI's library hides the type information of these classes, so
// the sanitizer's check of the casts can't be linked.

[[nodiscard]] __attribute__((no_sanitize("vptr"))) inline sqlite_api::sqlite3* native_of(soci::session& connection) {
  return static_cast<soci::sqlite3_session_backend*>(connection.get_backend())->conn_;
}

[[nodiscard]] __attribute__((no_sanitize("vptr"))) inline sqlite_api::sqlite3_stmt* native_of(
    soci::statement& statement) {
  return static_cast<soci::sqlite3_statement_backend*>(statement.get_backend())->stmt_;
}

}  // namespace clerk::server::store
