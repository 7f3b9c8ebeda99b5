// Every course that a call can take, up to its last attempt, in virtual time. What must hold is said apart from the
// machine: from what happened alone.
#include "sdk/call_machine.hpp"

#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace {

using namespace std::chrono_literals;
using clerk::ErrorKind;
using clerk::Replay;
using clerk::TransportAnswer;
using clerk::TransportFailure;
using clerk::sdk::CallMachine;
using clerk::sdk::CallOutcome;
using Cause = TransportFailure::Cause;
using std::chrono::milliseconds;

constexpr milliseconds request_time = 40ms;
constexpr milliseconds request_limit = 300ms;

/// One thing that may become of a request, and what follows from it by the rules.
struct Event {
  enum class Means { over, not_sent, refused, may_have_acted };

  std::string_view name;
  Means means;
  int status{0};
  std::string_view retry_after{};
  milliseconds asked{0};  ///< wait that the server asks for, as it should be understood
  Cause cause{Cause::other};
  bool permanent{false};
};

using Means = Event::Means;

constexpr auto events = std::to_array<Event>({
    {.name = "200", .means = Means::over, .status = 200},
    {.name = "404", .means = Means::over, .status = 404},
    {.name = "501", .means = Means::over, .status = 501},
    {.name = "429", .means = Means::refused, .status = 429},
    {.name = "429 in 2 s", .means = Means::refused, .status = 429, .retry_after = "2", .asked = 2s},
    {.name = "429 at a date",
     .means = Means::refused,
     .status = 429,
     .retry_after = "Thu, 01 Jan 1970 00:00:03 GMT",
     .asked = 3s},
    {.name = "429 in a lifetime",
     .means = Means::refused,
     .status = 429,
     .retry_after = "99999999999999999999999",
     .asked = 7 * 24h},
    {.name = "429 with garbage", .means = Means::refused, .status = 429, .retry_after = "soon"},
    {.name = "503 in 1 s", .means = Means::refused, .status = 503, .retry_after = "1", .asked = 1s},
    {.name = "503 with garbage", .means = Means::may_have_acted, .status = 503, .retry_after = "-1"},
    {.name = "500 in 1 s", .means = Means::may_have_acted, .status = 500, .retry_after = "1", .asked = 1s},
    {.name = "502", .means = Means::may_have_acted, .status = 502},
    {.name = "no connection", .means = Means::not_sent, .cause = Cause::connect},
    {.name = "no trust", .means = Means::over, .cause = Cause::tls, .permanent = true},
    {.name = "lost after sending", .means = Means::may_have_acted, .cause = Cause::connection_lost},
    {.name = "timed out after sending", .means = Means::may_have_acted, .cause = Cause::timeout},
});

struct Case {
  Replay replay;
  bool opt_in;
  milliseconds total;
};

/// Plays one course of events and checks each step of the machine.
class Course {
 public:
  Course(const Case& how, const std::vector<const Event*>& plan)
      : how_{how},
        plan_{plan},
        machine_{{.retry = {.replay_idempotent = how.opt_in},
                  .timeouts = {.connect = 100ms, .attempt = request_limit, .total = how.total},
                  .replay = how.replay},
                 [] { return 0.0; }} {}

  /// Whether the call was over by the end of the plan; otherwise it wants to send again.
  bool play() {
    auto action = machine_.start(now_);
    while (!std::holds_alternative<CallMachine::Done>(action)) {
      if (const auto* wait = std::get_if<CallMachine::Wait>(&action)) {
        action = after(*wait);
      } else if (happened_ == plan_.size()) {
        return false;
      } else {
        action = after(std::get<CallMachine::Send>(action));
      }
    }
    EXPECT_EQ(happened_, plan_.size()) << "over before its end: " << story();
    over();
    return true;
  }

  [[nodiscard]] std::string story() const {
    std::string text = how_.replay == Replay::safe ? "read" : how_.replay == Replay::idempotent ? "write" : "action";
    if (how_.opt_in) text += " to be replayed";
    if (!endless()) text += " within " + std::to_string(how_.total.count()) + " ms";
    for (std::size_t i = 0; i < happened_; ++i) text += ", " + std::string{plan_[i]->name};
    return text;
  }

 private:
  [[nodiscard]] bool endless() const { return how_.total.count() == 0; }
  [[nodiscard]] bool reads() const { return how_.replay == Replay::safe; }
  [[nodiscard]] bool may_replay() const { return reads() || (how_.replay == Replay::idempotent && how_.opt_in); }
  [[nodiscard]] bool may_send_after(const Event& event) const {
    if (event.means == Means::over) return false;
    return event.means != Means::may_have_acted || may_replay();
  }

