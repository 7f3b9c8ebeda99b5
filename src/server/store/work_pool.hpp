#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace clerk::server::store {

struct WorkPoolOptions {
  std::size_t threads{1};
  std::size_t max_waiting{1024};
  int niceness{0};  ///< above the process's own: what may wait for everything else
};

/// A few threads for work that would hold up an event loop.
class WorkPool {
 public:
  explicit WorkPool(WorkPoolOptions options);
  WorkPool(const WorkPool&) = delete;
  WorkPool& operator=(const WorkPool&) = delete;
  ~WorkPool();  ///< stops

  /// False when as much waits as may, or the pool has stopped: the work is not taken. It must not throw.
  [[nodiscard]] bool submit(std::function<void()> work);

  /// Finishes what was taken, then ends the threads. More than once does nothing.
  void stop();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace clerk::server::store
