#pragma once

#include "server/store/user_search.hpp"
#include "server/store/where.hpp"

#include <string_view>

namespace clerk::server::store {

/// Adds what `search` asks of the users of an instance, but for its cursor. They are named `u` in the query.
void add_user_condition(std::string_view instance_id, const UserSearch& search, Where& where);

}  // namespace clerk::server::store
