#pragma once

#include "server/rules/organization_record.hpp"
#include "server/rules/resource_set.hpp"

#include <clerk/contract/organization_invitations.hpp>

#include <string_view>
#include <vector>

namespace clerk::server::rules {

// Invitations to organizations. The owner is the organization, or the domain of one that made the invitation by itself;
// the subject is the address. An open one of an organization has both in its key, so that there is one.
using OrganizationInvitationSet = ResourceSet<OrganizationInvitation>;
[[nodiscard]] OrganizationInvitationSet organization_invitations_in(const Call& call, store::Transaction& transaction);

/// The invitations as of now, with who invites and, if wanted, the organization that they are to.
[[nodiscard]] std::vector<OrganizationInvitation> shown(const std::vector<OrganizationInvitationSet::Entry>& entries,
                                                        bool with_organization, const Call& call,
                                                        store::Transaction& transaction);
[[nodiscard]] OrganizationInvitation shown(const OrganizationInvitationSet::Entry& entry, const Call& call,
                                           store::Transaction& transaction);

/// Ends an open invitation in one of two ways: accepted or revoked.
void close(OrganizationInvitationSet::Entry& entry, std::string_view status, const Call& call,
           store::Transaction& transaction);

/// Whether an open invitation gives the role.
[[nodiscard]] bool is_role_of_invitations(std::string_view role, const Call& call, store::Transaction& transaction);
void rename_role_of_invitations(std::string_view role, std::string_view to, const Call& call,
                                store::Transaction& transaction);

}  // namespace clerk::server::rules
