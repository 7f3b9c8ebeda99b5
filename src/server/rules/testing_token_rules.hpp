#pragma once

#include "server/rules/call.hpp"

#include <clerk/contract/testing_tokens.hpp>

namespace clerk::server::rules {

/// A token that would let a test past the bot detection, of which clerkd has none. facts 3.2
[[nodiscard]] Judged<TestingToken> apply(const operations::CreateTestingToken& operation, Call& call,
                                         store::Transaction& transaction);

}  // namespace clerk::server::rules
