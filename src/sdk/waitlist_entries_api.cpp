#include "sdk/value_of.hpp"

#include <clerk/api/waitlist_entries_api.hpp>

namespace clerk {

using sdk::value_of;

Result<WaitlistEntries> WaitlistEntriesApi::list_waitlist_entries(const ListWaitlistEntriesRequest& request,
                                                                  const CallOptions& options) const {
  return value_of(api_client_.send(operations::ListWaitlistEntries{request}, options));
}

Result<WaitlistEntry> WaitlistEntriesApi::create_waitlist_entry(const CreateWaitlistEntryRequest& request,
                                                                const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateWaitlistEntry{request}, options));
}

Result<BulkWaitlistEntries> WaitlistEntriesApi::create_bulk_waitlist_entries(
    const CreateBulkWaitlistEntriesRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateBulkWaitlistEntries{request}, options));
}

Result<DeletedObject> WaitlistEntriesApi::delete_waitlist_entry(std::string_view waitlist_entry_id,
                                                                const CallOptions& options) const {
  return value_of(api_client_.send(operations::DeleteWaitlistEntry{std::string{waitlist_entry_id}}, options));
}

Result<WaitlistEntry> WaitlistEntriesApi::invite_waitlist_entry(std::string_view waitlist_entry_id,
                                                                const InviteWaitlistEntryRequest& request,
                                                                const CallOptions& options) const {
  return value_of(api_client_.send(operations::InviteWaitlistEntry{std::string{waitlist_entry_id}, request}, options));
}

Result<WaitlistEntry> WaitlistEntriesApi::reject_waitlist_entry(std::string_view waitlist_entry_id,
                                                                const CallOptions& options) const {
  return value_of(api_client_.send(operations::RejectWaitlistEntry{std::string{waitlist_entry_id}}, options));
}

}  // namespace clerk
