#pragma once

#include "ctl/context.hpp"
#include "ctl/failure.hpp"
#include "ctl/host.hpp"
#include "ctl/settings/safety.hpp"

#include <string>

namespace clerk::ctl::settings {

/// The name of a file that means standard input, or standard output.
inline constexpr std::string_view standard_stream = "-";

struct PullOptions {
  std::string out{};  ///< empty: standard output
  bool force{false};
  bool pin{false};
};

struct PlanOptions {
  std::string file{};
  std::string state{};  ///< empty: `.clerkctl/state.json` beside the settings file
  std::string out{};
  bool detailed_exit_code{false};
};

struct ApplyOptions {
  std::string file{};  ///< or else `plan`
  std::string plan{};
  std::string state{};
  Consent consent{};
};

struct DriftOptions {
  std::string file{};
  std::string state{};
};

[[nodiscard]] ExitStatus run_pull(Host& host, const GlobalOptions& options, const PullOptions& command);
[[nodiscard]] ExitStatus run_plan(Host& host, const GlobalOptions& options, const PlanOptions& command);
[[nodiscard]] ExitStatus run_apply(Host& host, const GlobalOptions& options, const ApplyOptions& command);
[[nodiscard]] ExitStatus run_drift(Host& host, const GlobalOptions& options, const DriftOptions& command);
[[nodiscard]] ExitStatus run_validate(Host& host, const GlobalOptions& options, const std::string& file);

}  // namespace clerk::ctl::settings
