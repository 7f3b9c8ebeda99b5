#pragma once

#include <string>

namespace clerk::server::store {

/// A folder that only this user can read, deleted with all it holds at the end. A lock on a file in it tells whether
/// its owner lives: the system frees it when the process ends, in whatever way.
class TemporaryFolder {
 public:
  /// \throws StoreUnavailable
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  [[nodiscard]] const std::string& path() const noexcept { return path_; }

  /// Deletes the folders of this user's processes that ended without doing so.
  static void remove_abandoned() noexcept;

 private:
  std::string path_{};
  int lock_{-1};
};

}  // namespace clerk::server::store
