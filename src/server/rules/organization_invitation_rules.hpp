#pragma once

#include "server/rules/accept_tools.hpp"
#include "server/rules/call.hpp"

#include <clerk/contract/organization_invitations.hpp>

namespace clerk::server::rules {

[[nodiscard]] Judged<OrganizationInvitation> apply(const operations::CreateOrganizationInvitation& operation,
                                                   Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationInvitations> apply(const operations::CreateOrganizationInvitationBulk& operation,
                                                    Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationInvitations> read(const operations::ListOrganizationInvitations& operation, Call& call,
                                                   store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationInvitations> read(const operations::ListPendingOrganizationInvitations& operation,
                                                   Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationInvitation> read(const operations::GetOrganizationInvitation& operation, Call& call,
                                                  store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationInvitation> apply(const operations::RevokeOrganizationInvitation& operation,
                                                   Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationInvitations> read(const operations::ListInstanceOrganizationInvitations& operation,
                                                   Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationInvitations> read(const operations::UsersGetOrganizationInvitations& operation,
                                                   Call& call, store::Transaction& transaction);

/// Makes the one whom an invitation went to a member.
[[nodiscard]] Judged<OrganizationInvitation> apply(const tools::AcceptOrganizationInvitation& operation, Call& call,
                                                   store::Transaction& transaction);

}  // namespace clerk::server::rules
