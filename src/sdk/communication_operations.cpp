#include "sdk/async_send.ipp"

#include <clerk/contract/communication.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::GetInstanceCommunication);
CLERK_INSTANTIATE_OPERATION(operations::UpdateInstanceCommunication);

}  // namespace clerk
