#include "codec/model_codec.ipp"

#include <clerk/contract/organization_permissions.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_ANSWER(Permissions);
CLERK_INSTANTIATE_REQUEST(CreateOrganizationPermissionRequest);
CLERK_INSTANTIATE_ANSWER(Permission);
CLERK_INSTANTIATE_REQUEST(UpdateOrganizationPermissionRequest);

}  // namespace clerk::codec
