#include "sdk/call_machine.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using namespace std::chrono_literals;
using clerk::Attempt;
using clerk::ErrorKind;
using clerk::Headers;
using clerk::Replay;
using clerk::TransportAnswer;
using clerk::TransportFailure;
using clerk::sdk::CallMachine;
using clerk::sdk::CallOutcome;
using Cause = TransportFailure::Cause;

TransportAnswer answer(int status, Headers headers = {}) { return {.status = status, .headers = std::move(headers)}; }
TransportFailure failure(Cause cause, bool sent, bool permanent = false) {
  return {.cause = cause, .sent = sent, .permanent = permanent, .message = "it broke"};
}

/// Drives a machine in virtual time: each attempt takes 10 ms, each wait as long as it says.
class DrivenCall {
 public:
  explicit DrivenCall(const CallMachine::Rules& rules, double chance = 0.999999)
      : machine_{rules, [chance] { return chance; }} {
    follow(machine_.start(now_));
  }

  template <class Event>
  void each(Event event) {
    while (sending_) {
      now_ += 10ms;
      follow(step(event));
    }
  }
  template <class Event>
  void once(Event event) {
    ASSERT_TRUE(sending_) << "no request is under way";
    now_ += 10ms;
    follow(step(event));
  }

  [[nodiscard]] int requests() const { return requests_; }
  [[nodiscard]] bool over() const { return !sending_; }
  [[nodiscard]] const std::vector<std::chrono::milliseconds>& waits() const { return waits_; }
  [[nodiscard]] CallMachine::Send limits() const { return limits_; }
  [[nodiscard]] std::chrono::milliseconds elapsed() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(now_ - CallMachine::TimePoint{});
  }
  CallMachine& machine() { return machine_; }
  CallOutcome outcome() { return machine_.take_outcome(); }

 private:
  CallMachine::Action step(const TransportAnswer& event) { return machine_.answered(event, now_, {}); }
  CallMachine::Action step(const TransportFailure& event) { return machine_.failed(event, now_); }

  void follow(CallMachine::Action action) {
    while (const auto* wait = std::get_if<CallMachine::Wait>(&action)) {
      waits_.push_back(wait->duration);
      now_ += wait->duration;
      action = machine_.wait_over(now_);
    }
    sending_ = std::holds_alternative<CallMachine::Send>(action);
    if (sending_) {
      ++requests_;
      limits_ = std::get<CallMachine::Send>(action);
    }
  }

  CallMachine machine_;
  CallMachine::TimePoint now_{};
  bool sending_{false};
  int requests_{0};
  std::vector<std::chrono::milliseconds> waits_{};
  CallMachine::Send limits_{};
};

CallMachine::Rules rules_for(Replay replay, bool opt_in = false) {
  return {.retry = {.replay_idempotent = opt_in}, .timeouts = {}, .replay = replay};
}

constexpr Replay every_class[] = {Replay::safe, Replay::idempotent, Replay::neither};

TEST(CallMachine, sends_a_success_once) {
  for (const Replay replay : every_class) {
    DrivenCall run{rules_for(replay)};
    run.each(answer(200));
    EXPECT_EQ(run.requests(), 1);
    EXPECT_EQ(run.outcome().answer->status, 200);
  }
}

TEST(CallMachine, sends_again_what_never_went_out_whatever_the_operation) {
  for (const Replay replay : every_class) {
    for (const Cause cause : {Cause::resolve, Cause::connect, Cause::proxy, Cause::tls, Cause::connection_lost}) {
      DrivenCall run{rules_for(replay)};
      run.each(failure(cause, false));
      EXPECT_EQ(run.requests(), 4);
      EXPECT_EQ(run.outcome().kind, cause == Cause::tls ? ErrorKind::tls : ErrorKind::not_sent);
    }
  }
}

TEST(CallMachine, sends_again_what_was_refused_whatever_the_operation) {
  for (const Replay replay : every_class) {
    for (const auto& refused :
         {answer(429), answer(429, {{"Retry-After", "1"}}), answer(503, {{"Retry-After", "1"}})}) {
      DrivenCall run{rules_for(replay)};
      run.each(refused);
      EXPECT_EQ(run.requests(), 4) << refused.status;
      EXPECT_EQ(run.outcome().answer->status, refused.status);
    }
  }
}

struct Replayed {
  Replay replay;
  bool opt_in;
  int requests;
  ErrorKind kind;
};

constexpr Replayed replay_table[] = {
    {Replay::safe, false, 4, ErrorKind::no_answer},
    {Replay::safe, true, 4, ErrorKind::no_answer},
    {Replay::idempotent, false, 1, ErrorKind::outcome_unknown},
    {Replay::idempotent, true, 4, ErrorKind::outcome_unknown},
    {Replay::neither, false, 1, ErrorKind::outcome_unknown},
    {Replay::neither, true, 1, ErrorKind::outcome_unknown},
};

