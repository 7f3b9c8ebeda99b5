#pragma once

#include "server/rules/change.hpp"

#include <clerk/contract/restrictions.hpp>

namespace clerk::server::rules {

void write(const operations::UpdateInstanceRestrictions& operation, const Surroundings& surroundings, Change& change);
[[nodiscard]] InstanceRestrictions answer(const operations::UpdateInstanceRestrictions& operation,
                                          const store::InstanceState& after);

/// Judges and makes a change of the restrictions; `allowlist_param` is the name under which the request knows the
/// allowlist, which the beta path calls otherwise.
void change_restrictions(const UpdateInstanceRestrictionsRequest& request, std::string_view allowlist_param,
                         Change& change);

}  // namespace clerk::server::rules
