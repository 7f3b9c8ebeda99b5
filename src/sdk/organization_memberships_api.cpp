#include "sdk/value_of.hpp"

#include <clerk/api/organization_memberships_api.hpp>

namespace clerk {

using sdk::value_of;

Result<OrganizationMembership> OrganizationMembershipsApi::create_organization_membership(
    std::string_view organization_id, const CreateOrganizationMembershipRequest& request,
    const CallOptions& options) const {
  return value_of(
      api_client_.send(operations::CreateOrganizationMembership{std::string{organization_id}, request}, options));
}

Result<OrganizationMemberships> OrganizationMembershipsApi::list_organization_memberships(
    std::string_view organization_id, const ListOrganizationMembershipsRequest& request,
    const CallOptions& options) const {
  return value_of(
      api_client_.send(operations::ListOrganizationMemberships{std::string{organization_id}, request}, options));
}

Result<OrganizationMembership> OrganizationMembershipsApi::update_organization_membership(
    std::string_view organization_id, std::string_view user_id, const UpdateOrganizationMembershipRequest& request,
    const CallOptions& options) const {
  return value_of(api_client_.send(
      operations::UpdateOrganizationMembership{std::string{organization_id}, std::string{user_id}, request}, options));
}

Result<OrganizationMembership> OrganizationMembershipsApi::delete_organization_membership(
    std::string_view organization_id, std::string_view user_id, const CallOptions& options) const {
  return value_of(api_client_.send(
      operations::DeleteOrganizationMembership{std::string{organization_id}, std::string{user_id}}, options));
}

Result<OrganizationMembership> OrganizationMembershipsApi::update_organization_membership_metadata(
    std::string_view organization_id, std::string_view user_id,
    const UpdateOrganizationMembershipMetadataRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(
      operations::UpdateOrganizationMembershipMetadata{std::string{organization_id}, std::string{user_id}, request},
      options));
}

Result<OrganizationMemberships> OrganizationMembershipsApi::instance_get_organization_memberships(
    const InstanceGetOrganizationMembershipsRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::InstanceGetOrganizationMemberships{request}, options));
}

}  // namespace clerk
