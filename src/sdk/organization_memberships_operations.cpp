#include "sdk/async_send.ipp"

#include <clerk/contract/organization_memberships.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::CreateOrganizationMembership);
CLERK_INSTANTIATE_OPERATION(operations::ListOrganizationMemberships);
CLERK_INSTANTIATE_OPERATION(operations::UpdateOrganizationMembership);
CLERK_INSTANTIATE_OPERATION(operations::DeleteOrganizationMembership);
CLERK_INSTANTIATE_OPERATION(operations::UpdateOrganizationMembershipMetadata);
CLERK_INSTANTIATE_OPERATION(operations::InstanceGetOrganizationMemberships);
CLERK_INSTANTIATE_OPERATION(operations::UsersGetOrganizationMemberships);

}  // namespace clerk
