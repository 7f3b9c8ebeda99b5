#pragma once

#include <clerk/headers.hpp>
#include <clerk/retry.hpp>

#include <chrono>
#include <optional>
#include <string>

namespace clerk {

/// What one call does differently. Each that is set goes before the client's.
struct CallOptions {
  std::optional<std::chrono::milliseconds> timeout{};          ///< of the whole call; zero means none
  std::optional<std::chrono::milliseconds> attempt_timeout{};  ///< of each request; zero means none
  Headers headers{};                                           ///< in the place of the client's of the same name
  std::optional<RetryPolicy> retry{};
  std::optional<std::string> api_version{};  ///< such as `2026-05-12`
};

}  // namespace clerk
