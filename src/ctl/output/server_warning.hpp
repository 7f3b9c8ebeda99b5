#pragma once

#include <clerk/headers.hpp>

#include <string>

namespace clerk::ctl {

/// What clerkd says beside its answer, such as what the real API ignores in silence; empty when it says nothing.
[[nodiscard]] std::string server_warning(const Headers& headers);

}  // namespace clerk::ctl
