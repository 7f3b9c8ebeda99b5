#pragma once

#include "server/rules/change.hpp"

#include <clerk/contract/beta_features.hpp>

namespace clerk::server::rules {

void write(const operations::UpdateInstanceAuthConfig& operation, const Surroundings& surroundings, Change& change);
[[nodiscard]] InstanceAuthConfig answer(const operations::UpdateInstanceAuthConfig& operation,
                                        const store::InstanceState& after);

void write(const operations::ChangeProductionInstanceDomain& operation, const Surroundings& surroundings,
           Change& change);

}  // namespace clerk::server::rules
