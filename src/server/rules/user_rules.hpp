#pragma once

#include "server/rules/call.hpp"
#include "server/rules/user_passwords.hpp"

#include <clerk/contract/users.hpp>

namespace clerk::server::rules {

// Users, one at a time. facts 2.11, 3.2, 3.3

[[nodiscard]] PreparedPassword prepare(const operations::CreateUser& operation, const Call& call, const Look& look);
[[nodiscard]] Judged<User> apply(const operations::CreateUser& operation, Call& call, store::Transaction& transaction,
                                 const PreparedPassword& password);

[[nodiscard]] Judged<User> read(const operations::GetUser& operation, Call& call, store::Transaction& transaction);

[[nodiscard]] PreparedPassword prepare(const operations::UpdateUser& operation, const Call& call, const Look& look);
[[nodiscard]] Judged<User> apply(const operations::UpdateUser& operation, Call& call, store::Transaction& transaction,
                                 const PreparedPassword& password);

[[nodiscard]] Judged<DeletedObject> apply(const operations::DeleteUser& operation, Call& call,
                                          store::Transaction& transaction);

}  // namespace clerk::server::rules
