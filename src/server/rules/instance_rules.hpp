#pragma once

#include "server/rules/change.hpp"

#include <clerk/contract/instance.hpp>

namespace clerk::server::rules {

[[nodiscard]] Instance read(const operations::GetInstance& operation, const store::InstanceState& instance);
void write(const operations::UpdateInstance& operation, const Surroundings& surroundings, Change& change);

}  // namespace clerk::server::rules