  CallMachine::Action after(const CallMachine::Send& limits) {
    EXPECT_TRUE(last_ == nullptr || may_send_after(*last_)) << story();
    EXPECT_EQ(limits.connect_timeout, 100ms);
    if (!endless()) {
      EXPECT_GT(how_.total, elapsed()) << story();
      EXPECT_EQ(limits.timeout, std::min(request_limit, how_.total - elapsed())) << story();
    } else {
      EXPECT_EQ(limits.timeout, request_limit);
    }
    last_ = plan_[happened_++];
    now_ += std::min(request_time, limits.timeout);
    if (!reads() && last_->means == Means::may_have_acted) acted_ = true;
    if (last_->status == 0) {
      return machine_.failed({.cause = last_->cause,
                              .sent = last_->means == Means::may_have_acted,
                              .permanent = last_->permanent,
                              .message = "it broke"},
                             now_);
    }
    TransportAnswer answer{.status = last_->status};
    if (!last_->retry_after.empty()) answer.headers.add("Retry-After", std::string{last_->retry_after});
    return machine_.answered(std::move(answer), now_, std::chrono::system_clock::time_point{});
  }

  CallMachine::Action after(const CallMachine::Wait& wait) {
    EXPECT_GE(wait.duration, last_->asked) << story();
    EXPECT_GT(wait.duration, last_->asked) << "all who were refused would come back at once: " << story();
    EXPECT_LT(happened_, 4U) << story();
    EXPECT_TRUE(endless() || elapsed() + wait.duration < how_.total) << story();
    EXPECT_EQ(machine_.attempts().back().waited, wait.duration);
    now_ += wait.duration;
    return machine_.wait_over(now_);
  }

  void over() {
    const CallOutcome outcome = machine_.take_outcome();
    EXPECT_EQ(outcome.answer.has_value(), last_->status != 0) << story();
    EXPECT_TRUE(!outcome.answer || outcome.answer->status == last_->status) << story();
    EXPECT_EQ(outcome.attempts.size(), happened_ - (last_->status == 200 ? 1 : 0)) << story();
    for (std::size_t i = 0; i < outcome.attempts.size(); ++i) {
      EXPECT_EQ(outcome.attempts[i].status, plan_[i]->status) << story();
      EXPECT_FALSE(outcome.attempts[i].message.empty());
    }
    if (outcome.answer) {
      const bool told = last_->asked.count() > 0;
      EXPECT_EQ(outcome.retry_after, told ? std::optional{last_->asked} : std::nullopt) << story();
    } else {
      EXPECT_EQ(outcome.kind, kind()) << story();
    }
    const bool out_of_time = may_send_after(*last_) && happened_ < 4;
    EXPECT_EQ(outcome.detail.find("would outlive") != std::string::npos, out_of_time) << story();
    EXPECT_TRUE(!out_of_time || !endless()) << "it gave up with time left: " << story();
    EXPECT_TRUE(endless() || elapsed() <= how_.total) << story();
  }

  [[nodiscard]] ErrorKind kind() const {
    if (acted_) return ErrorKind::outcome_unknown;
    if (last_->cause == Cause::timeout) return ErrorKind::timeout;
    if (last_->cause == Cause::connection_lost) return ErrorKind::no_answer;
    return last_->cause == Cause::tls ? ErrorKind::tls : ErrorKind::not_sent;
  }

  [[nodiscard]] milliseconds elapsed() const { return std::chrono::duration_cast<milliseconds>(now_ - began); }

  static constexpr CallMachine::TimePoint began{1h};

  Case how_;
  const std::vector<const Event*>& plan_;
  CallMachine machine_;
  CallMachine::TimePoint now_{began};
  const Event* last_{nullptr};
  std::size_t happened_{0};
  bool acted_{false};
};

/// Plays every course that begins like `plan` and returns how many there are.
int play_all(const Case& how, std::vector<const Event*>& plan) {
  int courses = 0;
  for (const Event& event : events) {
    plan.push_back(&event);
    courses += Course{how, plan}.play() ? 1 : play_all(how, plan);
    plan.pop_back();
  }
  return courses;
}

TEST(CallMachineProperties, hold_on_every_course_of_events) {
  for (const Case& how :
       {Case{Replay::safe, false, 0ms}, Case{Replay::idempotent, false, 0ms}, Case{Replay::idempotent, true, 0ms},
        Case{Replay::neither, true, 0ms}, Case{Replay::safe, false, 120s}, Case{Replay::idempotent, false, 120s},
        Case{Replay::safe, false, 3s}, Case{Replay::idempotent, true, 3s}, Case{Replay::neither, false, 1s},
        Case{Replay::safe, false, 290ms}, Case{Replay::idempotent, false, 30ms}}) {
    std::vector<const Event*> plan;
    EXPECT_GE(play_all(how, plan), static_cast<int>(events.size()));
  }
}

}  // namespace
