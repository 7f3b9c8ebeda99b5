#include "sdk/value_of.hpp"

#include <clerk/api/users_api.hpp>

namespace clerk {

using sdk::value_of;

Result<Users> UsersApi::get_user_list(const GetUserListRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetUserList{request}, options));
}

Result<User> UsersApi::create_user(const CreateUserRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateUser{request}, options));
}

Result<TotalCount> UsersApi::get_users_count(const GetUsersCountRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetUsersCount{request}, options));
}

Result<User> UsersApi::get_user(std::string_view user_id, const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetUser{std::string{user_id}}, options));
}

Result<User> UsersApi::update_user(std::string_view user_id, const UpdateUserRequest& request,
                                   const CallOptions& options) const {
  return value_of(api_client_.send(operations::UpdateUser{std::string{user_id}, request}, options));
}

Result<DeletedObject> UsersApi::delete_user(std::string_view user_id, const CallOptions& options) const {
  return value_of(api_client_.send(operations::DeleteUser{std::string{user_id}}, options));
}

Result<User> UsersApi::ban_user(std::string_view user_id, const CallOptions& options) const {
  return value_of(api_client_.send(operations::BanUser{std::string{user_id}}, options));
}

Result<User> UsersApi::unban_user(std::string_view user_id, const CallOptions& options) const {
  return value_of(api_client_.send(operations::UnbanUser{std::string{user_id}}, options));
}

Result<Users> UsersApi::users_ban(const UsersBanRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::UsersBan{request}, options));
}

Result<Users> UsersApi::users_unban(const UsersUnbanRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::UsersUnban{request}, options));
}

Result<User> UsersApi::lock_user(std::string_view user_id, const CallOptions& options) const {
  return value_of(api_client_.send(operations::LockUser{std::string{user_id}}, options));
}

Result<User> UsersApi::unlock_user(std::string_view user_id, const CallOptions& options) const {
  return value_of(api_client_.send(operations::UnlockUser{std::string{user_id}}, options));
}

Result<User> UsersApi::update_user_metadata(std::string_view user_id, const UpdateUserMetadataRequest& request,
                                            const CallOptions& options) const {
  return value_of(api_client_.send(operations::UpdateUserMetadata{std::string{user_id}, request}, options));
}

Result<User> UsersApi::replace_user_metadata(std::string_view user_id, const ReplaceUserMetadataRequest& request,
                                             const CallOptions& options) const {
  return value_of(api_client_.send(operations::ReplaceUserMetadata{std::string{user_id}, request}, options));
}

Result<PasswordVerification> UsersApi::verify_password(std::string_view user_id, const VerifyPasswordRequest& request,
                                                       const CallOptions& options) const {
  return value_of(api_client_.send(operations::VerifyPassword{std::string{user_id}, request}, options));
}

Result<User> UsersApi::set_user_password_compromised(std::string_view user_id,
                                                     const SetUserPasswordCompromisedRequest& request,
                                                     const CallOptions& options) const {
  return value_of(api_client_.send(operations::SetUserPasswordCompromised{std::string{user_id}, request}, options));
}

Result<User> UsersApi::unset_user_password_compromised(std::string_view user_id, const CallOptions& options) const {
  return value_of(api_client_.send(operations::UnsetUserPasswordCompromised{std::string{user_id}}, options));
}

Result<OrganizationMemberships> UsersApi::users_get_organization_memberships(
    std::string_view user_id, const UsersGetOrganizationMembershipsRequest& request, const CallOptions& options) const {
  return value_of(
      api_client_.send(operations::UsersGetOrganizationMemberships{std::string{user_id}, request}, options));
}

Result<OrganizationInvitations> UsersApi::users_get_organization_invitations(
    std::string_view user_id, const UsersGetOrganizationInvitationsRequest& request, const CallOptions& options) const {
  return value_of(
      api_client_.send(operations::UsersGetOrganizationInvitations{std::string{user_id}, request}, options));
}

}  // namespace clerk
