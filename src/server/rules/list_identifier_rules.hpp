#pragma once

#include "server/rules/call.hpp"

#include <clerk/contract/allowlist_identifiers.hpp>
#include <clerk/contract/blocklist_identifiers.hpp>

namespace clerk::server::rules {

// The entries of the allowlist and of the blocklist. facts 3.2, 3.3

[[nodiscard]] Judged<AllowlistIdentifiers> read(const operations::ListAllowlistIdentifiers& operation, Call& call,
                                                store::Transaction& transaction);
[[nodiscard]] Judged<AllowlistIdentifier> apply(const operations::CreateAllowlistIdentifier& operation, Call& call,
                                                store::Transaction& transaction);
[[nodiscard]] Judged<DeletedObject> apply(const operations::DeleteAllowlistIdentifier& operation, Call& call,
                                          store::Transaction& transaction);

[[nodiscard]] Judged<BlocklistIdentifiers> read(const operations::ListBlocklistIdentifiers& operation, Call& call,
                                                store::Transaction& transaction);
[[nodiscard]] Judged<BlocklistIdentifier> apply(const operations::CreateBlocklistIdentifier& operation, Call& call,
                                                store::Transaction& transaction);
[[nodiscard]] Judged<DeletedObject> apply(const operations::DeleteBlocklistIdentifier& operation, Call& call,
                                          store::Transaction& transaction);

}  // namespace clerk::server::rules
