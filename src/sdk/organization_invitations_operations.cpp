#include "sdk/async_send.ipp"

#include <clerk/contract/organization_invitations.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::CreateOrganizationInvitation);
CLERK_INSTANTIATE_OPERATION(operations::CreateOrganizationInvitationBulk);
CLERK_INSTANTIATE_OPERATION(operations::ListOrganizationInvitations);
CLERK_INSTANTIATE_OPERATION(operations::ListPendingOrganizationInvitations);
CLERK_INSTANTIATE_OPERATION(operations::GetOrganizationInvitation);
CLERK_INSTANTIATE_OPERATION(operations::RevokeOrganizationInvitation);
CLERK_INSTANTIATE_OPERATION(operations::ListInstanceOrganizationInvitations);
CLERK_INSTANTIATE_OPERATION(operations::UsersGetOrganizationInvitations);

}  // namespace clerk
