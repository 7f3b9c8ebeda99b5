#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/role_sets.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// Which roles the members of an organization can have. Each method makes one call; its `async_` twin takes a
/// completion token and completes with `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT RoleSetsApi {
 public:
  explicit RoleSetsApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// A page of the role sets, the newest first. `clerk::Pager` walks all pages. facts 3.1
  [[nodiscard]] Result<RoleSets> list_role_sets(const ListRoleSetsRequest& request = {},
                                                const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_role_sets(ListRoleSetsRequest request, CallOptions options, Token&& token) const {
    return start(operations::ListRoleSets{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_role_sets(ListRoleSetsRequest request, Token&& token) const {
    return start(operations::ListRoleSets{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Makes a role set of roles that are there. facts 3.1
  [[nodiscard]] Result<RoleSet> create_role_set(const CreateRoleSetRequest& request,
                                                const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_role_set(CreateRoleSetRequest request, CallOptions options, Token&& token) const {
    return start(operations::CreateRoleSet{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_role_set(CreateRoleSetRequest request, Token&& token) const {
    return start(operations::CreateRoleSet{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// A role set with its roles, by its key or its id. facts 3.1
  [[nodiscard]] Result<RoleSet> get_role_set(std::string_view role_set_key_or_id,
                                             const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_role_set(std::string role_set_key_or_id, CallOptions options, Token&& token) const {
    return start(operations::GetRoleSet{std::move(role_set_key_or_id)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_role_set(std::string role_set_key_or_id, Token&& token) const {
    return start(operations::GetRoleSet{std::move(role_set_key_or_id)}, {}, std::forward<Token>(token));
  }

  /// Changes a role set; what the request leaves out stays as it is. facts 3.1
  [[nodiscard]] Result<RoleSet> update_role_set(std::string_view role_set_key_or_id,
                                                const UpdateRoleSetRequest& request = {},
                                                const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_role_set(std::string role_set_key_or_id, UpdateRoleSetRequest request, CallOptions options,
                             Token&& token) const {
    return start(operations::UpdateRoleSet{std::move(role_set_key_or_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_role_set(std::string role_set_key_or_id, UpdateRoleSetRequest request, Token&& token) const {
    return start(operations::UpdateRoleSet{std::move(role_set_key_or_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Gives the organizations of a role set another one, and deletes the first. facts 3.1
  [[nodiscard]] Result<DeletedObject> replace_role_set(std::string_view role_set_key_or_id,
                                                       const ReplaceRoleSetRequest& request,
                                                       const CallOptions& options = {}) const;
  template <class Token>
  auto async_replace_role_set(std::string role_set_key_or_id, ReplaceRoleSetRequest request, CallOptions options,
                              Token&& token) const {
    return start(operations::ReplaceRoleSet{std::move(role_set_key_or_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_replace_role_set(std::string role_set_key_or_id, ReplaceRoleSetRequest request, Token&& token) const {
    return start(operations::ReplaceRoleSet{std::move(role_set_key_or_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Gives a role set up to ten roles more. facts 3.1
  [[nodiscard]] Result<RoleSet> add_roles_to_role_set(std::string_view role_set_key_or_id,
                                                      const AddRolesToRoleSetRequest& request,
                                                      const CallOptions& options = {}) const;
  template <class Token>
  auto async_add_roles_to_role_set(std::string role_set_key_or_id, AddRolesToRoleSetRequest request,
                                   CallOptions options, Token&& token) const {
    return start(operations::AddRolesToRoleSet{std::move(role_set_key_or_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_add_roles_to_role_set(std::string role_set_key_or_id, AddRolesToRoleSetRequest request,
                                   Token&& token) const {
    return start(operations::AddRolesToRoleSet{std::move(role_set_key_or_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Takes a role from a role set; the members who have it get another one. facts 3.1
  [[nodiscard]] Result<RoleSet> replace_role_in_role_set(std::string_view role_set_key_or_id,
                                                         const ReplaceRoleInRoleSetRequest& request,
                                                         const CallOptions& options = {}) const;
  template <class Token>
  auto async_replace_role_in_role_set(std::string role_set_key_or_id, ReplaceRoleInRoleSetRequest request,
                                      CallOptions options, Token&& token) const {
    return start(operations::ReplaceRoleInRoleSet{std::move(role_set_key_or_id), std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_replace_role_in_role_set(std::string role_set_key_or_id, ReplaceRoleInRoleSetRequest request,
                                      Token&& token) const {
    return start(operations::ReplaceRoleInRoleSet{std::move(role_set_key_or_id), std::move(request)}, {},
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
