#include "sdk/async_send.ipp"

#include <clerk/contract/blocklist_identifiers.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::ListBlocklistIdentifiers);
CLERK_INSTANTIATE_OPERATION(operations::CreateBlocklistIdentifier);
CLERK_INSTANTIATE_OPERATION(operations::DeleteBlocklistIdentifier);

}  // namespace clerk
