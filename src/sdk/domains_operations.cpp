#include "sdk/async_send.ipp"

#include <clerk/contract/domains.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::ListDomains);
CLERK_INSTANTIATE_OPERATION(operations::AddDomain);
CLERK_INSTANTIATE_OPERATION(operations::UpdateDomain);
CLERK_INSTANTIATE_OPERATION(operations::DeleteDomain);

}  // namespace clerk
