#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace clerk::server::store {

/// A mutex that serves in the order of asking: a busy writer takes it again and again, and would starve who waits for
/// an ordinary one.
class TurnLock {
 public:
  void lock() {
    std::unique_lock guard{mutex_};
    const std::uint64_t mine = next_++;
    changed_.wait(guard, [&] { return serving_ == mine; });
  }

  void unlock() {
    {
      const std::lock_guard guard{mutex_};
      ++serving_;
    }
    changed_.notify_all();
  }

 private:
  std::mutex mutex_{};
  std::condition_variable changed_{};
  std::uint64_t next_{};
  std::uint64_t serving_{};
};

}  // namespace clerk::server::store
