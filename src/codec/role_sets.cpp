#include "codec/model_codec.ipp"

#include <clerk/contract/role_sets.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_ANSWER(RoleSets);
CLERK_INSTANTIATE_REQUEST(CreateRoleSetRequest);
CLERK_INSTANTIATE_ANSWER(RoleSet);
CLERK_INSTANTIATE_REQUEST(UpdateRoleSetRequest);
CLERK_INSTANTIATE_REQUEST(ReplaceRoleSetRequest);
CLERK_INSTANTIATE_REQUEST(AddRolesToRoleSetRequest);
CLERK_INSTANTIATE_REQUEST(ReplaceRoleInRoleSetRequest);

}  // namespace clerk::codec
