#pragma once

#include "server/api/daemon.hpp"

#include <optional>

namespace clerk::server::api {

struct CommandLine {
  DaemonOptions options{};
  std::string log_level{"info"};
};

/// What the program was told by flags, environment (`CLERKD_<FLAG>`) and a configuration file, in that order of
/// precedence. Prints help, version or a complaint itself; then `exit_status` says what to end with.
struct ParsedCommandLine {
  CommandLine command_line{};
  std::optional<int> exit_status{};
};

[[nodiscard]] ParsedCommandLine parse_command_line(int argc, const char* const* argv);

}  // namespace clerk::server::api
