#include "sdk/async_send.ipp"

#include <clerk/contract/phone_numbers.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::CreatePhoneNumber);
CLERK_INSTANTIATE_OPERATION(operations::GetPhoneNumber);
CLERK_INSTANTIATE_OPERATION(operations::UpdatePhoneNumber);
CLERK_INSTANTIATE_OPERATION(operations::DeletePhoneNumber);
CLERK_INSTANTIATE_OPERATION(operations::ReplaceUserPhoneNumber);

}  // namespace clerk
