#include "server/rules/list_identifier_rules.hpp"

#include "server/store/list_identifiers.hpp"

#include <type_traits>

namespace clerk::server::rules {

namespace {

using List = store::ListIdentifiers::List;

template <class Entry>
constexpr List list_of = std::is_same_v<Entry, AllowlistIdentifier> ? List::allowlist : List::blocklist;

template <class Entry>
constexpr std::string_view object_of = std::is_same_v<Entry, AllowlistIdentifier> ? "allowlist_identifier"
                                                                                  : "blocklist_identifier";

template <class Entry>
Entry entry_of(const store::ListIdentifierRow& row) {
  Entry entry{.object = std::string{object_of<Entry>}, .id = row.id};
  if constexpr (requires { entry.invitation_id; }) {
    if (!row.invitation_id.empty()) entry.invitation_id = row.invitation_id;
  }
  entry.identifier = row.identifier;
  entry.identifier_type = IdentifierType{row.identifier_type};
  entry.instance_id = row.instance_id;
  entry.created_at = row.created_at;
  entry.updated_at = row.updated_at;
  return entry;
}

template <class Entry>
std::vector<Entry> entries_of(const std::vector<store::ListIdentifierRow>& rows) {
  std::vector<Entry> entries;
  entries.reserve(rows.size());
  for (const auto& row : rows) entries.push_back(entry_of<Entry>(row));
  return entries;
}

template <class Entry>
Judged<DeletedObject> remove(std::string_view id, Call& call, store::Transaction& transaction) {
  store::ListIdentifiers list{transaction, list_of<Entry>};
  if (!list.find(call.instance.id, id)) return not_found();
  list.remove(call.instance.id, id);
  return DeletedObject{.object = std::string{object_of<Entry>}, .id = std::string{id}, .deleted = true};
}

}  // namespace
}  // namespace clerk::server::rules
