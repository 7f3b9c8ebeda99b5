#include "sdk/timing.hpp"

#include <random>
#include <thread>

namespace clerk::sdk {

Timing Timing::real() {
  Timing timing;
  timing.random = [] {
    thread_local std::minstd_rand generator{std::random_device{}()};
    return std::uniform_real_distribution<double>{0.0, 1.0}(generator);
  };
  timing.wait = [](std::chrono::milliseconds duration) { std::this_thread::sleep_for(duration); };
  return timing;
}

}  // namespace clerk::sdk
