#pragma once

#include <string_view>

namespace clerk::ctl {

/// Whether a URL leads to this machine: what is sent there leaves it by no network. By the library's own rules, which
/// decide on the proxy.
[[nodiscard]] bool leads_to_this_machine(std::string_view url);

/// Whether two URLs name the same root of an API: with or without `/v1` and a slash at the end, in whatever case scheme
/// and host are. False for one that is no root.
[[nodiscard]] bool is_same_root(std::string_view one, std::string_view other);

}  // namespace clerk::ctl
