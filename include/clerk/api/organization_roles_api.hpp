#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/organization_roles.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// What members of organizations are. Each method makes one call; its `async_` twin takes a completion token and
/// completes with `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT OrganizationRolesApi {
 public:
  explicit OrganizationRolesApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// A page of the roles, the newest first. `clerk::Pager` walks all pages. facts 3.1
  [[nodiscard]] Result<Roles> list_organization_roles(const ListOrganizationRolesRequest& request = {},
                                                      const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_organization_roles(ListOrganizationRolesRequest request, CallOptions options, Token&& token) const {
    return start(operations::ListOrganizationRoles{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_organization_roles(ListOrganizationRolesRequest request, Token&& token) const {
    return start(operations::ListOrganizationRoles{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Makes a role that members of organizations can have. facts 3.1
  [[nodiscard]] Result<Role> create_organization_role(const CreateOrganizationRoleRequest& request,
                                                      const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_organization_role(CreateOrganizationRoleRequest request, CallOptions options, Token&& token) const {
    return start(operations::CreateOrganizationRole{std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_organization_role(CreateOrganizationRoleRequest request, Token&& token) const {
    return start(operations::CreateOrganizationRole{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// A role with what it permits. facts 3.1
  [[nodiscard]] Result<Role> get_organization_role(std::string_view organization_role_id,
                                                   const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_organization_role(std::string organization_role_id, CallOptions options, Token&& token) const {
    return start(operations::GetOrganizationRole{std::move(organization_role_id)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_organization_role(std::string organization_role_id, Token&& token) const {
    return start(operations::GetOrganizationRole{std::move(organization_role_id)}, {}, std::forward<Token>(token));
  }

  /// Changes a role; what the request leaves out stays as it is. facts 3.1
  [[nodiscard]] Result<Role> update_organization_role(std::string_view organization_role_id,
                                                      const UpdateOrganizationRoleRequest& request = {},
                                                      const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_organization_role(std::string organization_role_id, UpdateOrganizationRoleRequest request,
                                      CallOptions options, Token&& token) const {
    return start(operations::UpdateOrganizationRole{std::move(organization_role_id), std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_organization_role(std::string organization_role_id, UpdateOrganizationRoleRequest request,
                                      Token&& token) const {
    return start(operations::UpdateOrganizationRole{std::move(organization_role_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Deletes a role that no member has and no setting names. facts 3.1
  [[nodiscard]] Result<DeletedObject> delete_organization_role(std::string_view organization_role_id,
                                                               const CallOptions& options = {}) const;
  template <class Token>
  auto async_delete_organization_role(std::string organization_role_id, CallOptions options, Token&& token) const {
    return start(operations::DeleteOrganizationRole{std::move(organization_role_id)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_delete_organization_role(std::string organization_role_id, Token&& token) const {
    return start(operations::DeleteOrganizationRole{std::move(organization_role_id)}, {}, std::forward<Token>(token));
  }

  /// Lets a role permit one thing more. facts 3.1
  [[nodiscard]] Result<Role> assign_permission_to_organization_role(std::string_view organization_role_id,
                                                                    std::string_view permission_id,
                                                                    const CallOptions& options = {}) const;
  template <class Token>
  auto async_assign_permission_to_organization_role(std::string organization_role_id, std::string permission_id,
                                                    CallOptions options, Token&& token) const {
    return start(
        operations::AssignPermissionToOrganizationRole{std::move(organization_role_id), std::move(permission_id)},
        std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_assign_permission_to_organization_role(std::string organization_role_id, std::string permission_id,
                                                    Token&& token) const {
    return start(
        operations::AssignPermissionToOrganizationRole{std::move(organization_role_id), std::move(permission_id)}, {},
        std::forward<Token>(token));
  }

  /// Lets a role permit one thing less. facts 3.1
  [[nodiscard]] Result<Role> remove_permission_from_organization_role(std::string_view organization_role_id,
                                                                      std::string_view permission_id,
                                                                      const CallOptions& options = {}) const;
  template <class Token>
  auto async_remove_permission_from_organization_role(std::string organization_role_id, std::string permission_id,
                                                      CallOptions options, Token&& token) const {
    return start(
        operations::RemovePermissionFromOrganizationRole{std::move(organization_role_id), std::move(permission_id)},
        std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_remove_permission_from_organization_role(std::string organization_role_id, std::string permission_id,
                                                      Token&& token) const {
    return start(
        operations::RemovePermissionFromOrganizationRole{std::move(organization_role_id), std::move(permission_id)}, {},
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
