#pragma once

#include "server/store/store_error.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

struct sqlite3;

namespace clerk::server::store {

/// A value of a column: an integer (times and booleans too), a text, or nothing.
using Value = std::variant<std::monostate, std::int64_t, std::string>;
using Row = std::vector<Value>;

/// A parameter, bound by its name; each name stands once in a statement.
struct Parameter {
  std::string name{};
  Value value{};
};

/// One connection and the only code that executes SQL. It keeps prepared statements by their text and resets all that
/// are busy after each one, errors included: SOCI leaves a statement open after its first row, and an open one reads
/// old values for ever and makes COMMIT fail. For one thread at a time.
class Session {
 public:
  enum class Durability { full, none };
  enum class Access {
    use,
    look,  ///< reads only and leaves the file as it is: what it holds is not known yet
  };

  /// \throws StoreUnavailable
  Session(const std::string& file, Durability durability, Access access = Access::use);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session();

  /// Runs one statement. \throws StoreError, also for a NUL or invalid UTF-8 in a bound text
  void execute(std::string_view sql, const std::vector<Parameter>& parameters = {});
  /// Runs a query and copies its rows out, at most `max_rows`.
  [[nodiscard]] std::vector<Row> query(std::string_view sql, const std::vector<Parameter>& parameters = {},
                                       std::size_t max_rows = 500);

  void begin_read();   ///< BEGIN
  void begin_write();  ///< BEGIN IMMEDIATE
  void commit();
  void rollback() noexcept;
  void savepoint();
  void release_savepoint();
  void undo_savepoint();  ///< ROLLBACK TO and RELEASE

  /// Whether a transaction is open: a full disk ends one without being asked.
  [[nodiscard]] bool in_transaction() const noexcept;
  /// Rows that the last statement changed.
  [[nodiscard]] std::int64_t changed_rows() const noexcept;

  /// The connection itself, for what SQL can't say: hooks, checkpoints, backup.
  [[nodiscard]] sqlite3* native() const noexcept;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace clerk::server::store
