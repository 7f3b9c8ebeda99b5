#pragma once

#include "server/rules/change.hpp"

#include <clerk/contract/organization_settings.hpp>

namespace clerk::server::rules {

/// Members an organization may have without the plan feature `b2b`. facts 7
inline constexpr std::int64_t membership_cap_without_b2b = 20;

/// Whether a new limit needs the feature: only raising it above the cap does; 0 is no limit and above every cap.
/// facts 9.9
[[nodiscard]] bool exceeds_membership_cap(std::int64_t before, std::int64_t wanted);

[[nodiscard]] OrganizationSettings read(const operations::GetInstanceOrganizationSettings& operation,
                                        const store::InstanceState& instance);
void write(const operations::UpdateInstanceOrganizationSettings& operation, const Surroundings& surroundings,
           Change& change);
[[nodiscard]] OrganizationSettings answer(const operations::UpdateInstanceOrganizationSettings& operation,
                                          const store::InstanceState& after);

}  // namespace clerk::server::rules
