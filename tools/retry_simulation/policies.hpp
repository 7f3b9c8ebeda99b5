#pragma once

#include "retry_simulation/random.hpp"
#include "retry_simulation/world.hpp"
#include "sdk/call_machine.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace clerk::simulation {

/// A call's next request.
struct Send {
  Milliseconds at{0};
  Milliseconds timeout{0};  ///< zero means none
};
/// The call has ended.
struct Over {
  Milliseconds at{0};
};
using Step = std::variant<Send, Over>;

/// What the server said.
struct Answer {
  int status{0};
  std::optional<std::chrono::seconds> retry_after{};
};

/// One call of one client: is told what happened, says what comes next.
class Call {
 public:
  Call() = default;
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;
  virtual ~Call() = default;

  [[nodiscard]] virtual Step start(Milliseconds now) = 0;
  [[nodiscard]] virtual Step answered(const Answer& answer, Milliseconds now) = 0;
  [[nodiscard]] virtual Step failed(const TransportFailure& failure, Milliseconds now) = 0;
};

struct Policy {
  std::string name{};
  std::string colour{};
  std::function<std::unique_ptr<Call>(Random&)> new_call{};
};

/// The library's own state machine with these rules.
[[nodiscard]] Policy library_policy(std::string name, std::string colour, const sdk::CallMachine::Rules& rules);

/// Rules of the library as they are by default, for a PATCH of settings.
[[nodiscard]] sdk::CallMachine::Rules default_rules();
/// Rules that see such an outage through.
[[nodiscard]] sdk::CallMachine::Rules patient_rules();

/// The library's default, the library's patient rules, and what programs without it do.
[[nodiscard]] std::vector<Policy> all_policies();

}  // namespace clerk::simulation
