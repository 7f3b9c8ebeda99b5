#include "sdk/async_send.ipp"

#include <clerk/contract/organization_permissions.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::ListOrganizationPermissions);
CLERK_INSTANTIATE_OPERATION(operations::CreateOrganizationPermission);
CLERK_INSTANTIATE_OPERATION(operations::GetOrganizationPermission);
CLERK_INSTANTIATE_OPERATION(operations::UpdateOrganizationPermission);
CLERK_INSTANTIATE_OPERATION(operations::DeleteOrganizationPermission);

}  // namespace clerk
