#pragma once

#include <atomic>
#include <functional>
#include <memory>

namespace clerk::server::store {

/// Stands between SQLite and the system as long as it lives: counts the syncs of write-ahead logs and lets calls fail
/// that a disk could let fail. Connections must be opened, and closed, within its life.
class FaultVfs {
 public:
  FaultVfs();
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;
  ~FaultVfs();

  std::atomic<int> log_syncs{};
  std::atomic<bool> fail_log_syncs{};
  std::atomic<bool> fail_log_writes{};
  std::atomic<bool> disk_is_full{};
  std::atomic<bool> fail_opens{};
  /// Runs within each sync of a log that succeeds, before SQLite hears of it. Set while nobody writes.
  std::function<void()> before_sync_returns{};

  struct Methods;

 private:
  std::unique_ptr<Methods> methods_;
};

}  // namespace clerk::server::store
