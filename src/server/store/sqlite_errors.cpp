#include "server/store/sqlite_errors.hpp"

#include <sqlite3.h>

namespace clerk::server::store {

namespace {

/// Messages of these codes name tables and columns; others may quote what was bound.
bool names_columns_only(int extended_code) {
  return extended_code == SQLITE_CONSTRAINT_UNIQUE || extended_code == SQLITE_CONSTRAINT_PRIMARYKEY ||
         extended_code == SQLITE_CONSTRAINT_NOTNULL;
}

}  // namespace

bool is_passing(StoreError::Kind kind) noexcept {
  using enum StoreError::Kind;
  return kind == busy || kind == full || kind == io || kind == read_only;
}

std::string_view to_string(StoreError::Kind kind) noexcept {
  switch (kind) {
    case StoreError::Kind::constraint:
      return "constraint";
    case StoreError::Kind::busy:
      return "busy";
    case StoreError::Kind::full:
      return "disk full";
    case StoreError::Kind::io:
      return "I/O";
    case StoreError::Kind::read_only:
      return "read-only";
    case StoreError::Kind::corrupt:
      return "damaged";
    case StoreError::Kind::bad_text:
      return "bad text";
    case StoreError::Kind::stale_version:
      return "stale version";
    case StoreError::Kind::other:
      break;
  }
  return "other";
}

StoreError::Kind kind_of_sqlite(int extended_code) noexcept {
  constexpr int primary_mask = 0xff;
  switch (extended_code & primary_mask) {
    case SQLITE_CONSTRAINT:
      return StoreError::Kind::constraint;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return StoreError::Kind::busy;
    case SQLITE_FULL:
      return StoreError::Kind::full;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return StoreError::Kind::io;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return StoreError::Kind::read_only;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return StoreError::Kind::corrupt;
    default:
      return StoreError::Kind::other;
  }
}

StoreError sqlite_error(int extended_code, std::string_view message) {
  const StoreError::Kind kind = kind_of_sqlite(extended_code);
  std::string text{to_string(kind)};
  text += ": ";
  text += names_columns_only(extended_code) && !message.empty() ? message : sqlite3_errstr(extended_code);
  text += " (SQLite " + std::to_string(extended_code) + ")";
  return StoreError{kind, text};
}

StoreUnavailable unavailable(const std::string& file, const StoreError& error) {
  const std::string what = error.what();
  switch (error.kind()) {
    case StoreError::Kind::busy:
      return StoreUnavailable{file + " is locked by another program: " + what + ". Close that program."};
    case StoreError::Kind::full:
      return StoreUnavailable{file + " can't be written: " + what + ". Make room on its disk."};
    case StoreError::Kind::corrupt:
      return StoreUnavailable{file + " is damaged: " + what + ". Put a copy in its place."};
    default:
      return StoreUnavailable{file + " can't be used: " + what + ". Check the file and its disk."};
  }
}

}  // namespace clerk::server::store
