#pragma once

#include <string>

namespace clerk::server::store {

/// Ownership of a database file, by a lock on `FILE.lock` beside it. The system frees it when the process ends, in
/// whatever way. The lock's file stays: to delete it would let two processes lock two files of one name.
class SqliteOwnerLock {
 public:
  /// \throws StoreUnavailable when another process owns the file, or the lock's file can't be made
  explicit SqliteOwnerLock(const std::string& file);
  SqliteOwnerLock(const SqliteOwnerLock&) = delete;
  SqliteOwnerLock& operator=(const SqliteOwnerLock&) = delete;
  ~SqliteOwnerLock();

 private:
  int descriptor_{-1};
};

}  // namespace clerk::server::store
