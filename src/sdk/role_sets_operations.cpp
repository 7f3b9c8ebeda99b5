#include "sdk/async_send.ipp"

#include <clerk/contract/role_sets.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::ListRoleSets);
CLERK_INSTANTIATE_OPERATION(operations::CreateRoleSet);
CLERK_INSTANTIATE_OPERATION(operations::GetRoleSet);
CLERK_INSTANTIATE_OPERATION(operations::UpdateRoleSet);
CLERK_INSTANTIATE_OPERATION(operations::ReplaceRoleSet);
CLERK_INSTANTIATE_OPERATION(operations::AddRolesToRoleSet);
CLERK_INSTANTIATE_OPERATION(operations::ReplaceRoleInRoleSet);

}  // namespace clerk
