#include "codec/model_codec.ipp"

#include <clerk/contract/organization_invitations.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(CreateOrganizationInvitationRequest);
CLERK_INSTANTIATE_ANSWER(OrganizationInvitation);
CLERK_INSTANTIATE_REQUEST(CreateOrganizationInvitationBulkRequest);
CLERK_INSTANTIATE_ANSWER(OrganizationInvitations);
CLERK_INSTANTIATE_REQUEST(RevokeOrganizationInvitationRequest);

}  // namespace clerk::codec
