#pragma once

#include "server/rules/call.hpp"

#include <clerk/contract/user_bulk.hpp>
#include <clerk/contract/user_list.hpp>

namespace clerk::server::rules {

// Many users at once. facts 3.1, 3.2

[[nodiscard]] Judged<Users> read(const operations::GetUserList& operation, Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<TotalCount> read(const operations::GetUsersCount& operation, Call& call,
                                      store::Transaction& transaction);

[[nodiscard]] Judged<Users> apply(const operations::UsersBan& operation, Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<Users> apply(const operations::UsersUnban& operation, Call& call, store::Transaction& transaction);

}  // namespace clerk::server::rules
