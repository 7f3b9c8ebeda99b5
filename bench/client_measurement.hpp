#pragma once

#include "bench/client_arguments.hpp"
#include "bench/json_line.hpp"
#include "bench/latencies.hpp"
#include "bench/process_clocks.hpp"

namespace clerk::bench {

/// Measures a client and prints the line. `make_calls(count, latencies)` makes that many calls and notes how long each
/// took; it throws when one fails, as a measurement of failures is none.
template <class MakeCalls>
void measure_client(const ClientArguments& arguments, MakeCalls& make_calls) {
  Latencies warmup{arguments.warmup};
  make_calls(arguments.warmup, warmup);

  Latencies latencies{arguments.calls};
  const auto cpu_before = own_cpu();
  const auto begun = Clock::now();
  make_calls(arguments.calls, latencies);
  const std::chrono::duration<double> taken = Clock::now() - begun;
  const std::chrono::duration<double, std::micro> cpu = own_cpu() - cpu_before;

  const auto calls = static_cast<double>(latencies.size());
  JsonLine{}
      .add("op", arguments.operation)
      .add("c", arguments.in_flight)
      .add("n", latencies.size())
      .add("calls_per_s", calls / taken.count())
      .add("cpu_us_per_call", cpu.count() / calls)
      .add("p50_us", latencies.microseconds_at(0.50))
      .add("p99_us", latencies.microseconds_at(0.99))
      .add("maxrss_kb", own_peak_kilobytes())
      .print();
}

}  // namespace clerk::bench
