#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace clerk::simulation {

using Milliseconds = std::chrono::milliseconds;

/// What all policies meet alike. Moments are counted from the beginning of the simulation.
struct World {
  std::uint64_t seed{1};
  std::size_t clients{10'000};  ///< each with one call to make
  Milliseconds first_call{9'000};
  Milliseconds last_call{45'000};  ///< calls begin by chance between the two
  Milliseconds outage_begin{12'000};
  Milliseconds outage_end{42'000};
  Milliseconds window{10'000};
  std::size_t limit{1'000};  ///< requests that the server takes in each window
  Milliseconds least_travel{40};
  Milliseconds most_travel{120};  ///< one way between client and server, by chance
};

}  // namespace clerk::simulation
