#pragma once

#include "server/store/session.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace clerk::server::store {

/// Where the data is kept: `sqlite:FILE`, or `memory:` for a private file that is deleted at the end.
struct StoreLocation {
  std::string file{};  ///< empty for `memory:`

  /// \throws StoreUnavailable for anything else, naming the forms that there are
  [[nodiscard]] static StoreLocation parse(std::string_view text);
  [[nodiscard]] bool is_memory() const noexcept { return file.empty(); }
};

/// One SQLite database, owned by this process alone as long as the object lives, brought to the current schema.
class Database {
 public:
  /// Opens the file, making it when missing.
  /// \throws StoreUnavailable when another process owns it, it is no database of ours, or its schema is newer
  explicit Database(const StoreLocation& location);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  /// A connection of its own, for one thread at a time.
  [[nodiscard]] std::unique_ptr<Session> open_session() const;

  [[nodiscard]] const std::string& file() const noexcept;
  [[nodiscard]] bool is_memory() const noexcept;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace clerk::server::store
