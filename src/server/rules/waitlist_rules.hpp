#pragma once

#include "server/rules/call.hpp"

#include <clerk/contract/waitlist_entries.hpp>

#include <string_view>

namespace clerk::server::rules {

// Who waits to be let in. facts 3.2, 3.3

/// Marks the entry of an address, if there is one, as the one that led to a user.
void complete_waitlist_entry(std::string_view address, const Call& call, store::Transaction& transaction);

[[nodiscard]] Judged<WaitlistEntries> read(const operations::ListWaitlistEntries& operation, Call& call,
                                           store::Transaction& transaction);
[[nodiscard]] Judged<WaitlistEntry> apply(const operations::CreateWaitlistEntry& operation, Call& call,
                                          store::Transaction& transaction);
[[nodiscard]] Judged<BulkWaitlistEntries> apply(const operations::CreateBulkWaitlistEntries& operation, Call& call,
                                                store::Transaction& transaction);
[[nodiscard]] Judged<DeletedObject> apply(const operations::DeleteWaitlistEntry& operation, Call& call,
                                          store::Transaction& transaction);
[[nodiscard]] Judged<WaitlistEntry> apply(const operations::InviteWaitlistEntry& operation, Call& call,
                                          store::Transaction& transaction);
[[nodiscard]] Judged<WaitlistEntry> apply(const operations::RejectWaitlistEntry& operation, Call& call,
                                          store::Transaction& transaction);

}  // namespace clerk::server::rules
