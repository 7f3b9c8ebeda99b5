#pragma once

#include "bench/json_line.hpp"
#include "bench/latencies.hpp"
#include "bench/process_clocks.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <sys/types.h>
#include <unistd.h>

namespace clerk::bench {

/// Requests that are sent one after the other.
struct TimedRequests {
  std::string operation{};  ///< what they are called in the line
  std::size_t requests{};   ///< how many are measured
  std::size_t warmup{};     ///< how many are sent before those
  pid_t server{};           ///< the process whose processor time is read; 0 for none
};

inline Latencies time_each(std::size_t count, const std::function<Clock::duration()>& ask) {
  Latencies latencies{count};
  for (std::size_t sent = 0; sent < count; ++sent) latencies.add(ask());
  return latencies;
}

inline JsonLine line_of(const std::string& operation, Latencies& latencies) {
  JsonLine line;
  line.add("op", operation)
      .add("n", latencies.size())
      .add("p50_us", latencies.microseconds_at(0.50))
      .add("p99_us", latencies.microseconds_at(0.99))
      .add("max_us", latencies.microseconds_at(1.00));
  return line;
}

/// Sends them and prints the line.
inline void measure_requests(const TimedRequests& what, const std::function<Clock::duration()>& ask) {
  time_each(what.warmup, ask);
  const CpuOf cpu{what.server == 0 ? ::getpid() : what.server};
  const auto before = cpu.now();
  Latencies latencies = time_each(what.requests, ask);
  const std::chrono::duration<double, std::micro> used = cpu.now() - before;
  JsonLine line = line_of(what.operation, latencies);
  if (what.server != 0) line.add("server_cpu_us_per_request", used.count() / static_cast<double>(latencies.size()));
  line.print();
}

}  // namespace clerk::bench
