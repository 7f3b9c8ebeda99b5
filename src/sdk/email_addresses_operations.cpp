#include "sdk/async_send.ipp"

#include <clerk/contract/email_addresses.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::CreateEmailAddress);
CLERK_INSTANTIATE_OPERATION(operations::GetEmailAddress);
CLERK_INSTANTIATE_OPERATION(operations::UpdateEmailAddress);
CLERK_INSTANTIATE_OPERATION(operations::DeleteEmailAddress);
CLERK_INSTANTIATE_OPERATION(operations::ReplaceUserEmailAddress);

}  // namespace clerk