TEST(CallMachine, sends_again_what_went_unanswered_only_if_that_can_do_no_harm) {
  for (const Replayed& row : replay_table) {
    DrivenCall run{rules_for(row.replay, row.opt_in)};
    run.each(failure(Cause::connection_lost, true));
    EXPECT_EQ(run.requests(), row.requests);
    EXPECT_EQ(run.outcome().kind, row.kind);
  }
}

TEST(CallMachine, sends_again_after_a_server_failure_only_if_that_can_do_no_harm) {
  for (const int status : {500, 502, 503, 504}) {
    for (const Replayed& row : replay_table) {
      DrivenCall run{rules_for(row.replay, row.opt_in)};
      run.each(answer(status));
      EXPECT_EQ(run.requests(), row.requests) << status;
      EXPECT_EQ(run.outcome().answer->status, status);
    }
  }
}

TEST(CallMachine, never_sends_again_what_would_be_answered_the_same) {
  for (const int status : {301, 400, 401, 402, 403, 404, 409, 422, 501}) {
    DrivenCall run{rules_for(Replay::safe)};
    run.each(answer(status));
    EXPECT_EQ(run.requests(), 1) << status;
  }
  for (const Cause cause : {Cause::configuration, Cause::answer_too_large, Cause::canceled}) {
    DrivenCall run{rules_for(Replay::safe)};
    run.each(failure(cause, false));
    EXPECT_EQ(run.requests(), 1);
  }
  DrivenCall distrust{rules_for(Replay::safe)};
  distrust.each(failure(Cause::tls, false, true));
  EXPECT_EQ(distrust.requests(), 1);
  EXPECT_EQ(distrust.outcome().kind, ErrorKind::tls);
}

TEST(CallMachine, calls_a_timeout_of_a_write_that_went_out_an_unknown_outcome) {
  DrivenCall write{rules_for(Replay::idempotent)};
  write.each(failure(Cause::timeout, true));
  EXPECT_EQ(write.outcome().kind, ErrorKind::outcome_unknown);
  DrivenCall read{rules_for(Replay::safe)};
  read.each(failure(Cause::timeout, true));
  EXPECT_EQ(read.outcome().kind, ErrorKind::timeout);
  DrivenCall unsent{rules_for(Replay::neither)};
  unsent.each(failure(Cause::timeout, false));
  EXPECT_EQ(unsent.outcome().kind, ErrorKind::timeout);
}

TEST(CallMachine, keeps_the_outcome_unknown_when_only_a_later_request_did_not_go_out) {
  for (const auto& last :
       {failure(Cause::connect, false), failure(Cause::tls, false), failure(Cause::timeout, false)}) {
    DrivenCall run{rules_for(Replay::idempotent, true)};
    run.once(failure(Cause::connection_lost, true));
    run.each(last);
    EXPECT_EQ(run.outcome().kind, ErrorKind::outcome_unknown);
  }
  DrivenCall after_500{rules_for(Replay::idempotent, true)};
  after_500.once(answer(500));
  after_500.each(failure(Cause::connect, false));
  const CallOutcome outcome = after_500.outcome();
  EXPECT_FALSE(outcome.answer);
  EXPECT_EQ(outcome.kind, ErrorKind::outcome_unknown);
}

TEST(CallMachine, succeeds_when_a_later_request_does) {
  DrivenCall run{rules_for(Replay::neither)};
  run.once(answer(429, {{"Retry-After", "1"}}));
  run.once(failure(Cause::connect, false));
  run.once(answer(204));
  EXPECT_TRUE(run.over());
  const CallOutcome outcome = run.outcome();
  EXPECT_EQ(outcome.answer->status, 204);
  EXPECT_EQ(outcome.attempts.size(), 2U);
}

TEST(CallMachine, waits_longer_each_time_up_to_the_cap) {
  CallMachine::Rules rules = rules_for(Replay::safe);
  rules.retry = {.max_attempts = 6, .initial = 500ms, .factor = 1.5, .cap = 1500ms};
  DrivenCall run{rules};
  run.each(failure(Cause::connect, false));
  EXPECT_THAT(run.waits(), testing::ElementsAre(499ms, 749ms, 1124ms, 1499ms, 1499ms));
}

TEST(CallMachine, leaves_half_of_the_wait_to_chance) {
  DrivenCall run{rules_for(Replay::safe), 0.0};
  run.each(failure(Cause::connect, false));
  EXPECT_THAT(run.waits(), testing::ElementsAre(250ms, 375ms, 562ms));
}

TEST(CallMachine, survives_a_back_off_beyond_all_numbers) {
  CallMachine::Rules rules = rules_for(Replay::safe);
  rules.timeouts.total = 0ms;
  rules.retry = {.max_attempts = 2000, .initial = 500ms, .factor = 1e300, .cap = 60s};
  DrivenCall run{rules};
  run.each(failure(Cause::connect, false));
  EXPECT_EQ(run.requests(), 2000);
  EXPECT_EQ(run.waits().back(), 59999ms);
}

