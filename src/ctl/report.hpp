#pragma once

#include "ctl/context.hpp"
#include "ctl/failure.hpp"
#include "ctl/host.hpp"

namespace clerk::ctl {

/// Tells of a failure on `host.err`: a paragraph for people with the hint on a line of its own, or with `--format json`
/// a line of JSON. A key in it is cut short. Gives its exit status, for who ends with it.
ExitStatus report(Host& host, const GlobalOptions& options, const Failure& failure);

}  // namespace clerk::ctl
