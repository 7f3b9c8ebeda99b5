#pragma once

#include <chrono>
#include <cstddef>
#include <thread>

namespace clerk::concurrency {

/// \name What this process holds
/// \{
[[nodiscard]] std::ptrdiff_t open_descriptors();
[[nodiscard]] std::ptrdiff_t threads();
[[nodiscard]] std::size_t heap_bytes();  ///< allocated and not freed, C libraries' memory too
/// \}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;  ///< calls take many times longer
#else
constexpr bool sanitized = false;
#endif

/// Looks until it holds; false after ten seconds. For what nothing tells of, such as a descriptor that another thread
/// closes.
template <class Condition>
[[nodiscard]] bool comes_true(Condition condition) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::yield();
  }
  return true;
}

}  // namespace clerk::concurrency
