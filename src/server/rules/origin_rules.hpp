#pragma once

#include "server/store/instance_state.hpp"

#include <string_view>

namespace clerk::server::rules {

/// Whether a page of this origin may read what front ends read: one of `allowed_origins`, the `development_origin`, and
/// while developing, anything on this machine. facts 2.2 (inferred)
[[nodiscard]] bool is_origin_allowed(const store::InstanceState& instance, std::string_view origin);

}  // namespace clerk::server::rules
