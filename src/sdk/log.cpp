#include "sdk/log.hpp"

#include "sdk/ascii.hpp"
#include "sdk/excerpt.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <utility>

namespace clerk {

std::string_view to_string(LogLevel level) noexcept {
  switch (level) {
    case LogLevel::debug:
      return "debug";
    case LogLevel::info:
      return "info";
    case LogLevel::warning:
      return "warning";
  }
  return "";
}

}  // namespace clerk

namespace clerk::sdk {

namespace {

constexpr auto shown = std::to_array<std::string_view>(
    {"Accept", "Allow", "cf-ray", "Clerk-API-Version", "clerkd-warning", "Clerk-Trace-Id", "Content-Encoding",
     "Content-Length", "Content-Type", "Date", "Retry-After", "Server", "User-Agent", "x-clerk-trace-id"});

template <class Hook, class Call>
void call_hook(const Hook& hook, const Call& call) noexcept {
  if (!hook) return;
  try {
    call(hook);
  } catch (...) {
    // A hook that fails must not fail the call.
  }
}

std::string milliseconds_text(std::chrono::milliseconds time) { return std::to_string(time.count()) + " ms"; }

}  // namespace

Headers loggable(const Headers& headers) {
  Headers kept;
  for (const Header& header : headers) {
    if (std::ranges::any_of(shown, [&header](std::string_view name) { return same_text(name, header.name); })) {
      kept.add(header.name, header.value);
    }
  }
  return kept;
}

Logger standard_error_logger() {
  return [](const LogRecord& record) {
    std::string line = "clerk " + std::string{to_string(record.level)} + ": " + record.message;
    for (const Header& header : record.headers) line += "\n    " + header.name + ": " + header.value;
    std::cerr << line + "\n";
  };
}

bool CallLog::wanted(LogLevel level) const noexcept {
  return settings_->configuration.logger && (level != LogLevel::debug || settings_->configuration.debug);
}

void CallLog::write(LogRecord record) const noexcept {
  try {
    record.operation = call_->operation;
    record.method = to_string(call_->request.method);
    record.url = call_->request.url;
    redact(record.message, settings_->configuration.access_token);
    record.headers = shown(record.headers);
    settings_->configuration.logger(record);
  } catch (...) {
    // A logger that fails must not fail the call.
  }
}

AttemptInfo CallLog::info(int attempt) const noexcept {
  return {.call = call_->number,
          .operation = call_->operation,
          .method = call_->request.method,
          .url = call_->request.url,
          .attempt = attempt};
}

Headers CallLog::shown(const Headers& headers) const {
  return without_key(loggable(headers), settings_->configuration.access_token);
}

void CallLog::on_request(int attempt) const {
  call_hook(settings_->configuration.hooks.on_request, [&](const auto& hook) { hook(info(attempt)); });
  if (!wanted(LogLevel::debug)) return;
  write({.level = LogLevel::debug,
         .message = std::string{to_string(call_->request.method)} + " " + call_->request.url + ", attempt " +
                    std::to_string(attempt),
         .attempt = attempt,
         .headers = call_->request.headers});
}

void CallLog::on_answer(int attempt, const TransportAnswer& answer, std::chrono::steady_clock::duration elapsed) const {
  call_hook(settings_->configuration.hooks.on_response, [&](const auto& hook) {
    hook(info(attempt), {.status = answer.status,
                         .headers = shown(answer.headers),
                         .elapsed = std::chrono::duration_cast<std::chrono::microseconds>(elapsed)});
  });
  if (!wanted(LogLevel::debug)) return;
  write({.level = LogLevel::debug,
         .message = std::string{call_->operation} + " was answered " + std::to_string(answer.status) + " after " +
                    milliseconds_text(std::chrono::duration_cast<std::chrono::milliseconds>(elapsed)),
         .attempt = attempt,
         .status = answer.status,
         .elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(elapsed),
         .headers = answer.headers});
}

void CallLog::on_no_answer(const CallMachine& machine, std::chrono::steady_clock::duration elapsed) const {
  if (machine.attempts().empty()) return;  // given up before the first
  const Attempt& failed = machine.attempts().back();
  call_hook(settings_->configuration.hooks.on_response, [&](const auto& hook) {
    std::string message = failed.message;
    redact(message, settings_->configuration.access_token);
    hook(info(machine.attempt()), {.status = failed.status,
                                   .headers = shown(machine.headers()),
                                   .elapsed = std::chrono::duration_cast<std::chrono::microseconds>(elapsed),
                                   .failure = failed.cause,
                                   .message = std::move(message)});
  });
}

void CallLog::on_retry(const CallMachine& machine, std::chrono::milliseconds wait) const {
  call_hook(settings_->configuration.hooks.on_retry, [&](const auto& hook) { hook(info(machine.attempt()), wait); });
  if (!wanted(LogLevel::info)) return;
  const Attempt& failed = machine.attempts().back();
  write({.level = LogLevel::info,
         .message =
             std::string{call_->operation} + " is tried again in " + milliseconds_text(wait) + ": " + failed.message,
         .attempt = machine.attempt(),
         .status = failed.status,
         .elapsed = failed.elapsed});
}

void CallLog::on_failure(const Error& error) const {
  if (!wanted(LogLevel::warning)) return;
  write({.level = LogLevel::warning,
         .message = error.message(),
         .attempt = static_cast<int>(error.attempts.size()),
         .status = error.status,
         .headers = error.headers});
}

}  // namespace clerk::sdk
