#include "sdk/async_send.ipp"

#include <clerk/contract/jwks.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::GetJWKS);

}  // namespace clerk
