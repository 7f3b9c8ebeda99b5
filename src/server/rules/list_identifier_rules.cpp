#include "server/rules/list_identifier_rules.hpp"

#include "server/rules/invitation_rules.hpp"
#include "server/rules/listed_identifier.hpp"
#include "server/store/list_identifiers.hpp"

#include <type_traits>

namespace clerk::server::rules {

namespace {

template <class Entry>
constexpr ListKind list_of = std::is_same_v<Entry, AllowlistIdentifier> ? ListKind::allowlist : ListKind::blocklist;

template <class Entry>
constexpr std::string_view object_of =
    std::is_same_v<Entry, AllowlistIdentifier> ? "allowlist_identifier" : "blocklist_identifier";

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

/// An invitation for who is put on the allowlist, if one is wanted and there is an address to send it to. facts 3.2
Judged<std::string> invite_listed(const Identifier& identifier, bool notify, Call& call,
                                  store::Transaction& transaction) {
  const bool is_pattern = identifier.folded.starts_with('*');
  if (!notify || is_pattern || identifier.kind != IdentifierKind::email_address) return std::string{};
  const CreateInvitationRequest request{.email_address = identifier.folded, .ignore_existing = true};
  const auto invitation = invite(request, true, call, transaction);
  if (invitation.has_error()) return invitation.error();
  return invitation->row.id;
}

template <class Entry>
Judged<Entry> create(std::string_view id_prefix, std::string_view text, bool notify, Call& call,
                     store::Transaction& transaction) {
  const auto identifier = read_listed_identifier(list_of<Entry>, text);
  if (!identifier) return refused(unlistable_identifier(std::string{text}));
  const std::string_view feature = list_of<Entry> == ListKind::allowlist ? "allowlist" : "blocklist";
  // Adding is part of the feature, as turning the list on is; looking and taking out are free. facts 2.3 (inferred)
  if (!has_feature(call.instance, feature)) {
    return refused({.definition = &error_definition("unsupported_subscription_plan_features"),
                    .unsupported_features = {std::string{feature}}});
  }
  const auto invitation_id = invite_listed(*identifier, notify, call, transaction);
  if (invitation_id.has_error()) return invitation_id.error();
  const store::ListIdentifierRow row{.id = call.make_id(id_prefix),
                                     .instance_id = call.instance.id,
                                     .identifier = identifier->folded,
                                     .identifier_type = std::string{name_of(identifier->kind)},
                                     .invitation_id = *invitation_id,
                                     .created_at = call.now,
                                     .updated_at = call.now};
  if (!store::ListIdentifiers{transaction, list_of<Entry>}.insert(row)) {
    return refused({.definition = &error_definition("list_identifier_duplicate"), .value = row.identifier});
  }
  return entry_of<Entry>(row);
}

}  // namespace

Judged<AllowlistIdentifiers> read(const operations::ListAllowlistIdentifiers& operation, Call& call,
                                  store::Transaction& transaction) {
  store::ListIdentifiers list{transaction, ListKind::allowlist};
  AllowlistIdentifiers answer{
      .data = entries_of<AllowlistIdentifier>(
          list.page(call.instance.id, {.limit = *operation.query.limit, .offset = *operation.query.offset}))};
  if (operation.query.paginated.value_or(false)) answer.total_count = list.count(call.instance.id);
  return answer;
}

Judged<AllowlistIdentifier> apply(const operations::CreateAllowlistIdentifier& operation, Call& call,
                                  store::Transaction& transaction) {
  return create<AllowlistIdentifier>("alid", operation.body.identifier, operation.body.notify.value_or(false), call,
                                     transaction);
}

Judged<DeletedObject> apply(const operations::DeleteAllowlistIdentifier& operation, Call& call,
                            store::Transaction& transaction) {
  return remove<AllowlistIdentifier>(operation.identifier_id, call, transaction);
}

Judged<BlocklistIdentifiers> read(const operations::ListBlocklistIdentifiers& /*operation*/, Call& call,
                                  store::Transaction& transaction) {
  store::ListIdentifiers list{transaction, ListKind::blocklist};
  return BlocklistIdentifiers{.data = entries_of<BlocklistIdentifier>(list.all(call.instance.id)),
                              .total_count = list.count(call.instance.id)};
}

Judged<BlocklistIdentifier> apply(const operations::CreateBlocklistIdentifier& operation, Call& call,
                                  store::Transaction& transaction) {
  return create<BlocklistIdentifier>("blid", operation.body.identifier, false, call, transaction);
}

Judged<DeletedObject> apply(const operations::DeleteBlocklistIdentifier& operation, Call& call,
                            store::Transaction& transaction) {
  return remove<BlocklistIdentifier>(operation.identifier_id, call, transaction);
}

}  // namespace clerk::server::rules
