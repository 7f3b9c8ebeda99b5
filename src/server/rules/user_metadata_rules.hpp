#pragma once

#include "server/rules/call.hpp"

#include <clerk/contract/user_metadata.hpp>

namespace clerk::server::rules {

// Metadata of users: merged, or replaced whole. facts 2.11, 5.1

[[nodiscard]] Judged<User> apply(const operations::UpdateUserMetadata& operation, Call& call,
                                 store::Transaction& transaction);
[[nodiscard]] Judged<User> apply(const operations::ReplaceUserMetadata& operation, Call& call,
                                 store::Transaction& transaction);

}  // namespace clerk::server::rules
