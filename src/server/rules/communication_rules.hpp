#pragma once

#include "server/rules/change.hpp"

#include <clerk/contract/communication.hpp>

namespace clerk::server::rules {

[[nodiscard]] InstanceCommunication read(const operations::GetInstanceCommunication& operation,
                                         const store::InstanceState& instance);
void write(const operations::UpdateInstanceCommunication& operation, const Surroundings& surroundings, Change& change);
[[nodiscard]] InstanceCommunication answer(const operations::UpdateInstanceCommunication& operation,
                                           const store::InstanceState& after);

/// Whether ISO 3166-1 assigns the two-letter code to a country.
[[nodiscard]] bool is_country(std::string_view code);

}  // namespace clerk::server::rules
