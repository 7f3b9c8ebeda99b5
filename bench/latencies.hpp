#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

namespace clerk::bench {

using Clock = std::chrono::steady_clock;

/// How long each call took.
class Latencies {
 public:
  explicit Latencies(std::size_t expected) { taken_.reserve(expected); }

  void add(Clock::duration taken) { taken_.push_back(taken); }
  [[nodiscard]] std::size_t size() const noexcept { return taken_.size(); }

  /// Microseconds that this share of the calls, from 0 to 1, took at most.
  [[nodiscard]] double microseconds_at(double share) {
    if (taken_.empty()) return 0;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(taken_.size())));
    const auto place =
        taken_.begin() + static_cast<std::ptrdiff_t>(std::clamp<std::size_t>(rank, 1, taken_.size()) - 1);
    std::nth_element(taken_.begin(), place, taken_.end());
    return std::chrono::duration<double, std::micro>{*place}.count();
  }

 private:
  std::vector<Clock::duration> taken_;
};

}  // namespace clerk::bench
