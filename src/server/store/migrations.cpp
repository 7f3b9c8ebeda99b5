#include "server/store/migrations.hpp"

#include "server/store/schema.hpp"
#include "server/store/session.hpp"
#include "server/store/sqlite_errors.hpp"

#include <filesystem>
#include <string_view>
#include <system_error>

namespace clerk::server::store {

namespace {

/// "CLKD", by which a file is told from another program's.
constexpr std::int64_t application_id = 0x434c4b44;
constexpr std::string_view name_another = " Name another file with --store sqlite:FILE; this one was left as it is.";

// Read in full only when that takes no time: a start must not grow with the data.
constexpr std::int64_t whole_check_bytes = std::int64_t{1024} * 1024;

std::int64_t number(Session& session, std::string_view sql) {
  const auto rows = session.query(sql);
  const auto* value = rows.empty() || rows.front().empty() ? nullptr : std::get_if<std::int64_t>(&rows.front().front());
  if (value == nullptr) throw StoreError{StoreError::Kind::corrupt, "damaged: the file holds no schema version"};
  return *value;
}

void check_pages(Session& session) {
  if (number(session, "PRAGMA page_count") * number(session, "PRAGMA page_size") > whole_check_bytes) return;
  const auto rows = session.query("PRAGMA quick_check(1)");
  if (rows.empty() || rows.front() != Row{Value{std::string{"ok"}}}) {
    throw StoreError{StoreError::Kind::corrupt, "damaged: its pages don't fit together"};
  }
}

/// SQLite takes a file of a few bytes for an empty one, and what is missing of the last page for zeros. With a log
/// there may be a part of a page at the end, which the log holds whole.
void check_size(Session& session, const std::string& file) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  const std::uintmax_t log = std::filesystem::file_size(file + "-wal", error);
  if (!error && log > 0) return;
  if (size % static_cast<std::uintmax_t>(number(session, "PRAGMA page_size")) != 0) {
    throw StoreError{StoreError::Kind::corrupt, "damaged: its end is cut off"};
  }
}

std::int64_t read_schema(Session& session, const std::string& file) {
  const std::int64_t application = number(session, "PRAGMA application_id");
  const bool empty = number(session, "SELECT count(*) FROM sqlite_master") == 0;
  if (application != application_id && !(empty && application == 0)) {
    throw StoreUnavailable{file + " holds the data of another program." + std::string{name_another}};
  }
  check_size(session, file);
  if (empty) return 0;
  check_pages(session);
  return number(session, "SELECT version FROM schema_version");
}

void take_step(Session& session, std::int64_t from) {
  session.begin_write();
  try {
    // Inside the transaction, so that no file is left that has one without the other.
    if (from == 0) session.execute("PRAGMA application_id = " + std::to_string(application_id));
    for (const auto sql : schema_steps().at(static_cast<std::size_t>(from))) session.execute(sql);
    session.execute("UPDATE schema_version SET version = :version", {{"version", from + 1}});
    session.commit();
  } catch (const StoreError&) {
    session.rollback();
    throw;
  }
}

}  // namespace

std::int64_t known_schema() noexcept { return static_cast<std::int64_t>(schema_steps().size()); }

std::int64_t schema_of(Session& session, const std::string& file) {
  std::int64_t schema = 0;
  try {
    schema = read_schema(session, file);
  } catch (const StoreError& error) {
    if (error.kind() == StoreError::Kind::corrupt || error.kind() == StoreError::Kind::other) {
      throw StoreUnavailable{file + " is damaged or no database of clerkd: " + error.what() +
                             ". Put a copy in its place." + std::string{name_another}};
    }
    throw unavailable(file, error);
  }
  if (schema > known_schema()) {
    throw StoreUnavailable{file + " was written by a newer clerkd (schema " + std::to_string(schema) +
                           ", this one knows " + std::to_string(known_schema()) + "). Start that clerkd." +
                           std::string{name_another}};
  }
  return schema;
}

void migrate(Session& session, std::int64_t from) {
  for (; from < known_schema(); ++from) take_step(session, from);
}

}  // namespace clerk::server::store
