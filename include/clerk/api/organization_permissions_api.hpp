#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/organization_permissions.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// What roles permit. Each method makes one call; its `async_` twin takes a completion token and completes with
/// `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT OrganizationPermissionsApi {
 public:
  explicit OrganizationPermissionsApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// A page of the permissions that roles can have. `clerk::Pager` walks all pages. facts 3.1
  [[nodiscard]] Result<Permissions> list_organization_permissions(
      const ListOrganizationPermissionsRequest& request = {}, const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_organization_permissions(ListOrganizationPermissionsRequest request, CallOptions options,
                                           Token&& token) const {
    return start(operations::ListOrganizationPermissions{std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_organization_permissions(ListOrganizationPermissionsRequest request, Token&& token) const {
    return start(operations::ListOrganizationPermissions{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Makes a permission that roles can have. facts 3.1
  [[nodiscard]] Result<Permission> create_organization_permission(const CreateOrganizationPermissionRequest& request,
                                                                  const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_organization_permission(CreateOrganizationPermissionRequest request, CallOptions options,
                                            Token&& token) const {
    return start(operations::CreateOrganizationPermission{std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_organization_permission(CreateOrganizationPermissionRequest request, Token&& token) const {
    return start(operations::CreateOrganizationPermission{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// A permission that roles can have. facts 3.1
  [[nodiscard]] Result<Permission> get_organization_permission(std::string_view permission_id,
                                                               const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_organization_permission(std::string permission_id, CallOptions options, Token&& token) const {
    return start(operations::GetOrganizationPermission{std::move(permission_id)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_organization_permission(std::string permission_id, Token&& token) const {
    return start(operations::GetOrganizationPermission{std::move(permission_id)}, {}, std::forward<Token>(token));
  }

  /// Changes a permission; what the request leaves out stays as it is. facts 3.1
  [[nodiscard]] Result<Permission> update_organization_permission(
      std::string_view permission_id, const UpdateOrganizationPermissionRequest& request = {},
      const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_organization_permission(std::string permission_id, UpdateOrganizationPermissionRequest request,
                                            CallOptions options, Token&& token) const {
    return start(operations::UpdateOrganizationPermission{std::move(permission_id), std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_organization_permission(std::string permission_id, UpdateOrganizationPermissionRequest request,
                                            Token&& token) const {
    return start(operations::UpdateOrganizationPermission{std::move(permission_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Deletes a permission, also from the roles that have it. facts 3.1
  [[nodiscard]] Result<DeletedObject> delete_organization_permission(std::string_view permission_id,
                                                                     const CallOptions& options = {}) const;
  template <class Token>
  auto async_delete_organization_permission(std::string permission_id, CallOptions options, Token&& token) const {
    return start(operations::DeleteOrganizationPermission{std::move(permission_id)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_delete_organization_permission(std::string permission_id, Token&& token) const {
    return start(operations::DeleteOrganizationPermission{std::move(permission_id)}, {}, std::forward<Token>(token));
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
