#pragma once

#include "server/rules/disposable_domains.hpp"

#include <chrono>
#include <cstddef>

namespace clerk::server::api {

struct ApplicationOptions {
  bool strict{false};           ///< what the real API ignores in silence is refused
  bool production_like{false};  ///< no `/__clerkd/…`
  std::size_t max_body_bytes{1U << 20U};
  std::chrono::milliseconds write_deadline{10'000};  ///< a write that waited longer for its turn is not begun
  /// Outlives the application.
  const rules::DisposableDomains* disposable_domains{&rules::DisposableDomains::built_in()};
};

}  // namespace clerk::server::api
