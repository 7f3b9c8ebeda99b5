#include "codec/model_codec.ipp"

#include <clerk/contract/organization_roles.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_ANSWER(Roles);
CLERK_INSTANTIATE_REQUEST(CreateOrganizationRoleRequest);
CLERK_INSTANTIATE_ANSWER(Role);
CLERK_INSTANTIATE_REQUEST(UpdateOrganizationRoleRequest);

}  // namespace clerk::codec
