#pragma once

#include <clerk/export.hpp>
#include <clerk/headers.hpp>

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace clerk {

enum class LogLevel {
  debug,    ///< each request and answer; only with Configuration::debug
  info,     ///< an attempt that is followed by another
  warning,  ///< a call that failed
};

[[nodiscard]] CLERK_EXPORT std::string_view to_string(LogLevel level) noexcept;

/// What happened. Holds no key: headers are those of an allow-list, bodies are left out.
struct LogRecord {
  LogLevel level{LogLevel::debug};
  std::string message{};    ///< the whole, for people
  std::string operation{};  ///< such as `update_instance`
  std::string method{};
  std::string url{};
  int attempt{0};  ///< 1 for the first
  int status{0};   ///< 0 without an answer
  std::chrono::milliseconds elapsed{0};
  Headers headers{};
};

/// Called on the thread that makes the call, possibly on several at once. What it throws is swallowed.
using Logger = std::function<void(const LogRecord&)>;

}  // namespace clerk