TEST(CallMachine, waits_at_least_as_long_as_the_server_asks) {
  DrivenCall run{rules_for(Replay::neither)};
  run.once(answer(429, {{"Retry-After", "7"}}));
  run.once(answer(204));
  EXPECT_THAT(run.waits(), testing::ElementsAre(7499ms));
}

TEST(CallMachine, leaves_to_chance_when_it_comes_back_from_a_refusal) {
  for (const auto& refused : {answer(429, {{"Retry-After", "7"}}), answer(503, {{"Retry-After", "7"}})}) {
    DrivenCall first{rules_for(Replay::neither), 0.0};
    first.each(refused);
    EXPECT_THAT(first.waits(), testing::ElementsAre(7250ms, 7375ms, 7562ms));
    DrivenCall last{rules_for(Replay::neither)};
    last.each(refused);
    EXPECT_THAT(last.waits(), testing::ElementsAre(7499ms, 7749ms, 8124ms));
  }
}

TEST(CallMachine, fails_at_once_when_the_wait_would_outlive_the_deadline) {
  CallMachine::Rules rules = rules_for(Replay::neither);
  rules.timeouts.total = 5s;
  DrivenCall run{rules};
  run.each(answer(429, {{"Retry-After", "7"}}));
  EXPECT_EQ(run.requests(), 1);
  EXPECT_EQ(run.elapsed(), 10ms);
  const CallOutcome outcome = run.outcome();
  EXPECT_EQ(outcome.answer->status, 429);
  EXPECT_EQ(outcome.retry_after, 7s);
  EXPECT_THAT(outcome.detail, testing::HasSubstr("7499 ms"));
}

TEST(CallMachine, gives_each_request_no_more_than_what_is_left) {
  CallMachine::Rules rules = rules_for(Replay::safe);
  rules.timeouts = {.connect = 1s, .attempt = 3s, .total = 1s};
  DrivenCall run{rules, 0.0};
  EXPECT_EQ(run.limits().timeout, 1000ms);
  EXPECT_EQ(run.limits().connect_timeout, 1s);
  run.once(failure(Cause::connect, false));  // at 10 ms, then a wait of 250 ms
  EXPECT_EQ(run.limits().timeout, 740ms);
}

TEST(CallMachine, has_no_limits_when_they_are_zero) {
  CallMachine::Rules rules = rules_for(Replay::safe);
  rules.timeouts = {.connect = 0ms, .attempt = 0ms, .total = 0ms};
  DrivenCall run{rules};
  EXPECT_EQ(run.limits().timeout, 0ms);
  run.each(failure(Cause::connect, false));
  EXPECT_EQ(run.requests(), 4);
}

TEST(CallMachine, sends_once_when_retries_are_off) {
  CallMachine::Rules rules = rules_for(Replay::safe);
  rules.retry = clerk::RetryPolicy::none();
  DrivenCall run{rules};
  run.each(answer(429, {{"Retry-After", "1"}}));
  EXPECT_EQ(run.requests(), 1);
}

TEST(CallMachine, remembers_each_failed_attempt_with_its_cause) {
  DrivenCall run{rules_for(Replay::safe), 0.0};
  run.once(failure(Cause::connect, false));
  run.once(answer(502));
  run.once(failure(Cause::connection_lost, true));
  run.once(answer(500));
  const std::vector<Attempt> attempts = run.outcome().attempts;
  ASSERT_EQ(attempts.size(), 4U);
  EXPECT_EQ(attempts[0].cause, ErrorKind::not_sent);
  EXPECT_FALSE(attempts[0].sent);
  EXPECT_EQ(attempts[0].message, "it broke");
  EXPECT_EQ(attempts[0].elapsed, 10ms);
  EXPECT_EQ(attempts[0].waited, 250ms);
  EXPECT_EQ(attempts[1].status, 502);
  EXPECT_EQ(attempts[2].cause, ErrorKind::no_answer);
  EXPECT_TRUE(attempts[2].sent);
  EXPECT_EQ(attempts[3].waited, 0ms);
}

TEST(CallMachine, ends_when_it_is_canceled_and_says_if_a_write_had_gone_out) {
  DrivenCall write{rules_for(Replay::idempotent)};
  EXPECT_TRUE(std::holds_alternative<CallMachine::Done>(write.machine().canceled("enough", true, {})));
  const CallOutcome outcome = write.outcome();
  EXPECT_EQ(outcome.kind, ErrorKind::canceled);
  EXPECT_THAT(outcome.detail, testing::HasSubstr("may have acted"));

  DrivenCall unsent{rules_for(Replay::idempotent)};
  EXPECT_TRUE(std::holds_alternative<CallMachine::Done>(unsent.machine().canceled("enough", false, {})));
  EXPECT_EQ(unsent.outcome().detail, "enough");
}

}  // namespace
