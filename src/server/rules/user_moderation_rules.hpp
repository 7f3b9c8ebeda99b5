#pragma once

#include "server/rules/call.hpp"

#include <clerk/contract/user_moderation.hpp>

namespace clerk::server::rules {

// Who is kept from signing in: for good, or for a while. facts 3.1, 7

[[nodiscard]] Judged<User> apply(const operations::BanUser& operation, Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<User> apply(const operations::UnbanUser& operation, Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<User> apply(const operations::LockUser& operation, Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<User> apply(const operations::UnlockUser& operation, Call& call, store::Transaction& transaction);

}  // namespace clerk::server::rules
