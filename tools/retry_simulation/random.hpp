#pragma once

#include <chrono>
#include <cstdint>
#include <random>

namespace clerk::simulation {

/// Chance that is the same for the same seed, with every standard library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_{seed} {}

  /// From 0 up to, not including, 1.
  double operator()() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }

  /// Between the two, the second not included.
  std::chrono::milliseconds between(std::chrono::milliseconds from, std::chrono::milliseconds to) {
    const auto span = static_cast<double>((to - from).count());
    return from + std::chrono::milliseconds{static_cast<std::chrono::milliseconds::rep>(span * (*this)())};
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace clerk::simulation
