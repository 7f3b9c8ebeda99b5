#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/waitlist_entries.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// Who waits to be let in. Each method makes one call; its `async_` twin takes a completion token and completes with
/// `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT WaitlistEntriesApi {
 public:
  explicit WaitlistEntriesApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// A page of the waitlist, the newest entry first unless asked otherwise; `clerk::Pager` walks all pages. facts 3.2
  [[nodiscard]] Result<WaitlistEntries> list_waitlist_entries(const ListWaitlistEntriesRequest& request = {},
                                                              const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_waitlist_entries(ListWaitlistEntriesRequest request, CallOptions options, Token&& token) const {
    return start(operations::ListWaitlistEntries{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_waitlist_entries(ListWaitlistEntriesRequest request, Token&& token) const {
    return start(operations::ListWaitlistEntries{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Puts an e-mail address on the waitlist, or gives the entry that it has. facts 3.2
  [[nodiscard]] Result<WaitlistEntry> create_waitlist_entry(const CreateWaitlistEntryRequest& request,
                                                            const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_waitlist_entry(CreateWaitlistEntryRequest request, CallOptions options, Token&& token) const {
    return start(operations::CreateWaitlistEntry{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_waitlist_entry(CreateWaitlistEntryRequest request, Token&& token) const {
    return start(operations::CreateWaitlistEntry{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Puts up to fifty e-mail addresses on the waitlist at once. facts 3.2
  [[nodiscard]] Result<BulkWaitlistEntries> create_bulk_waitlist_entries(
      const CreateBulkWaitlistEntriesRequest& request, const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_bulk_waitlist_entries(CreateBulkWaitlistEntriesRequest request, CallOptions options,
                                          Token&& token) const {
    return start(operations::CreateBulkWaitlistEntries{std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_bulk_waitlist_entries(CreateBulkWaitlistEntriesRequest request, Token&& token) const {
    return start(operations::CreateBulkWaitlistEntries{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Takes a pending entry from the waitlist.
  [[nodiscard]] Result<DeletedObject> delete_waitlist_entry(std::string_view waitlist_entry_id,
                                                            const CallOptions& options = {}) const;
  template <class Token>
  auto async_delete_waitlist_entry(std::string waitlist_entry_id, CallOptions options, Token&& token) const {
    return start(operations::DeleteWaitlistEntry{std::move(waitlist_entry_id)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_delete_waitlist_entry(std::string waitlist_entry_id, Token&& token) const {
    return start(operations::DeleteWaitlistEntry{std::move(waitlist_entry_id)}, {}, std::forward<Token>(token));
  }

  /// Sends an invitation to the address of an entry. Never sent twice. facts 3.3
  [[nodiscard]] Result<WaitlistEntry> invite_waitlist_entry(std::string_view waitlist_entry_id,
                                                            const InviteWaitlistEntryRequest& request = {},
                                                            const CallOptions& options = {}) const;
  template <class Token>
  auto async_invite_waitlist_entry(std::string waitlist_entry_id, InviteWaitlistEntryRequest request,
                                   CallOptions options, Token&& token) const {
    return start(operations::InviteWaitlistEntry{std::move(waitlist_entry_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_invite_waitlist_entry(std::string waitlist_entry_id, InviteWaitlistEntryRequest request,
                                   Token&& token) const {
    return start(operations::InviteWaitlistEntry{std::move(waitlist_entry_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Turns down an entry of the waitlist. facts 3.3
  [[nodiscard]] Result<WaitlistEntry> reject_waitlist_entry(std::string_view waitlist_entry_id,
                                                            const CallOptions& options = {}) const;
  template <class Token>
  auto async_reject_waitlist_entry(std::string waitlist_entry_id, CallOptions options, Token&& token) const {
    return start(operations::RejectWaitlistEntry{std::move(waitlist_entry_id)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_reject_waitlist_entry(std::string waitlist_entry_id, Token&& token) const {
    return start(operations::RejectWaitlistEntry{std::move(waitlist_entry_id)}, {}, std::forward<Token>(token));
  }

 private:
  template <class Operation, class Token>
  auto start(Operation operation, CallOptions options, Token&& token) const {
    return detail::async_entry<Operation, Token>::start(api_client_, std::move(operation), std::move(options),
                                                        std::forward<Token>(token));
  }

  ApiClient api_client_;
};

}  // namespace clerk
