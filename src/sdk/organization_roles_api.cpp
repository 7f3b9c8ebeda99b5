#include "sdk/value_of.hpp"

#include <clerk/api/organization_roles_api.hpp>

namespace clerk {

using sdk::value_of;

Result<Roles> OrganizationRolesApi::list_organization_roles(const ListOrganizationRolesRequest& request,
                                                            const CallOptions& options) const {
  return value_of(api_client_.send(operations::ListOrganizationRoles{request}, options));
}

Result<Role> OrganizationRolesApi::create_organization_role(const CreateOrganizationRoleRequest& request,
                                                            const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateOrganizationRole{request}, options));
}

Result<Role> OrganizationRolesApi::get_organization_role(std::string_view organization_role_id,
                                                         const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetOrganizationRole{std::string{organization_role_id}}, options));
}

Result<Role> OrganizationRolesApi::update_organization_role(std::string_view organization_role_id,
                                                            const UpdateOrganizationRoleRequest& request,
                                                            const CallOptions& options) const {
  return value_of(
      api_client_.send(operations::UpdateOrganizationRole{std::string{organization_role_id}, request}, options));
}

Result<DeletedObject> OrganizationRolesApi::delete_organization_role(std::string_view organization_role_id,
                                                                     const CallOptions& options) const {
  return value_of(api_client_.send(operations::DeleteOrganizationRole{std::string{organization_role_id}}, options));
}

Result<Role> OrganizationRolesApi::assign_permission_to_organization_role(std::string_view organization_role_id,
                                                                          std::string_view permission_id,
                                                                          const CallOptions& options) const {
  return value_of(api_client_.send(
      operations::AssignPermissionToOrganizationRole{std::string{organization_role_id}, std::string{permission_id}},
      options));
}

Result<Role> OrganizationRolesApi::remove_permission_from_organization_role(std::string_view organization_role_id,
                                                                            std::string_view permission_id,
                                                                            const CallOptions& options) const {
  return value_of(api_client_.send(
      operations::RemovePermissionFromOrganizationRole{std::string{organization_role_id}, std::string{permission_id}},
      options));
}

}  // namespace clerk
