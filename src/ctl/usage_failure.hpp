#pragma once

#include "ctl/failure.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace clerk::ctl {

/// The command that the line got to, from the root down.
[[nodiscard]] const CLI::App& deepest_command(const CLI::App& root);

/// Why a command line can't be understood, in our words, with the names that were probably meant.
[[nodiscard]] Failure usage_failure(const CLI::App& root, const CLI::ParseError& error);

}  // namespace clerk::ctl
