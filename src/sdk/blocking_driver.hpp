#pragma once

#include "sdk/call_machine.hpp"
#include "sdk/client_core.hpp"
#include "sdk/prepared_call.hpp"

namespace clerk::sdk {

/// Runs a call to its end on this thread.
[[nodiscard]] CallOutcome run_blocking(const detail::ClientCore& core, PreparedCall& call);

}  // namespace clerk::sdk
