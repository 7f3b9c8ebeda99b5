#include "sdk/async_send.ipp"

#include <clerk/contract/oauth_application_settings.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::GetInstanceOAuthApplicationSettings);
CLERK_INSTANTIATE_OPERATION(operations::UpdateInstanceOAuthApplicationSettings);

}  // namespace clerk
