#pragma once

#include <clerk/contract/operation.hpp>
#include <clerk/error.hpp>
#include <clerk/retry.hpp>
#include <clerk/transport.hpp>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace clerk::sdk {

/// How a call ended: the server's last answer, or a failure.
struct CallOutcome {
  std::optional<TransportAnswer> answer{};
  ErrorKind kind{ErrorKind::http};  ///< when there is no answer
  int status{0};                    ///< of an answer that broke off
  Headers headers{};                ///< of it
  std::string detail{};
  std::vector<Attempt> attempts{};  ///< those that failed
  std::optional<std::chrono::milliseconds> retry_after{};
};

/// Whether, when and how often a request is sent. Holds no socket and no clock: a driver tells it what happened and
/// when, and does what it says. The blocking and the asynchronous driver share it, so that they cannot differ.
class CallMachine {
 public:
  using Milliseconds = std::chrono::milliseconds;
  using TimePoint = std::chrono::steady_clock::time_point;

  struct Rules {
    RetryPolicy retry{};
    Timeouts timeouts{};
    Replay replay{Replay::neither};
  };

  /// Send the request, with these limits; zero means none.
  struct Send {
    Milliseconds connect_timeout{0};
    Milliseconds timeout{0};
  };
  struct Wait {
    Milliseconds duration{0};
  };
  /// The call is over: `take_outcome()`.
  struct Done {};
  using Action = std::variant<Send, Wait, Done>;

  /// `random` gives numbers from 0 up to, not including, 1.
  CallMachine(const Rules& rules, std::function<double()> random) : rules_{rules}, random_{std::move(random)} {}

  [[nodiscard]] Action start(TimePoint now);
  /// `wall` is the time of day, for a Retry-After that is a date.
  [[nodiscard]] Action answered(TransportAnswer answer, TimePoint now, std::chrono::system_clock::time_point wall);
  [[nodiscard]] Action failed(TransportFailure failure, TimePoint now);
  [[nodiscard]] Action wait_over(TimePoint now);
  /// The caller gave up; `sent`: the request under way may have gone out.
  [[nodiscard]] Action canceled(std::string why, bool sent, TimePoint now);

  /// Whether a request of this call may have acted, as far as this machine was told.
  [[nodiscard]] bool may_have_acted() const noexcept { return may_have_acted_; }
  [[nodiscard]] int attempt() const noexcept { return attempt_; }
  [[nodiscard]] const Rules& rules() const noexcept { return rules_; }
  [[nodiscard]] CallOutcome take_outcome() { return std::move(outcome_); }
  /// The failed attempts so far.
  [[nodiscard]] const std::vector<Attempt>& attempts() const noexcept { return outcome_.attempts; }
  /// Of the answer that broke off last.
  [[nodiscard]] const Headers& headers() const noexcept { return outcome_.headers; }

 private:
  Action send(TimePoint now);
  Action retry_or_end(bool may_send_again, std::optional<Milliseconds> least_wait, TimePoint now);
  void note(Attempt attempt, TimePoint now);
  [[nodiscard]] bool may_replay() const noexcept;
  [[nodiscard]] bool reads() const noexcept { return rules_.replay == Replay::safe; }
  [[nodiscard]] Milliseconds back_off();
  [[nodiscard]] std::optional<Milliseconds> left(TimePoint now) const;
  [[nodiscard]] ErrorKind kind_of(const TransportFailure& failure) const noexcept;

  Rules rules_;
  std::function<double()> random_;
  TimePoint started_{};
  TimePoint attempt_started_{};
  int attempt_{0};
  bool may_have_acted_{false};
  CallOutcome outcome_{};
};

}  // namespace clerk::sdk
