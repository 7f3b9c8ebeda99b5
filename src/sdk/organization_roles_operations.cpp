#include "sdk/async_send.ipp"

#include <clerk/contract/organization_roles.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::ListOrganizationRoles);
CLERK_INSTANTIATE_OPERATION(operations::CreateOrganizationRole);
CLERK_INSTANTIATE_OPERATION(operations::GetOrganizationRole);
CLERK_INSTANTIATE_OPERATION(operations::UpdateOrganizationRole);
CLERK_INSTANTIATE_OPERATION(operations::DeleteOrganizationRole);
CLERK_INSTANTIATE_OPERATION(operations::AssignPermissionToOrganizationRole);
CLERK_INSTANTIATE_OPERATION(operations::RemovePermissionFromOrganizationRole);

}  // namespace clerk
