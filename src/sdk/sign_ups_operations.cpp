#include "sdk/async_send.ipp"

#include <clerk/contract/sign_ups.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::GetSignUp);
CLERK_INSTANTIATE_OPERATION(operations::UpdateSignUp);

}  // namespace clerk
