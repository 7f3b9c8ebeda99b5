#pragma once

#include <clerk/contract/allowlist_identifiers.hpp>
#include <clerk/contract/beta_features.hpp>
#include <clerk/contract/blocklist_identifiers.hpp>
#include <clerk/contract/communication.hpp>
#include <clerk/contract/domains.hpp>
#include <clerk/contract/email_addresses.hpp>
#include <clerk/contract/instance.hpp>
#include <clerk/contract/invitations.hpp>
#include <clerk/contract/jwks.hpp>
#include <clerk/contract/jwt_templates.hpp>
#include <clerk/contract/oauth_application_settings.hpp>
#include <clerk/contract/organization_domains.hpp>
#include <clerk/contract/organization_invitations.hpp>
#include <clerk/contract/organization_logo.hpp>
#include <clerk/contract/organization_memberships.hpp>
#include <clerk/contract/organization_metadata.hpp>
#include <clerk/contract/organization_permissions.hpp>
#include <clerk/contract/organization_roles.hpp>
#include <clerk/contract/organization_settings.hpp>
#include <clerk/contract/organizations.hpp>
#include <clerk/contract/phone_numbers.hpp>
#include <clerk/contract/protect.hpp>
#include <clerk/contract/redirect_urls.hpp>
#include <clerk/contract/restrictions.hpp>
#include <clerk/contract/role_sets.hpp>
#include <clerk/contract/sessions.hpp>
#include <clerk/contract/sign_ups.hpp>
#include <clerk/contract/testing_tokens.hpp>
#include <clerk/contract/user_bulk.hpp>
#include <clerk/contract/user_list.hpp>
#include <clerk/contract/user_metadata.hpp>
#include <clerk/contract/user_moderation.hpp>
#include <clerk/contract/user_passwords.hpp>
#include <clerk/contract/users.hpp>
#include <clerk/contract/waitlist_entries.hpp>

namespace clerk {

// clang-format off: one block a resource, so that its lines stay together
/// Every operation the project knows. Routes, documents and tests are folds over this list.
using AllOperations = OperationList<
    operations::GetInstance, operations::UpdateInstance, operations::UpdateInstanceRestrictions,
    operations::GetInstanceOrganizationSettings, operations::UpdateInstanceOrganizationSettings,
    operations::GetInstanceProtect, operations::UpdateInstanceProtect, operations::GetInstanceCommunication,
    operations::UpdateInstanceCommunication, operations::GetInstanceOAuthApplicationSettings,
    operations::UpdateInstanceOAuthApplicationSettings, operations::ChangeProductionInstanceDomain,
    operations::UpdateInstanceAuthConfig,

    operations::ListAllowlistIdentifiers, operations::CreateAllowlistIdentifier, operations::DeleteAllowlistIdentifier,

    operations::ListBlocklistIdentifiers, operations::CreateBlocklistIdentifier, operations::DeleteBlocklistIdentifier,

    operations::ListDomains, operations::AddDomain, operations::UpdateDomain, operations::DeleteDomain,

    operations::CreateInvitation, operations::CreateBulkInvitations, operations::ListInvitations,
    operations::RevokeInvitation,

    operations::GetJWKS,

    operations::ListJWTTemplates, operations::CreateJWTTemplate, operations::GetJWTTemplate,
    operations::UpdateJWTTemplate, operations::DeleteJWTTemplate,

    operations::ListOrganizations, operations::CreateOrganization, operations::GetOrganization,
    operations::UpdateOrganization, operations::DeleteOrganization, operations::MergeOrganizationMetadata,
    operations::ReplaceOrganizationMetadata, operations::UploadOrganizationLogo, operations::DeleteOrganizationLogo,

    operations::CreateOrganizationMembership, operations::ListOrganizationMemberships,
    operations::UpdateOrganizationMembership, operations::DeleteOrganizationMembership,
    operations::UpdateOrganizationMembershipMetadata, operations::InstanceGetOrganizationMemberships,

    operations::CreateOrganizationInvitation, operations::CreateOrganizationInvitationBulk,
    operations::ListOrganizationInvitations, operations::ListPendingOrganizationInvitations,
    operations::GetOrganizationInvitation, operations::RevokeOrganizationInvitation,
    operations::ListInstanceOrganizationInvitations,

    operations::CreateOrganizationDomain, operations::ListOrganizationDomains, operations::UpdateOrganizationDomain,
    operations::DeleteOrganizationDomain, operations::VerifyOrganizationDomainOwnership,
    operations::ListAllOrganizationDomains,

    operations::ListOrganizationRoles, operations::CreateOrganizationRole, operations::GetOrganizationRole,
    operations::UpdateOrganizationRole, operations::DeleteOrganizationRole,
    operations::AssignPermissionToOrganizationRole, operations::RemovePermissionFromOrganizationRole,

    operations::ListOrganizationPermissions, operations::CreateOrganizationPermission,
    operations::GetOrganizationPermission, operations::UpdateOrganizationPermission,
    operations::DeleteOrganizationPermission,

    operations::ListRoleSets, operations::CreateRoleSet, operations::GetRoleSet, operations::UpdateRoleSet,
    operations::ReplaceRoleSet, operations::AddRolesToRoleSet, operations::ReplaceRoleInRoleSet,

    operations::ListRedirectURLs, operations::CreateRedirectURL, operations::GetRedirectURL,
    operations::DeleteRedirectURL,

    operations::GetSessionList, operations::CreateSession, operations::GetSession, operations::RevokeSession,
    operations::CreateSessionToken, operations::CreateSessionTokenFromTemplate,

    operations::GetSignUp, operations::UpdateSignUp,

    operations::CreateTestingToken,

    operations::GetUserList, operations::CreateUser, operations::GetUsersCount, operations::GetUser,
    operations::UpdateUser, operations::DeleteUser, operations::BanUser, operations::UnbanUser, operations::UsersBan,
    operations::UsersUnban, operations::LockUser, operations::UnlockUser, operations::UpdateUserMetadata,
    operations::ReplaceUserMetadata, operations::VerifyPassword, operations::SetUserPasswordCompromised,
    operations::UnsetUserPasswordCompromised, operations::UsersGetOrganizationMemberships,
    operations::UsersGetOrganizationInvitations,

    operations::CreateEmailAddress, operations::GetEmailAddress, operations::UpdateEmailAddress,
    operations::DeleteEmailAddress, operations::ReplaceUserEmailAddress, operations::CreatePhoneNumber,
    operations::GetPhoneNumber, operations::UpdatePhoneNumber, operations::DeletePhoneNumber,
    operations::ReplaceUserPhoneNumber,

    operations::ListWaitlistEntries, operations::CreateWaitlistEntry, operations::CreateBulkWaitlistEntries,
    operations::DeleteWaitlistEntry, operations::InviteWaitlistEntry, operations::RejectWaitlistEntry>;
// clang-format on

}  // namespace clerk
