#pragma once

#include <chrono>
#include <functional>

namespace clerk::sdk {

/// Where time and chance come from; tests bring their own.
struct Timing {
  std::function<std::chrono::steady_clock::time_point()> now{std::chrono::steady_clock::now};
  std::function<std::chrono::system_clock::time_point()> wall{std::chrono::system_clock::now};
  std::function<double()> random{};                       ///< from 0 up to, not including, 1
  std::function<void(std::chrono::milliseconds)> wait{};  ///< blocks the thread

  /// The real ones.
  [[nodiscard]] static Timing real();
};

}  // namespace clerk::sdk
