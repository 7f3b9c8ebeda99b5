#include "sdk/async_send.ipp"

#include <clerk/contract/organization_settings.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::GetInstanceOrganizationSettings);
CLERK_INSTANTIATE_OPERATION(operations::UpdateInstanceOrganizationSettings);

}  // namespace clerk
