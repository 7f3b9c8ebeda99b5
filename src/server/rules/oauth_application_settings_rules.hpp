#pragma once

#include "server/rules/change.hpp"

#include <clerk/contract/oauth_application_settings.hpp>

namespace clerk::server::rules {

[[nodiscard]] InstanceOAuthApplicationSettings read(const operations::GetInstanceOAuthApplicationSettings& operation,
                                                    const store::InstanceState& instance);
void write(const operations::UpdateInstanceOAuthApplicationSettings& operation, const Surroundings& surroundings,
           Change& change);
[[nodiscard]] InstanceOAuthApplicationSettings answer(
    const operations::UpdateInstanceOAuthApplicationSettings& operation, const store::InstanceState& after);

}  // namespace clerk::server::rules
