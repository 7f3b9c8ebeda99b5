#pragma once

// Every rule of the server. An operation is live when an overload of `read` or `write` takes it.
#include "server/rules/beta_features_rules.hpp"
#include "server/rules/communication_rules.hpp"
#include "server/rules/instance_rules.hpp"
#include "server/rules/oauth_application_settings_rules.hpp"
#include "server/rules/organization_settings_rules.hpp"
#include "server/rules/protect_rules.hpp"
#include "server/rules/restriction_rules.hpp"

namespace clerk::server::rules {

template <class Op>
concept LiveRead = requires(const Op& operation, const store::InstanceState& instance) {
  read(operation, instance);
};

template <class Op>
concept LiveWrite = requires(const Op& operation, const Surroundings& surroundings, Change& change) {
  write(operation, surroundings, change);
};

}  // namespace clerk::server::rules
