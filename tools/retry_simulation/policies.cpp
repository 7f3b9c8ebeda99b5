#include "retry_simulation/policies.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace clerk::simulation {

namespace {

using namespace std::chrono_literals;
using sdk::CallMachine;

/// Obeys the machine as the library's drivers do, with a clock that only the simulation moves.
class LibraryCall : public Call {
 public:
  LibraryCall(const CallMachine::Rules& rules, Random& random) : machine_{rules, [&random] { return random(); }} {}

  Step start(Milliseconds now) override { return follow(machine_.start(moment(now)), now); }
  Step answered(const Answer& answer, Milliseconds now) override {
    TransportAnswer whole{.status = answer.status, .headers = {}, .body = {}};
    if (answer.retry_after) whole.headers = {{"Retry-After", std::to_string(answer.retry_after->count())}};
    return follow(machine_.answered(std::move(whole), moment(now), {}), now);
  }
  Step failed(const TransportFailure& failure, Milliseconds now) override {
    return follow(machine_.failed(failure, moment(now)), now);
  }

 private:
  static CallMachine::TimePoint moment(Milliseconds now) { return CallMachine::TimePoint{now}; }

  Step follow(CallMachine::Action action, Milliseconds now) {
    while (const auto* wait = std::get_if<CallMachine::Wait>(&action)) {
      now += wait->duration;
      action = machine_.wait_over(moment(now));
    }
    if (const auto* send = std::get_if<CallMachine::Send>(&action)) return Send{.at = now, .timeout = send->timeout};
    return Over{now};
  }

  CallMachine machine_;
};

/// How long to wait after so many attempts, of which the last may have brought a Retry-After.
using NaiveWait = Milliseconds (*)(int attempts, std::optional<Milliseconds> retry_after, Random& random);

/// Sends again whatever went wrong, until it succeeds.
class NaiveCall : public Call {
 public:
  NaiveCall(NaiveWait wait, Random& random) : wait_{wait}, random_{random} {}

  Step start(Milliseconds now) override { return Send{.at = now}; }
  Step answered(const Answer& answer, Milliseconds now) override {
    return answer.status < 400 ? Step{Over{now}} : again(answer.retry_after, now);
  }
  Step failed(const TransportFailure& /*failure*/, Milliseconds now) override { return again(std::nullopt, now); }

 private:
  Step again(std::optional<Milliseconds> retry_after, Milliseconds now) {
    return Send{.at = now + wait_(++attempts_, retry_after, random_)};
  }

  NaiveWait wait_;
  Random& random_;
  int attempts_{0};
};

// The library's own growth, so that the policies differ in one thing each.
double grown(int attempts) {
  const RetryPolicy numbers = patient_rules().retry;
  const double wait = static_cast<double>(numbers.initial.count()) * std::pow(numbers.factor, attempts - 1);
  return std::min(wait, static_cast<double>(numbers.cap.count()));
}

Milliseconds at_once(int /*attempts*/, std::optional<Milliseconds> /*retry_after*/, Random& /*random*/) { return 0ms; }

Milliseconds each_second(int /*attempts*/, std::optional<Milliseconds> /*retry_after*/, Random& /*random*/) {
  return 1s;
}

Milliseconds growing_without_jitter(int attempts, std::optional<Milliseconds> retry_after, Random& /*random*/) {
  return std::max(Milliseconds{static_cast<Milliseconds::rep>(grown(attempts))}, retry_after.value_or(0ms));
}

Milliseconds growing_without_retry_after(int attempts, std::optional<Milliseconds> /*retry_after*/, Random& random) {
  return Milliseconds{static_cast<Milliseconds::rep>(grown(attempts) * (0.5 + 0.5 * random()))};
}

Policy naive_policy(std::string name, std::string colour, NaiveWait wait) {
  return {.name = std::move(name), .colour = std::move(colour), .new_call = [wait](Random& random) {
            return std::make_unique<NaiveCall>(wait, random);
          }};
}

}  // namespace

Policy library_policy(std::string name, std::string colour, const CallMachine::Rules& rules) {
  return {.name = std::move(name), .colour = std::move(colour), .new_call = [rules](Random& random) {
            return std::make_unique<LibraryCall>(rules, random);
          }};
}

CallMachine::Rules default_rules() { return {.retry = {}, .timeouts = {}, .replay = Replay::idempotent}; }

CallMachine::Rules patient_rules() {
  return {.retry = {.max_attempts = 100, .cap = 30s, .replay_idempotent = true},
          .timeouts = {.total = 10min},
          .replay = Replay::idempotent};
}

std::vector<Policy> all_policies() {
  return {
      library_policy("library, default", "#1f83c4", default_rules()),
      library_policy("library, patient", "#0fa078", patient_rules()),
      naive_policy("naive: at once", "#d9541e", at_once),
      naive_policy("naive: each second", "#c2629a", each_second),
      naive_policy("naive: no jitter", "#c98a00", growing_without_jitter),
      naive_policy("naive: no Retry-After", "#8a6fd1", growing_without_retry_after),
  };
}

}  // namespace clerk::simulation
