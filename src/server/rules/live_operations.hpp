#pragma once

// Every rule of the server. An operation is live when an overload of `read`, `write` or `apply` takes it.
#include "server/rules/beta_features_rules.hpp"
#include "server/rules/call.hpp"
#include "server/rules/communication_rules.hpp"
#include "server/rules/domain_rules.hpp"
#include "server/rules/identification_rules.hpp"
#include "server/rules/instance_rules.hpp"
#include "server/rules/invitation_rules.hpp"
#include "server/rules/jwks_rules.hpp"
#include "server/rules/jwt_template_rules.hpp"
#include "server/rules/list_identifier_rules.hpp"
#include "server/rules/member_rules.hpp"
#include "server/rules/needs_organizations.hpp"
#include "server/rules/oauth_application_settings_rules.hpp"
#include "server/rules/organization_domain_rules.hpp"
#include "server/rules/organization_invitation_rules.hpp"
#include "server/rules/organization_logo_rules.hpp"
#include "server/rules/organization_rules.hpp"
#include "server/rules/organization_settings_rules.hpp"
#include "server/rules/permission_rules.hpp"
#include "server/rules/protect_rules.hpp"
#include "server/rules/redirect_url_rules.hpp"
#include "server/rules/restriction_rules.hpp"
#include "server/rules/role_rules.hpp"
#include "server/rules/role_set_rules.hpp"
#include "server/rules/session_rules.hpp"
#include "server/rules/sign_up_rules.hpp"
#include "server/rules/testing_token_rules.hpp"
#include "server/rules/user_list_rules.hpp"
#include "server/rules/user_metadata_rules.hpp"
#include "server/rules/user_moderation_rules.hpp"
#include "server/rules/user_password_rules.hpp"
#include "server/rules/user_rules.hpp"
#include "server/rules/waitlist_rules.hpp"

#include <concepts>

namespace clerk::server::rules {

template <class Op>
concept LiveRead = requires(const Op& operation, const store::InstanceState& instance) {
  read(operation, instance);
};

template <class Op>
concept LiveWrite = requires(const Op& operation, const Surroundings& surroundings, Change& change) {
  write(operation, surroundings, change);
};

/// Reads rows: `read(operation, call, transaction)` gives a Judged answer.
template <class Op>
concept RowRead = requires(const Op& operation, Call& call, store::Transaction& transaction) {
  read(operation, call, transaction);
};

/// Has work that is too slow for a transaction: `prepare(operation, call, look)` does it before, on a thread that may
/// wait; what it gives goes into `apply(operation, call, transaction, prepared)`.
template <class Op>
concept PreparedWrite = requires(const Op& operation, const Call& call, const Look& look) {
  prepare(operation, call, look);
};

/// Whether a request has such work at all; what is not prepared is applied with a default one.
template <class Op>
[[nodiscard]] bool is_slow(const Op& operation) {
  if constexpr (requires { has_slow_work(operation.body); }) {
    return has_slow_work(operation.body);
  } else {
    return true;
  }
}

/// Changes rows: `apply(operation, call, transaction)` gives a Judged answer.
template <class Op>
concept RowWrite = PreparedWrite<Op> || requires(const Op& operation, Call& call, store::Transaction& transaction) {
  apply(operation, call, transaction);
};

}  // namespace clerk::server::rules
