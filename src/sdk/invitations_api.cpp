#include "sdk/value_of.hpp"

#include <clerk/api/invitations_api.hpp>

namespace clerk {

using sdk::value_of;

Result<Invitation> InvitationsApi::create_invitation(const CreateInvitationRequest& request,
                                                     const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateInvitation{request}, options));
}

Result<BulkInvitations> InvitationsApi::create_bulk_invitations(const CreateBulkInvitationsRequest& request,
                                                                const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateBulkInvitations{request}, options));
}

Result<Invitations> InvitationsApi::list_invitations(const ListInvitationsRequest& request,
                                                     const CallOptions& options) const {
  return value_of(api_client_.send(operations::ListInvitations{request}, options));
}

Result<Invitation> InvitationsApi::revoke_invitation(std::string_view invitation_id, const CallOptions& options) const {
  return value_of(api_client_.send(operations::RevokeInvitation{std::string{invitation_id}}, options));
}

}  // namespace clerk
