#pragma once

#include "ctl/context.hpp"
#include "ctl/failure.hpp"
#include "ctl/host.hpp"

#include <string_view>

namespace clerk::ctl {

/// Tells of a failure on `host.err`: a paragraph for people with the hint on a line of its own, or with `--format json`
/// a line of JSON that has its details too. A key in it is cut short. Gives its exit status, for who ends with it.
ExitStatus report(Host& host, const GlobalOptions& options, const Failure& failure);

/// Tells of what is no failure on `host.err`: a line for people, or with `--format json` one of JSON.
void warn(Host& host, const GlobalOptions& options, std::string_view warning);

}  // namespace clerk::ctl
