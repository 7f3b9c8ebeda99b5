#pragma once

#include <clerk/contract/operation.hpp>
#include <clerk/error.hpp>
#include <clerk/headers.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace clerk {

/// One request of a call. Valid while the hook runs.
struct AttemptInfo {
  std::uint64_t call{0};         ///< the same for all attempts of a call, and of no other call in the process
  std::string_view operation{};  ///< such as `update_instance`
  Method method{Method::get};
  std::string_view url{};
  int attempt{1};  ///< 1 for the first
};

/// How an attempt ended: with an answer, whatever its status, or without one.
struct AttemptEnd {
  int status{0};      ///< 0 without an answer; also set with `failure` when an answer broke off
  Headers headers{};  ///< of the answer, as logs show them: those of an allow-list
  std::chrono::microseconds elapsed{0};
  std::optional<ErrorKind> failure{};  ///< set without a whole answer
  std::string message{};               ///< why there is none, for people
};

/// What metrics and traces need to know of a client's calls. The key is in none of it. Each attempt begins with one
/// on_request and ends with one on_response; on_retry follows when another attempt comes.
///
/// Called on the thread that makes the call, for asynchronous ones on the client's executor, several at once. They hold
/// the call up, so they should not wait for anything. What they throw is swallowed.
struct Hooks {
  std::function<void(const AttemptInfo&)> on_request{};
  std::function<void(const AttemptInfo&, const AttemptEnd&)> on_response{};
  std::function<void(const AttemptInfo&, std::chrono::milliseconds wait)> on_retry{};
};

}  // namespace clerk
