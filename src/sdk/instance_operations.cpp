#include "sdk/async_send.ipp"

#include <clerk/contract/instance.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::GetInstance);
CLERK_INSTANTIATE_OPERATION(operations::UpdateInstance);

}  // namespace clerk
