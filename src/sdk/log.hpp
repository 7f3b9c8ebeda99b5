#pragma once

#include "sdk/call_machine.hpp"
#include "sdk/client_settings.hpp"
#include "sdk/prepared_call.hpp"

#include <clerk/hooks.hpp>
#include <clerk/logging.hpp>
#include <clerk/transport.hpp>

#include <chrono>
#include <string_view>

namespace clerk::sdk {

/// Tells a client's logger and hooks what happens to one call.
class CallLog {
 public:
  CallLog(const ClientSettings& settings, const PreparedCall& call) noexcept : settings_{&settings}, call_{&call} {}

  void on_request(int attempt) const;
  void on_answer(int attempt, const TransportAnswer& answer, std::chrono::steady_clock::duration elapsed) const;
  /// The attempt that the machine was told of last ended without an answer.
  void on_no_answer(const CallMachine& machine, std::chrono::steady_clock::duration elapsed) const;
  /// The attempt came to nothing and another follows after the wait.
  void on_retry(const CallMachine& machine, std::chrono::milliseconds wait) const;
  void on_failure(const Error& error) const;

 private:
  [[nodiscard]] bool wanted(LogLevel level) const noexcept;
  void write(LogRecord record) const noexcept;
  [[nodiscard]] AttemptInfo info(int attempt) const noexcept;
  [[nodiscard]] Headers shown(const Headers& headers) const;

  const ClientSettings* settings_;
  const PreparedCall* call_;
};

/// The headers that may be shown: an allow-list, so that one nobody thought of is hidden.
[[nodiscard]] Headers loggable(const Headers& headers);

[[nodiscard]] Logger standard_error_logger();

}  // namespace clerk::sdk
