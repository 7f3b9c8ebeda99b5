#pragma once

#include <latch>
#include <thread>
#include <vector>

namespace clerk::testing {

/// Calls at the same time from as many threads.
template <class Call>
void at_once(int callers, const Call& call) {
  std::latch ready{callers};
  std::vector<std::jthread> threads;
  for (int i = 0; i < callers; ++i) {
    threads.emplace_back([&, i] {
      ready.arrive_and_wait();
      call(i);
    });
  }
}

}  // namespace clerk::testing
