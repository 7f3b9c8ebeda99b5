#pragma once

#include "server/rules/call.hpp"
#include "server/rules/resource_set.hpp"
#include "server/store/resource_models.hpp"

#include <clerk/contract/invitations.hpp>

#include <string_view>

namespace clerk::server::rules {

using InvitationSet = ResourceSet<store::KeptInvitation>;
[[nodiscard]] InvitationSet invitations_in(const Call& call, store::Transaction& transaction);

/// The invitation as of now.
[[nodiscard]] Invitation invitation_of(const InvitationSet::Entry& entry, const Call& call);

/// Invites an address. facts 3.2, 3.3
[[nodiscard]] Judged<InvitationSet::Entry> invite(const CreateInvitationRequest& request, bool by_allowlist,
                                                  const Call& call, store::Transaction& transaction);
/// Marks it as the one that led to a user.
void accept(InvitationSet::Entry& entry, const Call& call, store::Transaction& transaction);

[[nodiscard]] Judged<Invitation> apply(const operations::CreateInvitation& operation, Call& call,
                                       store::Transaction& transaction);
[[nodiscard]] Judged<BulkInvitations> apply(const operations::CreateBulkInvitations& operation, Call& call,
                                            store::Transaction& transaction);
[[nodiscard]] Judged<Invitations> read(const operations::ListInvitations& operation, Call& call,
                                       store::Transaction& transaction);
[[nodiscard]] Judged<Invitation> apply(const operations::RevokeInvitation& operation, Call& call,
                                       store::Transaction& transaction);

}  // namespace clerk::server::rules
