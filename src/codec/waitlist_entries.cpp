#include "codec/model_codec.ipp"

#include <clerk/contract/waitlist_entries.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_ANSWER(WaitlistEntries);
CLERK_INSTANTIATE_REQUEST(CreateWaitlistEntryRequest);
CLERK_INSTANTIATE_ANSWER(WaitlistEntry);
CLERK_INSTANTIATE_REQUEST(CreateBulkWaitlistEntriesRequest);
CLERK_INSTANTIATE_ANSWER(BulkWaitlistEntries);
CLERK_INSTANTIATE_REQUEST(InviteWaitlistEntryRequest);

}  // namespace clerk::codec
