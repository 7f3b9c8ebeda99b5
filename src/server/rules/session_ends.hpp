#pragma once

#include "server/rules/call.hpp"

#include <string_view>

namespace clerk::server::rules {

/// Revokes every session of the user that goes on.
void end_sessions_of(std::string_view user_id, const Call& call, store::Transaction& transaction);

}  // namespace clerk::server::rules
