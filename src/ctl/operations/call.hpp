#pragma once

#include "ctl/context.hpp"
#include "ctl/operations/request.hpp"

#include <optional>
#include <string>

namespace clerk::ctl::operations {

/// How to print what comes back.
struct OutputChoice {
  bool include{false};                   ///< status and headers first
  bool all{false};                       ///< every page
  std::optional<std::string> pointer{};  ///< only that part
};

/// Makes the call and prints its answer to standard output; warnings and failures go to standard error.
[[nodiscard]] ExitStatus make_call(const Context& context, const ReadyRequest& request, const OutputChoice& choice);

}  // namespace clerk::ctl::operations
