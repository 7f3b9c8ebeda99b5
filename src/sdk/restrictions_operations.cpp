#include "sdk/async_send.ipp"

#include <clerk/contract/restrictions.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::UpdateInstanceRestrictions);

}  // namespace clerk
