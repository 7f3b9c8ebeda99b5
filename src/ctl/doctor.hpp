#pragma once

#include "ctl/examination.hpp"

#include <string>
#include <vector>

namespace clerk::ctl {

/// How the checks are printed: a table for people, or `{"healthy", "checks": [{"name", "verdict", "finding",
/// "advice"}]}`.
[[nodiscard]] std::string checks_text(const std::vector<Check>& checks, const Host& host, const GlobalOptions& options);

/// Failed when a check has failed; warnings are none.
[[nodiscard]] ExitStatus status_of(const std::vector<Check>& checks);

}  // namespace clerk::ctl
