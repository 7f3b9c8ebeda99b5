#include "sdk/blocking_driver.hpp"

#include "sdk/exchange.hpp"
#include "sdk/log.hpp"

#include <utility>

namespace clerk::sdk {

namespace {

CallMachine::Action attempt(const detail::ClientCore& core, PreparedCall& call, const CallLog& log,
                            CallMachine& machine, const CallMachine::Send& limits) {
  const Timing& timing = core.timing();
  call.request.connect_timeout = limits.connect_timeout;
  call.request.timeout = limits.timeout;
  log.on_request(machine.attempt());
  const auto begun = timing.now();
  TransportResult result = exchange(core.transport(), call.request);
  const auto now = timing.now();
  if (!result) {
    const auto action = machine.failed(std::move(result).error(), now);
    log.on_no_answer(machine, now - begun);
    return action;
  }
  log.on_answer(machine.attempt(), *result, now - begun);
  return machine.answered(*std::move(result), now, timing.wall());
}

}  // namespace

CallOutcome run_blocking(const detail::ClientCore& core, PreparedCall& call) {
  const Timing& timing = core.timing();
  const CallLog log{*core.settings(), call};
  CallMachine machine{call.rules, timing.random};
  auto action = machine.start(timing.now());
  while (!std::holds_alternative<CallMachine::Done>(action)) {
    if (const auto* wait = std::get_if<CallMachine::Wait>(&action)) {
      log.on_retry(machine, wait->duration);
      timing.wait(wait->duration);
      action = machine.wait_over(timing.now());
    } else {
      action = attempt(core, call, log, machine, std::get<CallMachine::Send>(action));
    }
  }
  return machine.take_outcome();
}

}  // namespace clerk::sdk
