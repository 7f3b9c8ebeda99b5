#include "sdk/async_send.ipp"

#include <clerk/contract/waitlist_entries.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::ListWaitlistEntries);
CLERK_INSTANTIATE_OPERATION(operations::CreateWaitlistEntry);
CLERK_INSTANTIATE_OPERATION(operations::CreateBulkWaitlistEntries);
CLERK_INSTANTIATE_OPERATION(operations::DeleteWaitlistEntry);
CLERK_INSTANTIATE_OPERATION(operations::InviteWaitlistEntry);
CLERK_INSTANTIATE_OPERATION(operations::RejectWaitlistEntry);

}  // namespace clerk
