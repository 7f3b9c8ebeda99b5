#include "sdk/value_of.hpp"

#include <clerk/api/organization_permissions_api.hpp>

namespace clerk {

using sdk::value_of;

Result<Permissions> OrganizationPermissionsApi::list_organization_permissions(
    const ListOrganizationPermissionsRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::ListOrganizationPermissions{request}, options));
}

Result<Permission> OrganizationPermissionsApi::create_organization_permission(
    const CreateOrganizationPermissionRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateOrganizationPermission{request}, options));
}

Result<Permission> OrganizationPermissionsApi::get_organization_permission(std::string_view permission_id,
                                                                           const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetOrganizationPermission{std::string{permission_id}}, options));
}

Result<Permission> OrganizationPermissionsApi::update_organization_permission(
    std::string_view permission_id, const UpdateOrganizationPermissionRequest& request,
    const CallOptions& options) const {
  return value_of(
      api_client_.send(operations::UpdateOrganizationPermission{std::string{permission_id}, request}, options));
}

Result<DeletedObject> OrganizationPermissionsApi::delete_organization_permission(std::string_view permission_id,
                                                                                 const CallOptions& options) const {
  return value_of(api_client_.send(operations::DeleteOrganizationPermission{std::string{permission_id}}, options));
}

}  // namespace clerk
