#pragma once

#include <chrono>
#include <cstddef>

namespace clerk::server::api {

struct ApplicationOptions {
  bool strict{false};           ///< what the real API ignores in silence is refused
  bool production_like{false};  ///< no `/__clerkd/…`
  std::size_t max_body_bytes{1U << 20U};
  std::chrono::milliseconds write_deadline{10'000};  ///< a write that waited longer for its turn is not begun
};

}  // namespace clerk::server::api
