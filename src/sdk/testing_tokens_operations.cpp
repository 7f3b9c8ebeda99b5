#include "sdk/async_send.ipp"

#include <clerk/contract/testing_tokens.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::CreateTestingToken);

}  // namespace clerk
