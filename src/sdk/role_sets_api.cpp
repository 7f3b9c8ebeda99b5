#include "sdk/value_of.hpp"

#include <clerk/api/role_sets_api.hpp>

namespace clerk {

using sdk::value_of;

Result<RoleSets> RoleSetsApi::list_role_sets(const ListRoleSetsRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::ListRoleSets{request}, options));
}

Result<RoleSet> RoleSetsApi::create_role_set(const CreateRoleSetRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateRoleSet{request}, options));
}

Result<RoleSet> RoleSetsApi::get_role_set(std::string_view role_set_key_or_id, const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetRoleSet{std::string{role_set_key_or_id}}, options));
}

Result<RoleSet> RoleSetsApi::update_role_set(std::string_view role_set_key_or_id, const UpdateRoleSetRequest& request,
                                             const CallOptions& options) const {
  return value_of(api_client_.send(operations::UpdateRoleSet{std::string{role_set_key_or_id}, request}, options));
}

Result<DeletedObject> RoleSetsApi::replace_role_set(std::string_view role_set_key_or_id,
                                                    const ReplaceRoleSetRequest& request,
                                                    const CallOptions& options) const {
  return value_of(api_client_.send(operations::ReplaceRoleSet{std::string{role_set_key_or_id}, request}, options));
}

Result<RoleSet> RoleSetsApi::add_roles_to_role_set(std::string_view role_set_key_or_id,
                                                   const AddRolesToRoleSetRequest& request,
                                                   const CallOptions& options) const {
  return value_of(api_client_.send(operations::AddRolesToRoleSet{std::string{role_set_key_or_id}, request}, options));
}

Result<RoleSet> RoleSetsApi::replace_role_in_role_set(std::string_view role_set_key_or_id,
                                                      const ReplaceRoleInRoleSetRequest& request,
                                                      const CallOptions& options) const {
  return value_of(
      api_client_.send(operations::ReplaceRoleInRoleSet{std::string{role_set_key_or_id}, request}, options));
}

}  // namespace clerk
