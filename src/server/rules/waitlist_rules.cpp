#include "server/rules/waitlist_rules.hpp"

#include "server/rules/email_address.hpp"
#include "server/rules/invitation_rules.hpp"

#include <algorithm>
#include <set>

namespace clerk::server::rules {

namespace {

// Entries are kept as the model that is answered, without what changes with time.
using WaitlistSet = ResourceSet<WaitlistEntry>;
using Entry = WaitlistSet::Entry;

WaitlistSet waitlist_in(const Call& call, store::Transaction& transaction) {
  return {"waitlist_entry", call, transaction};
}

/// The entry as of now; its invitation goes on elsewhere.
WaitlistEntry entry_of(const Entry& entry, const Call& call, store::Transaction& transaction) {
  WaitlistEntry shown = entry.document;
  shown.object = "waitlist_entry";
  shown.id = entry.row.id;
  shown.email_address = entry.row.unique_key;
  shown.status = WaitlistEntryStatus{entry.row.status};
  shown.is_locked = false;
  shown.created_at = entry.row.created_at;
  shown.updated_at = entry.row.updated_at;
  if (shown.invitation) {
    const auto invitation = invitations_in(call, transaction).find(shown.invitation->id);
    if (invitation) shown.invitation = invitation_of(*invitation, call);
  }
  return shown;
}

/// Who waits already goes on waiting: the entry there is. facts 3.2
Entry wait(const CreateWaitlistEntryRequest& request, const Call& call, store::Transaction& transaction) {
  WaitlistSet waitlist = waitlist_in(call, transaction);
  const std::string address = fold(request.email_address);
  if (auto entry = waitlist.find_by_key(address)) return *std::move(entry);
  Entry entry = waitlist.make(call.make_id("wle"));
  entry.row.unique_key = address;
  entry.row.owner = address;
  entry.row.status = WaitlistEntryStatus::pending;
  entry.row.search = address + " " + fold(entry.row.id);
  waitlist.insert_free(entry);
  return entry;
}

std::int64_t invited_at(const Entry& entry) {
  return entry.document.invitation ? entry.document.invitation->created_at : 0;
}

/// A page in the order of the invitations, which no column has: there are few of those who wait.
std::vector<Entry> page_by_invitation(WaitlistSet& waitlist, const store::ResourceSearch& search, bool descending,
                                      const store::Page& page) {
  std::vector<Entry> entries = waitlist.all(search, {.descending = false});
  std::ranges::stable_sort(entries, {}, invited_at);
  if (descending) std::ranges::reverse(entries);
  const auto size = static_cast<std::int64_t>(entries.size());
  const auto begin = entries.begin() + std::min(page.offset, size);
  const auto end = entries.begin() + std::min(page.offset + page.limit, size);
  return {begin, end};
}

std::vector<Entry> page_of(const ListWaitlistEntriesRequest& query, WaitlistSet& waitlist,
                           const store::ResourceSearch& search) {
  const OrderBy order = read_order_by(*query.order_by);
  const store::Page page{.limit = *query.limit, .offset = *query.offset};
  if (order.name == "invited_at") return page_by_invitation(waitlist, search, order.descending, page);
  const auto key = order.name == "email_address" ? store::ResourceKey::owner : store::ResourceKey::created_at;
  return waitlist.page(search, {.key = key, .descending = order.descending}, page);
}

/// Why an entry that has come so far can't be invited or rejected.
Refusals judge_open(const Entry& entry, bool rejecting) {
  if (entry.row.status == WaitlistEntryStatus::completed) {
    return {{.definition = &error_definition("waitlist_entry_already_completed")}};
  }
  if (rejecting && entry.row.status == WaitlistEntryStatus::rejected) {
    return {{.definition = &error_definition("waitlist_entry_already_rejected")}};
  }
  if (entry.row.status == WaitlistEntryStatus::invited) {
    return {{.definition = &error_definition("waitlist_entry_already_invited")}};
  }
  return {};
}

}  // namespace

void complete_waitlist_entry(std::string_view address, const Call& call, store::Transaction& transaction) {
  WaitlistSet waitlist = waitlist_in(call, transaction);
  auto entry = waitlist.find_by_key(address);
  if (!entry) return;
  entry->row.status = WaitlistEntryStatus::completed;
  waitlist.update_free(*entry);
}

Judged<WaitlistEntries> read(const operations::ListWaitlistEntries& operation, Call& call,
                             store::Transaction& transaction) {
  const ListWaitlistEntriesRequest& query = operation.query;
  store::ResourceSearch search{.query = fold(query.query.value_or(""))};
  if (query.status) search.status = {query.status->text()};
  WaitlistSet waitlist = waitlist_in(call, transaction);
  WaitlistEntries answer;
  for (const Entry& entry : page_of(query, waitlist, search)) {
    answer.data.push_back(entry_of(entry, call, transaction));
  }
  answer.total_count = waitlist.count(search);
  return answer;
}

Judged<WaitlistEntry> apply(const operations::CreateWaitlistEntry& operation, Call& call,
                            store::Transaction& transaction) {
  return entry_of(wait(operation.body, call, transaction), call, transaction);
}

Judged<BulkWaitlistEntries> apply(const operations::CreateBulkWaitlistEntries& operation, Call& call,
                                  store::Transaction& transaction) {
  BulkWaitlistEntries entries;
  std::set<std::string> addresses;
  for (const CreateWaitlistEntryRequest& request : operation.body.data) {
    if (!addresses.insert(fold(request.email_address)).second) {
      return refused({.definition = &error_definition("form_param_duplicate_values"), .param = "email_address"});
    }
    entries.data.push_back(entry_of(wait(request, call, transaction), call, transaction));
  }
  return entries;
}

Judged<DeletedObject> apply(const operations::DeleteWaitlistEntry& operation, Call& call,
                            store::Transaction& transaction) {
  return remove_from(waitlist_in(call, transaction), "waitlist_entry", operation.waitlist_entry_id);
}

Judged<WaitlistEntry> apply(const operations::InviteWaitlistEntry& operation, Call& call,
                            store::Transaction& transaction) {
  WaitlistSet waitlist = waitlist_in(call, transaction);
  auto entry = waitlist.find(operation.waitlist_entry_id);
  if (!entry) return not_found();
  Refusals refusals = judge_open(*entry, false);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  CreateInvitationRequest request{.email_address = entry->row.unique_key};
  request.ignore_existing = operation.body.ignore_existing;
  request.template_slug = InvitationTemplate{InvitationTemplate::waitlist_invitation};
  const auto invitation = invite(request, false, call, transaction);
  if (invitation.has_error()) return invitation.error();
  entry->document.invitation = invitation_of(*invitation, call);
  entry->row.status = WaitlistEntryStatus::invited;
  waitlist.update_free(*entry);
  return entry_of(*entry, call, transaction);
}

Judged<WaitlistEntry> apply(const operations::RejectWaitlistEntry& operation, Call& call,
                            store::Transaction& transaction) {
  WaitlistSet waitlist = waitlist_in(call, transaction);
  auto entry = waitlist.find(operation.waitlist_entry_id);
  if (!entry) return not_found();
  Refusals refusals = judge_open(*entry, true);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  entry->row.status = WaitlistEntryStatus::rejected;
  waitlist.update_free(*entry);
  return entry_of(*entry, call, transaction);
}

}  // namespace clerk::server::rules
