#pragma once

#include "sdk/call_machine.hpp"

#include <clerk/contract/operation.hpp>
#include <clerk/result.hpp>
#include <clerk/secret.hpp>

#include <string>

namespace clerk::sdk {

/// A success before its body is decoded.
struct RawAnswer {
  Response<void> evidence{};
  std::string body{};
};

/// The success, or the Error that the outcome of a call amounts to. `key` is taken out of all that came from outside.
[[nodiscard]] Result<RawAnswer> conclude(const OperationInfo& operation, CallOutcome outcome, const Secret& key);

/// The Error for a success whose body is not what the operation answers.
[[nodiscard]] Error malformed(const OperationInfo& operation, RawAnswer answer, const std::string& path,
                              const std::string& problem, const Secret& key);

}  // namespace clerk::sdk
