#pragma once

#include "server/store/writer.hpp"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <list>
#include <mutex>
#include <optional>
#include <unordered_map>

namespace clerk::server::store {

/// Jobs that wait, handed out by turns of their connections, so that one that sends many can't starve the others.
class JobQueue {
 public:
  explicit JobQueue(std::size_t capacity) : capacity_{capacity} {}

  /// False when full or closed.
  [[nodiscard]] bool push(Job job);
  [[nodiscard]] std::optional<Job> pop();
  [[nodiscard]] std::size_t size() const;

  /// Takes no more; what waits can still be popped.
  void close();

  enum class Wake { jobs, nothing, closed };
  /// Waits for a job. `closed`: there is none and none will come.
  [[nodiscard]] Wake wait();
  /// The same, but gives up: `nothing`.
  [[nodiscard]] Wake wait_for(std::chrono::milliseconds patience);
  /// Ends the wait there is, or the next one, without a job: `nothing`.
  void wake();

 private:
  [[nodiscard]] bool is_over() const noexcept { return closed_ || woken_ || size_ > 0; }
  [[nodiscard]] Wake end_wait() noexcept;

  const std::size_t capacity_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::unordered_map<std::uint64_t, std::list<Job>> by_connection_{};
  std::deque<std::uint64_t> turns_{};  ///< each connection that has jobs, once
  std::size_t size_{};
  bool closed_{};
  bool woken_{};
};

}  // namespace clerk::server::store
