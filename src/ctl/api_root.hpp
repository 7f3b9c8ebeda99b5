#pragma once

#include <string_view>

namespace clerk::ctl {

/// Whether a URL leads to this machine: what is sent there leaves it by no network.
[[nodiscard]] bool leads_to_this_machine(std::string_view url);

}  // namespace clerk::ctl
