#pragma once

#include "retry_simulation/simulation.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace clerk::simulation {

/// What a record comes to.
struct Figures {
  std::size_t calls{0};
  std::size_t succeeded{0};
  std::size_t outcome_unknown{0};  ///< went out, no answer, not sent again
  std::size_t requests{0};
  std::size_t wasted{0};       ///< requests that no call succeeded by
  std::size_t peak{0};         ///< most requests in one second after the outage
  double busiest_share{0};     ///< of all requests, in the busiest second after the outage
  Milliseconds median{0};      ///< from a call's begin to its success, of those that succeeded
  Milliseconds percentile{0};  ///< the 99th
  Milliseconds worst{0};
  Milliseconds longest{0};  ///< of all calls, however they ended
};

[[nodiscard]] Figures figures_of(const World& world, const Record& record);

/// Requests at the server in each second, refused ones included.
[[nodiscard]] std::vector<std::size_t> load_by_second(const Record& record);

/// How many calls had succeeded by the end of each second.
[[nodiscard]] std::vector<std::size_t> successes_by_second(const Record& record);

/// A policy with how it fared.
struct Trial {
  Policy policy{};
  Record record{};
  Figures figures{};
};

/// Each policy in the same world.
[[nodiscard]] std::vector<Trial> try_policies(const World& world, const std::vector<Policy>& policies);

/// As a table in Markdown, which reads as plain text too.
[[nodiscard]] std::string table_of(const std::vector<Trial>& trials);

/// 12345 as "12,345".
[[nodiscard]] std::string grouped(std::size_t number);

}  // namespace clerk::simulation
