#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/organization_invitations.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// Who was asked to join organizations. Each method makes one call; its `async_` twin takes a completion token and
/// completes with `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT OrganizationInvitationsApi {
 public:
  explicit OrganizationInvitationsApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// Invites an e-mail address to an organization, and sends it the link unless told not to. facts 3.1
  [[nodiscard]] Result<OrganizationInvitation> create_organization_invitation(
      std::string_view organization_id, const CreateOrganizationInvitationRequest& request,
      const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_organization_invitation(std::string organization_id, CreateOrganizationInvitationRequest request,
                                            CallOptions options, Token&& token) const {
    return start(operations::CreateOrganizationInvitation{std::move(organization_id), std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_organization_invitation(std::string organization_id, CreateOrganizationInvitationRequest request,
                                            Token&& token) const {
    return start(operations::CreateOrganizationInvitation{std::move(organization_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Invites up to ten e-mail addresses to an organization at once; if one of them is refused, none is invited.
  /// facts 3.1
  [[nodiscard]] Result<OrganizationInvitations> create_organization_invitation_bulk(
      std::string_view organization_id, const CreateOrganizationInvitationBulkRequest& request,
      const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_organization_invitation_bulk(std::string organization_id,
                                                 CreateOrganizationInvitationBulkRequest request, CallOptions options,
                                                 Token&& token) const {
    return start(operations::CreateOrganizationInvitationBulk{std::move(organization_id), std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_organization_invitation_bulk(std::string organization_id,
                                                 CreateOrganizationInvitationBulkRequest request, Token&& token) const {
    return start(operations::CreateOrganizationInvitationBulk{std::move(organization_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// A page of the invitations to an organization, the newest first. `clerk::Pager` walks all pages. facts 3.1
  [[nodiscard]] Result<OrganizationInvitations> list_organization_invitations(
      std::string_view organization_id, const ListOrganizationInvitationsRequest& request = {},
      const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_organization_invitations(std::string organization_id, ListOrganizationInvitationsRequest request,
                                           CallOptions options, Token&& token) const {
    return start(operations::ListOrganizationInvitations{std::move(organization_id), std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_organization_invitations(std::string organization_id, ListOrganizationInvitationsRequest request,
                                           Token&& token) const {
    return start(operations::ListOrganizationInvitations{std::move(organization_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// A page of the open invitations to an organization. Use list_organization_invitations, which gives the same for a
  /// status of pending. facts 3.1
  [[nodiscard]] Result<OrganizationInvitations> list_pending_organization_invitations(
      std::string_view organization_id, const ListPendingOrganizationInvitationsRequest& request = {},
      const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_pending_organization_invitations(std::string organization_id,
                                                   ListPendingOrganizationInvitationsRequest request,
                                                   CallOptions options, Token&& token) const {
    return start(operations::ListPendingOrganizationInvitations{std::move(organization_id), std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_pending_organization_invitations(std::string organization_id,
                                                   ListPendingOrganizationInvitationsRequest request,
                                                   Token&& token) const {
    return start(operations::ListPendingOrganizationInvitations{std::move(organization_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// An invitation to an organization. facts 3.1
  [[nodiscard]] Result<OrganizationInvitation> get_organization_invitation(std::string_view organization_id,
                                                                           std::string_view invitation_id,
                                                                           const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_organization_invitation(std::string organization_id, std::string invitation_id, CallOptions options,
                                         Token&& token) const {
    return start(operations::GetOrganizationInvitation{std::move(organization_id), std::move(invitation_id)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_organization_invitation(std::string organization_id, std::string invitation_id, Token&& token) const {
    return start(operations::GetOrganizationInvitation{std::move(organization_id), std::move(invitation_id)}, {},
                 std::forward<Token>(token));
  }

  /// Takes an invitation to an organization back, so that its link leads nowhere and its place is free again. facts 3.1
  [[nodiscard]] Result<OrganizationInvitation> revoke_organization_invitation(
      std::string_view organization_id, std::string_view invitation_id,
      const RevokeOrganizationInvitationRequest& request = {}, const CallOptions& options = {}) const;
  template <class Token>
  auto async_revoke_organization_invitation(std::string organization_id, std::string invitation_id,
                                            RevokeOrganizationInvitationRequest request, CallOptions options,
                                            Token&& token) const {
    return start(operations::RevokeOrganizationInvitation{std::move(organization_id), std::move(invitation_id),
                                                          std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_revoke_organization_invitation(std::string organization_id, std::string invitation_id,
                                            RevokeOrganizationInvitationRequest request, Token&& token) const {
    return start(operations::RevokeOrganizationInvitation{std::move(organization_id), std::move(invitation_id),
                                                          std::move(request)},
                 {}, std::forward<Token>(token));
  }

  /// A page of the invitations to all organizations, the newest first. `clerk::Pager` walks all pages. facts 3.1
  [[nodiscard]] Result<OrganizationInvitations> list_instance_organization_invitations(
      const ListInstanceOrganizationInvitationsRequest& request = {}, const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_instance_organization_invitations(ListInstanceOrganizationInvitationsRequest request,
                                                    CallOptions options, Token&& token) const {
    return start(operations::ListInstanceOrganizationInvitations{std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_instance_organization_invitations(ListInstanceOrganizationInvitationsRequest request,
                                                    Token&& token) const {
    return start(operations::ListInstanceOrganizationInvitations{std::move(request)}, {}, std::forward<Token>(token));
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
