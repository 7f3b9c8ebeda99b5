#include "sdk/async_send.ipp"

#include <clerk/contract/allowlist_identifiers.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::ListAllowlistIdentifiers);
CLERK_INSTANTIATE_OPERATION(operations::CreateAllowlistIdentifier);
CLERK_INSTANTIATE_OPERATION(operations::DeleteAllowlistIdentifier);

}  // namespace clerk
