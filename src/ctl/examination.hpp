#pragma once

#include "ctl/context.hpp"

#include <clerk/contract/instance.hpp>
#include <clerk/error.hpp>
#include <clerk/headers.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl {

enum class Verdict {
  ok,
  warning,  ///< works, and is not as it should be
  failed,
  skipped,  ///< could not be looked at, because of another failure
};

[[nodiscard]] std::string_view to_string(Verdict verdict) noexcept;

/// One thing that was looked at.
struct Check {
  std::string_view name{};
  Verdict verdict{Verdict::ok};
  std::string finding{};
  std::string advice{};  ///< what to do about it; empty when nothing has to be done
};

/// The shape of the key alone; nothing is sent.
[[nodiscard]] Check check_key(const Credentials& credentials);

/// The shape of the root; nothing is sent.
[[nodiscard]] Check check_url(const Credentials& credentials);

/// Which proxy the environment names for the root.
[[nodiscard]] Check check_proxy(const Credentials& credentials, const Host& host);

/// A call for the instance, and when it began and ended by this machine's clock.
struct TrialCall {
  std::optional<Instance> instance{};
  std::optional<Error> error{};  ///< set where there is no instance
  int status{0};                 ///< 0 without an answer
  Headers headers{};
  std::chrono::system_clock::time_point began{};
  std::chrono::system_clock::time_point ended{};
  bool with_own_key{true};  ///< false: the key could not be used, and another went in its place
};

/// What the call tells of: reachability, TLS, clock, version of the API, key.
[[nodiscard]] std::vector<Check> check_call(const Credentials& credentials, const TrialCall& call);

/// Everything, in the order in which faults hide one another. Makes one call.
[[nodiscard]] std::vector<Check> examine(const Host& host, const GlobalOptions& options,
                                         const Credentials& credentials);

/// The same where key and root can't be looked up: nothing else could be looked at.
[[nodiscard]] std::vector<Check> without_sources(const Failure& failure);

/// The time of a `Date` header, such as `Sun, 06 Nov 1994 08:49:37 GMT`.
[[nodiscard]] std::optional<std::chrono::system_clock::time_point> http_date(std::string_view text);

}  // namespace clerk::ctl
