#pragma once

#include "server/store/instance_state.hpp"

#include <string>

namespace clerk::server::rules {

/// The host of the instance's Frontend API, by which tokens name their issuer. Nothing answers there: `word-word-7.
/// clerk.accounts.dev` while developing, `clerk.` and the home's domain in production. facts 6
[[nodiscard]] std::string frontend_api_host(const store::InstanceState& instance);

}  // namespace clerk::server::rules
