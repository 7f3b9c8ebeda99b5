#pragma once

#include "retry_simulation/policies.hpp"
#include "retry_simulation/server.hpp"
#include "retry_simulation/world.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace clerk::simulation {

/// How one call went.
struct CallRecord {
  enum class End { under_way, succeeded, gave_up, outcome_unknown };

  Milliseconds began{0};
  Milliseconds ended{0};
  std::size_t requests{0};
  End end{End::under_way};

  friend bool operator==(const CallRecord&, const CallRecord&) = default;
};

/// One request at the server.
struct RequestRecord {
  Milliseconds at{0};
  Reception::Kind kind{};
  std::uint32_t client{0};  ///< by its place in the calls

  friend bool operator==(const RequestRecord&, const RequestRecord&) = default;
};

struct Record {
  std::vector<CallRecord> calls{};
  std::vector<RequestRecord> requests{};  ///< in the order of time

  friend bool operator==(const Record&, const Record&) = default;
};

/// All clients with one policy in one world, in virtual time. The same for the same arguments.
[[nodiscard]] Record simulate(const World& world, const Policy& policy);

}  // namespace clerk::simulation
