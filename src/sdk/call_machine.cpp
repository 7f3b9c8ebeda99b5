#include "sdk/call_machine.hpp"

#include "sdk/retry_after.hpp"

#include <algorithm>
#include <cmath>

namespace clerk::sdk {

namespace {

using std::chrono::milliseconds;

milliseconds between(CallMachine::TimePoint from, CallMachine::TimePoint to) {
  return std::chrono::duration_cast<milliseconds>(to - from);
}

// The smaller of two limits of which zero means none.
milliseconds tighter(milliseconds limit, std::optional<milliseconds> left) {
  if (!left) return limit;
  return limit.count() <= 0 ? *left : std::min(limit, *left);
}

bool is_refusal(int status, bool has_retry_after) { return status == 429 || (status == 503 && has_retry_after); }

// 501 says that the server does not know how; asking again does not teach it.
bool is_server_failure(int status) { return status >= 500 && status != 501; }

}  // namespace

CallMachine::Action CallMachine::start(TimePoint now) {
  started_ = now;
  return send(now);
}

CallMachine::Action CallMachine::send(TimePoint now) {
  ++attempt_;
  attempt_started_ = now;
  const milliseconds timeout = tighter(rules_.timeouts.attempt, left(now));
  return Send{.connect_timeout = rules_.timeouts.connect, .timeout = timeout};
}

CallMachine::Action CallMachine::answered(TransportAnswer answer, TimePoint now,
                                          std::chrono::system_clock::time_point wall) {
  const int status = answer.status;
  const std::string* header = answer.headers.find("Retry-After");
  outcome_.retry_after = header != nullptr ? parse_retry_after(*header, wall) : std::nullopt;
  outcome_.answer = std::move(answer);
  if (status < 400) return Done{};

  note({.cause = ErrorKind::http, .status = status, .sent = true, .message = "answered " + std::to_string(status)},
       now);
  if (is_refusal(status, outcome_.retry_after.has_value())) return retry_or_end(true, outcome_.retry_after, now);
  if (!is_server_failure(status)) return Done{};
  if (!reads()) may_have_acted_ = true;
  return retry_or_end(may_replay(), outcome_.retry_after, now);
}

CallMachine::Action CallMachine::failed(TransportFailure failure, TimePoint now) {
  outcome_.answer.reset();
  outcome_.retry_after.reset();
  outcome_.kind = kind_of(failure);
  outcome_.status = failure.status;
  outcome_.headers = std::move(failure.headers);
  outcome_.detail = failure.message;
  note({.cause = outcome_.kind, .status = failure.status, .sent = failure.sent, .message = std::move(failure.message)},
       now);
  if (failure.sent && !reads()) may_have_acted_ = true;

  const bool final = failure.permanent || outcome_.kind == ErrorKind::canceled ||
                     outcome_.kind == ErrorKind::bad_configuration || outcome_.kind == ErrorKind::malformed_answer;
  const Action action = retry_or_end(!final && (!failure.sent || may_replay()), std::nullopt, now);
  // A later request that never went out does not undo an earlier one that may have acted.
  if (std::holds_alternative<Done>(action) && may_have_acted_ &&
      (outcome_.kind == ErrorKind::not_sent || outcome_.kind == ErrorKind::tls ||
       outcome_.kind == ErrorKind::timeout)) {
    outcome_.kind = ErrorKind::outcome_unknown;
  }
  return action;
}

CallMachine::Action CallMachine::wait_over(TimePoint now) {
  const auto remaining = left(now);
  if (remaining && remaining->count() <= 0) return Done{};  // with what the last attempt brought
  outcome_.answer.reset();
  outcome_.retry_after.reset();
  return send(now);
}

CallMachine::Action CallMachine::canceled(std::string why, bool sent, TimePoint now) {
  outcome_.answer.reset();
  outcome_.retry_after.reset();
  outcome_.kind = ErrorKind::canceled;
  outcome_.status = 0;
  outcome_.headers = {};
  outcome_.detail = why;
  if (sent && !reads()) may_have_acted_ = true;
  if (may_have_acted_) outcome_.detail += "; a request had gone out, so it may have acted";
  note({.cause = ErrorKind::canceled, .sent = sent, .message = std::move(why)}, now);
  return Done{};
}

CallMachine::Action CallMachine::retry_or_end(bool may_send_again, std::optional<Milliseconds> least_wait,
                                              TimePoint now) {
  if (!may_send_again || attempt_ >= rules_.retry.max_attempts) return Done{};
  // On top of what the server asks: all whom it refused in one second were told the same moment.
  const milliseconds wait = least_wait.value_or(milliseconds{0}) + back_off();
  const auto remaining = left(now);
  if (remaining && wait >= *remaining) {
    if (!outcome_.detail.empty()) outcome_.detail += "; ";
    outcome_.detail +=
        "not tried again: the wait of " + std::to_string(wait.count()) + " ms would outlive the call's timeout";
    return Done{};
  }
  outcome_.attempts.back().waited = wait;
  return Wait{wait};
}

void CallMachine::note(Attempt attempt, TimePoint now) {
  if (attempt_ == 0) return;  // canceled before the first
  attempt.elapsed = between(attempt_started_, now);
  outcome_.attempts.push_back(std::move(attempt));
}

bool CallMachine::may_replay() const noexcept {
  return reads() || (rules_.replay == Replay::idempotent && rules_.retry.replay_idempotent);
}

// Half of the wait is certain and half is chance, so that clients that failed together do not come back together.
CallMachine::Milliseconds CallMachine::back_off() {
  const double cap = static_cast<double>(std::max<milliseconds::rep>(rules_.retry.cap.count(), 0));
  const double grown = static_cast<double>(rules_.retry.initial.count()) * std::pow(rules_.retry.factor, attempt_ - 1);
  const double wait = std::isfinite(grown) ? std::clamp(grown, 0.0, cap) : cap;
  return milliseconds{static_cast<milliseconds::rep>(wait * (0.5 + 0.5 * random_()))};
}

std::optional<CallMachine::Milliseconds> CallMachine::left(TimePoint now) const {
  if (rules_.timeouts.total.count() <= 0) return std::nullopt;
  return rules_.timeouts.total - between(started_, now);
}

ErrorKind CallMachine::kind_of(const TransportFailure& failure) const noexcept {
  using Cause = TransportFailure::Cause;
  switch (failure.cause) {
    case Cause::canceled:
      return ErrorKind::canceled;
    case Cause::configuration:
      return ErrorKind::bad_configuration;
    case Cause::answer_too_large:
      return ErrorKind::malformed_answer;
    default:
      break;
  }
  if (failure.sent && !reads()) return ErrorKind::outcome_unknown;
  if (failure.cause == Cause::timeout) return ErrorKind::timeout;
  if (failure.sent) return ErrorKind::no_answer;
  return failure.cause == Cause::tls ? ErrorKind::tls : ErrorKind::not_sent;
}

}  // namespace clerk::sdk
