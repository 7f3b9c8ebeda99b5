#include "sdk/async_send.ipp"

#include <clerk/contract/beta_features.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::ChangeProductionInstanceDomain);
CLERK_INSTANTIATE_OPERATION(operations::UpdateInstanceAuthConfig);

}  // namespace clerk
