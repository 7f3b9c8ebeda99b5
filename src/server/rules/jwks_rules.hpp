#pragma once

#include "server/rules/call.hpp"
#include "server/rules/signing_keys.hpp"

#include <clerk/contract/jwks.hpp>

namespace clerk::server::rules {

// The key set of an instance: the first who asks for it has it made. facts 8.2

[[nodiscard]] FoundKey prepare(const operations::GetJWKS& operation, const Call& call, const Look& look);
[[nodiscard]] Judged<JWKS> apply(const operations::GetJWKS& operation, Call& call, store::Transaction& transaction,
                                 const FoundKey& key);

}  // namespace clerk::server::rules
