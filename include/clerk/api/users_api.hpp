#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/deleted_object.hpp>
#include <clerk/contract/organization_invitations.hpp>
#include <clerk/contract/organization_memberships.hpp>
#include <clerk/contract/user.hpp>
#include <clerk/contract/user_bulk.hpp>
#include <clerk/contract/user_list.hpp>
#include <clerk/contract/user_metadata.hpp>
#include <clerk/contract/user_moderation.hpp>
#include <clerk/contract/user_passwords.hpp>
#include <clerk/contract/users.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// Those who sign in to the application. Each method makes one call; its `async_` twin takes a completion token and
/// completes with `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT UsersApi {
 public:
  explicit UsersApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// A page of the users that the filters leave, the newest first; `clerk::Pager` walks all pages. facts 3.1
  [[nodiscard]] Result<Users> get_user_list(const GetUserListRequest& request = {},
                                            const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_user_list(GetUserListRequest request, CallOptions options, Token&& token) const {
    return start(operations::GetUserList{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_user_list(GetUserListRequest request, Token&& token) const {
    return start(operations::GetUserList{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Makes a user. Never sent twice. facts 3.2
  [[nodiscard]] Result<User> create_user(const CreateUserRequest& request = {}, const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_user(CreateUserRequest request, CallOptions options, Token&& token) const {
    return start(operations::CreateUser{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_user(CreateUserRequest request, Token&& token) const {
    return start(operations::CreateUser{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// How many users the filters leave. facts 3.1
  [[nodiscard]] Result<TotalCount> get_users_count(const GetUsersCountRequest& request = {},
                                                   const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_users_count(GetUsersCountRequest request, CallOptions options, Token&& token) const {
    return start(operations::GetUsersCount{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_users_count(GetUsersCountRequest request, Token&& token) const {
    return start(operations::GetUsersCount{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// A user with all identifiers and accounts. facts 3.1
  [[nodiscard]] Result<User> get_user(std::string_view user_id, const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_user(std::string user_id, CallOptions options, Token&& token) const {
    return start(operations::GetUser{std::move(user_id)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_user(std::string user_id, Token&& token) const {
    return start(operations::GetUser{std::move(user_id)}, {}, std::forward<Token>(token));
  }

  /// Changes a user; metadata have methods of their own. facts 2.11
  [[nodiscard]] Result<User> update_user(std::string_view user_id, const UpdateUserRequest& request = {},
                                         const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_user(std::string user_id, UpdateUserRequest request, CallOptions options, Token&& token) const {
    return start(operations::UpdateUser{std::move(user_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_user(std::string user_id, UpdateUserRequest request, Token&& token) const {
    return start(operations::UpdateUser{std::move(user_id), std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Deletes a user. facts 3.1
  [[nodiscard]] Result<DeletedObject> delete_user(std::string_view user_id, const CallOptions& options = {}) const;
  template <class Token>
  auto async_delete_user(std::string user_id, CallOptions options, Token&& token) const {
    return start(operations::DeleteUser{std::move(user_id)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_delete_user(std::string user_id, Token&& token) const {
    return start(operations::DeleteUser{std::move(user_id)}, {}, std::forward<Token>(token));
  }

  /// Ends all sessions of a user, who can't sign in again until the ban is taken away. facts 3.1
  [[nodiscard]] Result<User> ban_user(std::string_view user_id, const CallOptions& options = {}) const;
  template <class Token>
  auto async_ban_user(std::string user_id, CallOptions options, Token&& token) const {
    return start(operations::BanUser{std::move(user_id)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_ban_user(std::string user_id, Token&& token) const {
    return start(operations::BanUser{std::move(user_id)}, {}, std::forward<Token>(token));
  }

  /// Takes a user's ban away. facts 3.1
  [[nodiscard]] Result<User> unban_user(std::string_view user_id, const CallOptions& options = {}) const;
  template <class Token>
  auto async_unban_user(std::string user_id, CallOptions options, Token&& token) const {
    return start(operations::UnbanUser{std::move(user_id)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_unban_user(std::string user_id, Token&& token) const {
    return start(operations::UnbanUser{std::move(user_id)}, {}, std::forward<Token>(token));
  }

  /// Bans up to fifty users. facts 3.1
  [[nodiscard]] Result<Users> users_ban(const UsersBanRequest& request, const CallOptions& options = {}) const;
  template <class Token>
  auto async_users_ban(UsersBanRequest request, CallOptions options, Token&& token) const {
    return start(operations::UsersBan{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_users_ban(UsersBanRequest request, Token&& token) const {
    return start(operations::UsersBan{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Takes the bans of up to fifty users away. facts 3.1
  [[nodiscard]] Result<Users> users_unban(const UsersUnbanRequest& request, const CallOptions& options = {}) const;
  template <class Token>
  auto async_users_unban(UsersUnbanRequest request, CallOptions options, Token&& token) const {
    return start(operations::UsersUnban{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_users_unban(UsersUnbanRequest request, Token&& token) const {
    return start(operations::UsersUnban{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Keeps a user from signing in for the time that the instance sets. facts 3.1
  [[nodiscard]] Result<User> lock_user(std::string_view user_id, const CallOptions& options = {}) const;
  template <class Token>
  auto async_lock_user(std::string user_id, CallOptions options, Token&& token) const {
    return start(operations::LockUser{std::move(user_id)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_lock_user(std::string user_id, Token&& token) const {
    return start(operations::LockUser{std::move(user_id)}, {}, std::forward<Token>(token));
  }

  /// Ends a user's lock. facts 3.1
  [[nodiscard]] Result<User> unlock_user(std::string_view user_id, const CallOptions& options = {}) const;
  template <class Token>
  auto async_unlock_user(std::string user_id, CallOptions options, Token&& token) const {
    return start(operations::UnlockUser{std::move(user_id)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_unlock_user(std::string user_id, Token&& token) const {
    return start(operations::UnlockUser{std::move(user_id)}, {}, std::forward<Token>(token));
  }

  /// Merges objects into a user's metadata; a null takes its key away. facts 3.1
  [[nodiscard]] Result<User> update_user_metadata(std::string_view user_id,
                                                  const UpdateUserMetadataRequest& request = {},
                                                  const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_user_metadata(std::string user_id, UpdateUserMetadataRequest request, CallOptions options,
                                  Token&& token) const {
    return start(operations::UpdateUserMetadata{std::move(user_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_user_metadata(std::string user_id, UpdateUserMetadataRequest request, Token&& token) const {
    return start(operations::UpdateUserMetadata{std::move(user_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Puts objects in the place of a user's metadata. facts 3.1
  [[nodiscard]] Result<User> replace_user_metadata(std::string_view user_id,
                                                   const ReplaceUserMetadataRequest& request = {},
                                                   const CallOptions& options = {}) const;
  template <class Token>
  auto async_replace_user_metadata(std::string user_id, ReplaceUserMetadataRequest request, CallOptions options,
                                   Token&& token) const {
    return start(operations::ReplaceUserMetadata{std::move(user_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_replace_user_metadata(std::string user_id, ReplaceUserMetadataRequest request, Token&& token) const {
    return start(operations::ReplaceUserMetadata{std::move(user_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Says whether a password is the user's; a wrong one is a refusal. Never sent twice. facts 3.1
  [[nodiscard]] Result<PasswordVerification> verify_password(std::string_view user_id,
                                                             const VerifyPasswordRequest& request,
                                                             const CallOptions& options = {}) const;
  template <class Token>
  auto async_verify_password(std::string user_id, VerifyPasswordRequest request, CallOptions options,
                             Token&& token) const {
    return start(operations::VerifyPassword{std::move(user_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_verify_password(std::string user_id, VerifyPasswordRequest request, Token&& token) const {
    return start(operations::VerifyPassword{std::move(user_id), std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Makes a user's next sign-in ask for a new password. facts 3.1
  [[nodiscard]] Result<User> set_user_password_compromised(std::string_view user_id,
                                                           const SetUserPasswordCompromisedRequest& request = {},
                                                           const CallOptions& options = {}) const;
  template <class Token>
  auto async_set_user_password_compromised(std::string user_id, SetUserPasswordCompromisedRequest request,
                                           CallOptions options, Token&& token) const {
    return start(operations::SetUserPasswordCompromised{std::move(user_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_set_user_password_compromised(std::string user_id, SetUserPasswordCompromisedRequest request,
                                           Token&& token) const {
    return start(operations::SetUserPasswordCompromised{std::move(user_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Takes that back. facts 3.1
  [[nodiscard]] Result<User> unset_user_password_compromised(std::string_view user_id,
                                                             const CallOptions& options = {}) const;
  template <class Token>
  auto async_unset_user_password_compromised(std::string user_id, CallOptions options, Token&& token) const {
    return start(operations::UnsetUserPasswordCompromised{std::move(user_id)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_unset_user_password_compromised(std::string user_id, Token&& token) const {
    return start(operations::UnsetUserPasswordCompromised{std::move(user_id)}, {}, std::forward<Token>(token));
  }

  /// A page of the memberships that a user has. `clerk::Pager` walks all pages. facts 3.1
  [[nodiscard]] Result<OrganizationMemberships> users_get_organization_memberships(
      std::string_view user_id, const UsersGetOrganizationMembershipsRequest& request = {},
      const CallOptions& options = {}) const;
  template <class Token>
  auto async_users_get_organization_memberships(std::string user_id, UsersGetOrganizationMembershipsRequest request,
                                                CallOptions options, Token&& token) const {
    return start(operations::UsersGetOrganizationMemberships{std::move(user_id), std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_users_get_organization_memberships(std::string user_id, UsersGetOrganizationMembershipsRequest request,
                                                Token&& token) const {
    return start(operations::UsersGetOrganizationMemberships{std::move(user_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// A page of the invitations to organizations that went to a user. `clerk::Pager` walks all pages. facts 3.1
  [[nodiscard]] Result<OrganizationInvitations> users_get_organization_invitations(
      std::string_view user_id, const UsersGetOrganizationInvitationsRequest& request = {},
      const CallOptions& options = {}) const;
  template <class Token>
  auto async_users_get_organization_invitations(std::string user_id, UsersGetOrganizationInvitationsRequest request,
                                                CallOptions options, Token&& token) const {
    return start(operations::UsersGetOrganizationInvitations{std::move(user_id), std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_users_get_organization_invitations(std::string user_id, UsersGetOrganizationInvitationsRequest request,
                                                Token&& token) const {
    return start(operations::UsersGetOrganizationInvitations{std::move(user_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

 private:
  template <class Operation, class Token>
  auto start(Operation operation, CallOptions options, Token&& token) const {
    return detail::async_entry<Operation, Token>::start(api_client_, std::move(operation), std::move(options),
                                                        std::forward<Token>(token));
  }

  ApiClient api_client_;
};

}  // namespace clerk
