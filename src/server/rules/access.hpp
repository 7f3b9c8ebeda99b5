#pragma once

#include "server/rules/access_decision.hpp"
#include "server/rules/call.hpp"

namespace clerk::server::rules {

/// The look-ups of a decision, done in a transaction. Not to be kept beyond it.
[[nodiscard]] AccessLookups lookups_in(const Call& call, store::Transaction& transaction);

/// Whether the newcomer may come in, by what the transaction sees.
[[nodiscard]] AccessDecision decide_sign_up(const Newcomer& newcomer, const Call& call,
                                            store::Transaction& transaction);

}  // namespace clerk::server::rules
