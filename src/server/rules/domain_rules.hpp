#pragma once

#include "server/rules/call.hpp"

#include <clerk/contract/domains.hpp>

namespace clerk::server::rules {

// The primary domain of an instance, which comes with it, and its satellites. facts 3.2, 3.3

[[nodiscard]] Judged<Domains> read(const operations::ListDomains& operation, Call& call,
                                   store::Transaction& transaction);
[[nodiscard]] Judged<Domain> apply(const operations::AddDomain& operation, Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<Domain> apply(const operations::UpdateDomain& operation, Call& call,
                                   store::Transaction& transaction);
[[nodiscard]] Judged<DeletedObject> apply(const operations::DeleteDomain& operation, Call& call,
                                          store::Transaction& transaction);

}  // namespace clerk::server::rules
