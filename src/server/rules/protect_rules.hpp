#pragma once

#include "server/rules/change.hpp"

#include <clerk/contract/protect.hpp>

namespace clerk::server::rules {

[[nodiscard]] InstanceProtect read(const operations::GetInstanceProtect& operation,
                                   const store::InstanceState& instance);
void write(const operations::UpdateInstanceProtect& operation, const Surroundings& surroundings, Change& change);
[[nodiscard]] InstanceProtect answer(const operations::UpdateInstanceProtect& operation,
                                     const store::InstanceState& after);

}  // namespace clerk::server::rules
