#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/invitations.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// Invitations to sign up. Each method makes one call; its `async_` twin takes a completion token and completes with
/// `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT InvitationsApi {
 public:
  explicit InvitationsApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// Invites an e-mail address to sign up. Never sent twice. facts 3.2
  [[nodiscard]] Result<Invitation> create_invitation(const CreateInvitationRequest& request,
                                                     const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_invitation(CreateInvitationRequest request, CallOptions options, Token&& token) const {
    return start(operations::CreateInvitation{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_invitation(CreateInvitationRequest request, Token&& token) const {
    return start(operations::CreateInvitation{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Invites up to ten e-mail addresses at once. Never sent twice. facts 3.2
  [[nodiscard]] Result<BulkInvitations> create_bulk_invitations(const CreateBulkInvitationsRequest& request,
                                                                const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_bulk_invitations(CreateBulkInvitationsRequest request, CallOptions options, Token&& token) const {
    return start(operations::CreateBulkInvitations{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_bulk_invitations(CreateBulkInvitationsRequest request, Token&& token) const {
    return start(operations::CreateBulkInvitations{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// A page of the invitations, the newest first unless asked otherwise; `clerk::Pager` walks all pages. facts 3.2
  [[nodiscard]] Result<Invitations> list_invitations(const ListInvitationsRequest& request = {},
                                                     const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_invitations(ListInvitationsRequest request, CallOptions options, Token&& token) const {
    return start(operations::ListInvitations{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_invitations(ListInvitationsRequest request, Token&& token) const {
    return start(operations::ListInvitations{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Takes an invitation back. facts 3.2
  [[nodiscard]] Result<Invitation> revoke_invitation(std::string_view invitation_id,
                                                     const CallOptions& options = {}) const;
  template <class Token>
  auto async_revoke_invitation(std::string invitation_id, CallOptions options, Token&& token) const {
    return start(operations::RevokeInvitation{std::move(invitation_id)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_revoke_invitation(std::string invitation_id, Token&& token) const {
    return start(operations::RevokeInvitation{std::move(invitation_id)}, {}, std::forward<Token>(token));
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
