#include "codec/model_codec.ipp"

#include <clerk/contract/invitations.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(CreateInvitationRequest);
CLERK_INSTANTIATE_ANSWER(Invitation);
CLERK_INSTANTIATE_REQUEST(CreateBulkInvitationsRequest);
CLERK_INSTANTIATE_ANSWER(BulkInvitations);
CLERK_INSTANTIATE_ANSWER(Invitations);

}  // namespace clerk::codec
