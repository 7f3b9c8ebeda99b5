#pragma once

#include "server/store/instance_state.hpp"

#include <string>

namespace clerk::server::api {

/// The settings as a front end sees them: of the Frontend API's environment, the parts that the settings of the Backend
/// API decide. JSON. facts 2.2, 2.3
[[nodiscard]] std::string environment_of(const store::InstanceState& instance);

}  // namespace clerk::server::api
