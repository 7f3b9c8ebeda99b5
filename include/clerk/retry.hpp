#pragma once

#include <chrono>

namespace clerk {

/// How often and after which waits a call is sent again. What may be sent again at all is not set here but known from
/// what happened: a request that never went out and one that was refused (429, or 503 with Retry-After) may; one that
/// got another 5xx or no answer only if it reads.
struct RetryPolicy {
  int max_attempts{4};                     ///< 1 switches retries off
  std::chrono::milliseconds initial{500};  ///< first wait, before jitter
  double factor{1.5};                      ///< growth from one wait to the next
  std::chrono::milliseconds cap{60'000};   ///< longest wait of the back-off; a Retry-After comes on top
  bool replay_idempotent{false};           ///< also send again idempotent writes whose outcome is not known

  /// Each call is sent once.
  [[nodiscard]] static constexpr RetryPolicy none() noexcept { return {.max_attempts = 1}; }

  friend bool operator==(const RetryPolicy&, const RetryPolicy&) = default;
};

/// Limits in time; zero means none.
struct Timeouts {
  std::chrono::milliseconds connect{10'000};  ///< name look-up, connection and TLS
  std::chrono::milliseconds attempt{30'000};  ///< one request and its answer
  std::chrono::milliseconds total{120'000};   ///< the whole call with its waits

  friend bool operator==(const Timeouts&, const Timeouts&) = default;
};

}  // namespace clerk
