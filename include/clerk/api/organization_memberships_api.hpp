#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/organization_memberships.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// Who belongs to organizations, and as what. Each method makes one call; its `async_` twin takes a completion token
/// and completes with `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT OrganizationMembershipsApi {
 public:
  explicit OrganizationMembershipsApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// Makes a user a member of an organization at once, without an invitation. facts 3.1
  [[nodiscard]] Result<OrganizationMembership> create_organization_membership(
      std::string_view organization_id, const CreateOrganizationMembershipRequest& request,
      const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_organization_membership(std::string organization_id, CreateOrganizationMembershipRequest request,
                                            CallOptions options, Token&& token) const {
    return start(operations::CreateOrganizationMembership{std::move(organization_id), std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_organization_membership(std::string organization_id, CreateOrganizationMembershipRequest request,
                                            Token&& token) const {
    return start(operations::CreateOrganizationMembership{std::move(organization_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// A page of the members that pass the filters. `clerk::Pager` walks all pages. facts 3.1
  [[nodiscard]] Result<OrganizationMemberships> list_organization_memberships(
      std::string_view organization_id, const ListOrganizationMembershipsRequest& request = {},
      const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_organization_memberships(std::string organization_id, ListOrganizationMembershipsRequest request,
                                           CallOptions options, Token&& token) const {
    return start(operations::ListOrganizationMemberships{std::move(organization_id), std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_organization_memberships(std::string organization_id, ListOrganizationMembershipsRequest request,
                                           Token&& token) const {
    return start(operations::ListOrganizationMemberships{std::move(organization_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Gives a member another role. facts 3.1
  [[nodiscard]] Result<OrganizationMembership> update_organization_membership(
      std::string_view organization_id, std::string_view user_id, const UpdateOrganizationMembershipRequest& request,
      const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_organization_membership(std::string organization_id, std::string user_id,
                                            UpdateOrganizationMembershipRequest request, CallOptions options,
                                            Token&& token) const {
    return start(
        operations::UpdateOrganizationMembership{std::move(organization_id), std::move(user_id), std::move(request)},
        std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_organization_membership(std::string organization_id, std::string user_id,
                                            UpdateOrganizationMembershipRequest request, Token&& token) const {
    return start(
        operations::UpdateOrganizationMembership{std::move(organization_id), std::move(user_id), std::move(request)},
        {}, std::forward<Token>(token));
  }

  /// Ends a user's membership and answers with what it was. facts 3.1
  [[nodiscard]] Result<OrganizationMembership> delete_organization_membership(std::string_view organization_id,
                                                                              std::string_view user_id,
                                                                              const CallOptions& options = {}) const;
  template <class Token>
  auto async_delete_organization_membership(std::string organization_id, std::string user_id, CallOptions options,
                                            Token&& token) const {
    return start(operations::DeleteOrganizationMembership{std::move(organization_id), std::move(user_id)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_delete_organization_membership(std::string organization_id, std::string user_id, Token&& token) const {
    return start(operations::DeleteOrganizationMembership{std::move(organization_id), std::move(user_id)}, {},
                 std::forward<Token>(token));
  }

  /// Merges objects into the membership's metadata, objects within them too. A null takes its key away; what the
  /// request leaves out stays as it is. facts 3.1
  [[nodiscard]] Result<OrganizationMembership> update_organization_membership_metadata(
      std::string_view organization_id, std::string_view user_id,
      const UpdateOrganizationMembershipMetadataRequest& request = {}, const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_organization_membership_metadata(std::string organization_id, std::string user_id,
                                                     UpdateOrganizationMembershipMetadataRequest request,
                                                     CallOptions options, Token&& token) const {
    return start(operations::UpdateOrganizationMembershipMetadata{std::move(organization_id), std::move(user_id),
                                                                  std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_organization_membership_metadata(std::string organization_id, std::string user_id,
                                                     UpdateOrganizationMembershipMetadataRequest request,
                                                     Token&& token) const {
    return start(operations::UpdateOrganizationMembershipMetadata{std::move(organization_id), std::move(user_id),
                                                                  std::move(request)},
                 {}, std::forward<Token>(token));
  }

  /// A page of the memberships in all organizations. `clerk::Pager` walks all pages. facts 3.1
  [[nodiscard]] Result<OrganizationMemberships> instance_get_organization_memberships(
      const InstanceGetOrganizationMembershipsRequest& request = {}, const CallOptions& options = {}) const;
  template <class Token>
  auto async_instance_get_organization_memberships(InstanceGetOrganizationMembershipsRequest request,
                                                   CallOptions options, Token&& token) const {
    return start(operations::InstanceGetOrganizationMemberships{std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_instance_get_organization_memberships(InstanceGetOrganizationMembershipsRequest request,
                                                   Token&& token) const {
    return start(operations::InstanceGetOrganizationMemberships{std::move(request)}, {}, std::forward<Token>(token));
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
