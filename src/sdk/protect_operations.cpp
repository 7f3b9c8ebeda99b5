#include "sdk/async_send.ipp"

#include <clerk/contract/protect.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::GetInstanceProtect);
CLERK_INSTANTIATE_OPERATION(operations::UpdateInstanceProtect);

}  // namespace clerk
