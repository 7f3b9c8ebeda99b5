#pragma once

#include <chrono>
#include <thread>

namespace clerk::test {

/// Looks until it holds; false when the patience is at an end. For what nothing tells of, such as a descriptor that
/// another thread closes.
template <class Condition>
[[nodiscard]] bool comes_true(const Condition& condition, std::chrono::seconds patience = std::chrono::seconds{10}) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::yield();
  }
  return true;
}

}  // namespace clerk::test
