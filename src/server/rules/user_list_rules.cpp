#include "server/rules/user_list_rules.hpp"

#include "server/rules/email_address.hpp"
#include "server/rules/session_rules.hpp"
#include "server/rules/user_record.hpp"

#include <algorithm>
#include <utility>

namespace clerk::server::rules {

namespace {

using store::UserKey;

static_assert(std::ranges::equal(user_order_names, store::user_key_names, {}, {}, &store::UserKeyNames::name),
              "what the contract orders by and what the store can are not the same");

store::UserOrder order_of(std::string_view text) {
  const OrderBy order = read_order_by(text);
  const auto* found = std::ranges::find(store::user_key_names, order.name, &store::UserKeyNames::name);
  return {.key = found->key, .descending = order.descending};
}

/// Ids with `-` before them are left out, `+` means the same as nothing.
store::Selection selection_of(const std::vector<std::string>& signed_ids) {
  store::Selection selection;
  for (std::string_view id : signed_ids) {
    auto& side = id.starts_with('-') ? selection.excluded : selection.included;
    if (id.starts_with('-') || id.starts_with('+')) id.remove_prefix(1);
    side.emplace_back(id);
  }
  return selection;
}

/// Identifiers as they are compared. What is none of the kind is nobody's, and says so by asking for nobody when it is
/// all there is.
void add_identifiers(IdentifierKind kind, const std::vector<std::string>& texts, std::vector<std::string>& folded,
                     bool& nobody) {
  for (const std::string& text : texts) {
    if (const auto identifier = read_identifier(kind, text, true)) folded.push_back(identifier->folded);
  }
  if (!texts.empty() && folded.empty()) nobody = true;
}

template <UserQuery Q>
store::UserSearch search_of(const UserFilters<Q>& filters) {
  store::UserSearch search{.user_id = selection_of(filters.user_id),
                           .external_id = selection_of(filters.external_id),
                           .query = fold(filters.query.value_or("")),
                           .email_address_query = fold(filters.email_address_query.value_or("")),
                           .phone_number_query = filters.phone_number_query.value_or(""),
                           .username_query = fold(filters.username_query.value_or("")),
                           .name_query = fold(filters.name_query.value_or("")),
                           .banned = filters.banned,
                           .created_at = {filters.created_at_after, filters.created_at_before},
                           .last_active_at = {filters.last_active_at_after, filters.last_active_at_before},
                           .last_sign_in_at = {filters.last_sign_in_at_after, filters.last_sign_in_at_before}};
  add_identifiers(IdentifierKind::email_address, filters.email_address, search.email_address, search.nobody);
  add_identifiers(IdentifierKind::phone_number, filters.phone_number, search.phone_number, search.nobody);
  add_identifiers(IdentifierKind::username, filters.username, search.username, search.nobody);
  add_identifiers(IdentifierKind::web3_wallet, filters.web3_wallet, search.web3_wallet, search.nobody);
  // The older name says "from this time on".
  if (filters.last_active_at_since && !search.last_active_at.after) {
    search.last_active_at.after = *filters.last_active_at_since - 1;
  }
  // Nobody here has an account elsewhere, and nobody is in an organization.
  if (!filters.provider_user_id.empty() || !selection_of(filters.organization_id).included.empty()) {
    search.nobody = true;
  }
  return search;
}

/// An account elsewhere is named by both or not at all; the code is inferred. facts 4.3
template <UserQuery Q>
Refusals judge_provider(const UserFilters<Q>& filters) {
  const auto lacks = [](std::string_view param, std::string_view other) {
    return Refusals{{.definition = &error_definition("form_conditional_param_missing"),
                     .param = std::string{param},
                     .expected = std::string{other}}};
  };
  if (filters.provider && filters.provider_user_id.empty()) return lacks("provider_user_id", "provider");
  if (!filters.provider && !filters.provider_user_id.empty()) return lacks("provider", "provider_user_id");
  return {};
}

Refusal conflict_of_cursor(std::string_view other) {
  return {.definition = &error_definition("form_param_value_conflict"),
          .param = "starting_after",
          .expected = std::string{other}};
}

/// A cursor holds only in an order that neither changes nor has equals. facts 3.2
Refusals place_cursor(const GetUserListRequest& query, const store::UserOrder& order, Call& call,
                      store::Transaction& transaction, store::UserSearch& search) {
  if (!query.starting_after) return {};
  if (order.key != UserKey::created_at) return {conflict_of_cursor("order_by")};
  if (query.offset.value_or(0) != 0) return {conflict_of_cursor("offset")};
  const auto row = store::Users{transaction}.find(call.instance.id, *query.starting_after);
  if (!row) return {{.definition = &error_definition("form_resource_not_found"), .param = "starting_after"}};
  search.starting_after = store::UserSearch::Cursor{.created_at = row->created_at, .id = row->id};
  return {};
}

Users users_of(std::vector<store::UserRow> rows, const Call& call, store::Transaction& transaction) {
  Users users;
  for (const UserRecord& record : with_identifications(std::move(rows), transaction)) {
    users.data.push_back(user_of(record, call));
  }
  return users;
}

}  // namespace

Judged<Users> read(const operations::GetUserList& operation, Call& call, store::Transaction& transaction) {
  const GetUserListRequest& query = operation.query;
  const store::UserOrder order = order_of(*query.order_by);
  store::UserSearch search = search_of(query);
  Refusals refusals = judge_provider(query);
  if (refusals.empty()) refusals = place_cursor(query, order, call, transaction, search);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  return users_of(
      store::Users{transaction}.page(call.instance.id, search, order, {.limit = *query.limit, .offset = *query.offset}),
      call, transaction);
}

Judged<TotalCount> read(const operations::GetUsersCount& operation, Call& call, store::Transaction& transaction) {
  Refusals refusals = judge_provider(operation.query);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  return TotalCount{.object = "total_count",
                    .total_count = store::Users{transaction}.count(call.instance.id, search_of(operation.query))};
}

namespace {

/// Bans, or takes the ban from, all of the users or none.
Judged<Users> set_banned(const std::vector<std::string>& ids, bool banned, Call& call,
                         store::Transaction& transaction) {
  Users users;
  for (const std::string& id : ids) {
    auto record = find_user(call, transaction, id);
    if (!record) return not_found();
    record->row.banned = banned;
    if (banned) end_sessions_of(id, call, transaction);
    save_same_user(*record, call, transaction);
    users.data.push_back(user_of(*record, call));
  }
  return users;
}

}  // namespace

Judged<Users> apply(const operations::UsersBan& operation, Call& call, store::Transaction& transaction) {
  return set_banned(operation.body.user_ids, true, call, transaction);
}

Judged<Users> apply(const operations::UsersUnban& operation, Call& call, store::Transaction& transaction) {
  return set_banned(operation.body.user_ids, false, call, transaction);
}

}  // namespace clerk::server::rules
