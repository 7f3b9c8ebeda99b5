#include "sdk/async_send.ipp"

#include <clerk/contract/invitations.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::CreateInvitation);
CLERK_INSTANTIATE_OPERATION(operations::CreateBulkInvitations);
CLERK_INSTANTIATE_OPERATION(operations::ListInvitations);
CLERK_INSTANTIATE_OPERATION(operations::RevokeInvitation);

}  // namespace clerk
