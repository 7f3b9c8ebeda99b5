#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

namespace clerk::server::api {

/// The server's time: the system's, moved by what a test asked for.
class Clock {
 public:
  /// Unix milliseconds.
  [[nodiscard]] std::int64_t now() const { return system_now() + offset_.load(); }
  [[nodiscard]] std::int64_t offset() const { return offset_.load(); }
  void set(std::int64_t now) { offset_.store(now - system_now()); }
  void advance(std::int64_t milliseconds) { offset_.fetch_add(milliseconds); }

 private:
  static std::int64_t system_now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
  }

  std::atomic<std::int64_t> offset_{0};
};

}  // namespace clerk::server::api
