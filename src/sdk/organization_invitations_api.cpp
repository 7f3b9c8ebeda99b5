#include "sdk/value_of.hpp"

#include <clerk/api/organization_invitations_api.hpp>

namespace clerk {

using sdk::value_of;

Result<OrganizationInvitation> OrganizationInvitationsApi::create_organization_invitation(
    std::string_view organization_id, const CreateOrganizationInvitationRequest& request,
    const CallOptions& options) const {
  return value_of(
      api_client_.send(operations::CreateOrganizationInvitation{std::string{organization_id}, request}, options));
}

Result<OrganizationInvitations> OrganizationInvitationsApi::create_organization_invitation_bulk(
    std::string_view organization_id, const CreateOrganizationInvitationBulkRequest& request,
    const CallOptions& options) const {
  return value_of(
      api_client_.send(operations::CreateOrganizationInvitationBulk{std::string{organization_id}, request}, options));
}

Result<OrganizationInvitations> OrganizationInvitationsApi::list_organization_invitations(
    std::string_view organization_id, const ListOrganizationInvitationsRequest& request,
    const CallOptions& options) const {
  return value_of(
      api_client_.send(operations::ListOrganizationInvitations{std::string{organization_id}, request}, options));
}

Result<OrganizationInvitations> OrganizationInvitationsApi::list_pending_organization_invitations(
    std::string_view organization_id, const ListPendingOrganizationInvitationsRequest& request,
    const CallOptions& options) const {
  return value_of(
      api_client_.send(operations::ListPendingOrganizationInvitations{std::string{organization_id}, request}, options));
}

Result<OrganizationInvitation> OrganizationInvitationsApi::get_organization_invitation(
    std::string_view organization_id, std::string_view invitation_id, const CallOptions& options) const {
  return value_of(api_client_.send(
      operations::GetOrganizationInvitation{std::string{organization_id}, std::string{invitation_id}}, options));
}

Result<OrganizationInvitation> OrganizationInvitationsApi::revoke_organization_invitation(
    std::string_view organization_id, std::string_view invitation_id,
    const RevokeOrganizationInvitationRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(
      operations::RevokeOrganizationInvitation{std::string{organization_id}, std::string{invitation_id}, request},
      options));
}

Result<OrganizationInvitations> OrganizationInvitationsApi::list_instance_organization_invitations(
    const ListInstanceOrganizationInvitationsRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::ListInstanceOrganizationInvitations{request}, options));
}

}  // namespace clerk
