#pragma once

#include <string>

namespace clerk::server::store {

/// A folder that only this user can read, deleted with all it holds at the end.
class TemporaryFolder {
 public:
  /// \throws StoreUnavailable
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  std::string path_{};
};

}  // namespace clerk::server::store
