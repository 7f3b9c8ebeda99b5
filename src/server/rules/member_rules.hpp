#pragma once

#include "server/rules/organization_record.hpp"
#include "server/store/memberships.hpp"

#include <clerk/contract/organization_memberships.hpp>

#include <string>
#include <string_view>

namespace clerk::server::rules {

/// Makes the user a member. \return false if they are one already
[[nodiscard]] bool join(const store::OrganizationRow& organization, std::string_view user_id, const std::string& role,
                        const store::MembershipDocument& document, Call& call, store::Transaction& transaction);

/// Takes the user out of all organizations: they are going.
void leave_organizations(std::string_view user_id, const Call& call, store::Transaction& transaction);
/// Takes all members out of an organization: it is going.
void dismiss_members(const store::OrganizationRow& organization, const Call& call, store::Transaction& transaction);

/// Whether the user is a member who may manage the others.
[[nodiscard]] bool is_manager(std::string_view organization_id, std::string_view user_id, const Call& call,
                              store::Transaction& transaction);

[[nodiscard]] Judged<OrganizationMembership> apply(const operations::CreateOrganizationMembership& operation,
                                                   Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationMemberships> read(const operations::ListOrganizationMemberships& operation, Call& call,
                                                   store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationMembership> apply(const operations::UpdateOrganizationMembership& operation,
                                                   Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationMembership> apply(const operations::DeleteOrganizationMembership& operation,
                                                   Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationMembership> apply(const operations::UpdateOrganizationMembershipMetadata& operation,
                                                   Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationMemberships> read(const operations::InstanceGetOrganizationMemberships& operation,
                                                   Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationMemberships> read(const operations::UsersGetOrganizationMemberships& operation,
                                                   Call& call, store::Transaction& transaction);

}  // namespace clerk::server::rules
