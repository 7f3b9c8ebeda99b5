#include "server/store/session.hpp"

#include "server/store/kept_statement.hpp"
#include "server/store/soci_native.hpp"
#include "server/store/sqlite_errors.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <system_error>
#include <unordered_map>

namespace clerk::server::store {

namespace {

// A local program that holds the file is waited for this long; longer would hold up everything behind the writer.
constexpr int busy_timeout_ms = 2'000;
// Searches have many forms: what is kept must not grow with them.
constexpr std::size_t most_kept = 256;
constexpr std::string_view journal_size_limit = "PRAGMA journal_size_limit = 67108864";

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};

std::string connect_text(const std::string& file) {
  // SOCI reads words of the form key=value and has no escape for the quote.
  if (file.find('"') != std::string::npos) {
    throw StoreUnavailable{"The name of a database file can't hold a quote: " + file};
  }
  std::error_code error;
  const auto path = std::filesystem::absolute(file, error);
  return "db=\"" + (error ? file : path.string()) + "\"";
}

}  // namespace

class Session::Impl {
 public:
  Impl(const std::string& file, Access access) {
    const bool had_log = std::filesystem::exists(file + "-wal");
    try {
      connection_.open(*soci::factory_sqlite3(), connect_text(file));
    } catch (const soci::sqlite3_soci_error& error) {
      throw StoreUnavailable{file + " can't be opened: " + sqlite_error(error.result(), {}).what()};
    } catch (const soci::soci_error&) {
      throw StoreUnavailable{file + " can't be opened."};
    }
    sqlite_api::sqlite3_extended_result_codes(handle(), 1);
    sqlite_api::sqlite3_busy_timeout(handle(), busy_timeout_ms);
    // The last connection to close would otherwise move a log that is not ours into the file.
    if (access == Access::look && had_log) {
      sqlite_api::sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    }
  }

  [[nodiscard]] sqlite_api::sqlite3* handle() const noexcept { return native_of(connection_); }

  std::vector<Row> run(std::string_view sql, const std::vector<Parameter>& parameters, std::size_t max_rows) {
    for (const Parameter& parameter : parameters) check_text(parameter);
    changed_rows_ = 0;
    const auto changes_before = sqlite_api::sqlite3_total_changes64(handle());
    const AllReset reset{handle()};
    try {
      KeptStatement& statement = keep(sql, parameters);
      std::vector<Row> rows;
      for (bool got = statement.start(parameters); got; got = statement.step()) {
        if (rows.size() == max_rows) break;
        rows.push_back(statement.row());
      }
      // SQLite keeps the number of an earlier statement when this one is no change at all, as BEGIN is.
      const bool changed = sqlite_api::sqlite3_total_changes64(handle()) != changes_before;
      if (changed) changed_rows_ = sqlite_api::sqlite3_changes64(handle());
      return rows;
    } catch (const soci::sqlite3_soci_error& error) {
      throw translate(error.result());
    } catch (const soci::soci_error&) {
      // SOCI's own mistakes carry no code, and their texts hold what was bound.
      throw StoreError{StoreError::Kind::other, "other: the database library refused a statement"};
    }
  }

  [[nodiscard]] std::int64_t changed_rows() const noexcept { return changed_rows_; }

 private:
  /// Ends what is still open when it goes, an error's statement too: it would read old values for ever and make COMMIT
  /// fail.
  class AllReset {
   public:
    explicit AllReset(sqlite_api::sqlite3* handle) noexcept : handle_{handle} {}
    AllReset(const AllReset&) = delete;
    AllReset& operator=(const AllReset&) = delete;
    ~AllReset() {
      for (auto* statement = sqlite_api::sqlite3_next_stmt(handle_, nullptr); statement != nullptr;
           statement = sqlite_api::sqlite3_next_stmt(handle_, statement)) {
        if (sqlite_api::sqlite3_stmt_busy(statement) != 0) sqlite_api::sqlite3_reset(statement);
      }
    }

   private:
    sqlite_api::sqlite3* handle_;
  };

  KeptStatement& keep(std::string_view sql, const std::vector<Parameter>& parameters) {
    auto found = kept_.find(sql);
    if (found != kept_.end() && found->second.fits(parameters)) return found->second;
    if (found != kept_.end()) kept_.erase(found);
    if (kept_.size() >= most_kept) kept_.clear();
    found = kept_.try_emplace(std::string{sql}, connection_).first;
    try {
      found->second.prepare(sql, parameters);
    } catch (...) {
      kept_.erase(found);
      throw;
    }
    return found->second;
  }

  /// SOCI's exception may carry the primary code only.
  [[nodiscard]] StoreError translate(int code) const {
    constexpr int primary_mask = 0xff;
    const int extended = sqlite_api::sqlite3_extended_errcode(handle());
    const bool same = (extended & primary_mask) == (code & primary_mask);
    return sqlite_error(same ? extended : code, same ? sqlite_api::sqlite3_errmsg(handle()) : "");
  }

  // Mutable because SOCI has no const way to its own connection.
  mutable soci::session connection_{};
  std::unordered_map<std::string, KeptStatement, TextHash, std::equal_to<>> kept_{};
  std::int64_t changed_rows_{};
};

Session::Session(const std::string& file, Durability durability, Access access)
    : impl_{std::make_unique<Impl>(file, access)} {
  try {
    if (access == Access::look) {
      execute("PRAGMA query_only = ON");
      return;
    }
    const auto mode = query("PRAGMA journal_mode = WAL");
    if (mode.empty() || mode.front() != Row{Value{std::string{"wal"}}}) {
      throw StoreUnavailable{"The file system of " + file + " can't hold a write-ahead log. Keep it on a local disk."};
    }
    execute(durability == Durability::full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF");
    execute("PRAGMA foreign_keys = ON");
    // Checkpoints have a thread of their own: whoever commits must not pay for one.
    execute("PRAGMA wal_autocheckpoint = 0");
    execute(journal_size_limit);
  } catch (const StoreError& error) {
    throw StoreUnavailable{file + " can't be used: " + error.what()};
  }
}

Session::~Session() = default;

void Session::execute(std::string_view sql, const std::vector<Parameter>& parameters) {
  impl_->run(sql, parameters, 0);
}

std::vector<Row> Session::query(std::string_view sql, const std::vector<Parameter>& parameters, std::size_t max_rows) {
  return impl_->run(sql, parameters, max_rows);
}

void Session::begin_read() { execute("BEGIN"); }
void Session::begin_write() { execute("BEGIN IMMEDIATE"); }
void Session::commit() { execute("COMMIT"); }

void Session::rollback() noexcept {
  if (!in_transaction()) return;
  try {
    execute("ROLLBACK");
  } catch (const std::exception&) {
    // SQLite rolls back even when it reports an error; whoever needs to be sure asks in_transaction().
  }
}

void Session::savepoint() { execute("SAVEPOINT member"); }
void Session::release_savepoint() { execute("RELEASE SAVEPOINT member"); }

void Session::undo_savepoint() {
  execute("ROLLBACK TO SAVEPOINT member");
  release_savepoint();
}

bool Session::in_transaction() const noexcept { return sqlite_api::sqlite3_get_autocommit(impl_->handle()) == 0; }

std::int64_t Session::changed_rows() const noexcept { return impl_->changed_rows(); }

// SOCI declares the same C type in a namespace of its own.
sqlite3* Session::native() const noexcept { return reinterpret_cast<::sqlite3*>(impl_->handle()); }

}  // namespace clerk::server::store
