#include "server/rules/user_list_rules.hpp"

#include "server/rules/email_address.hpp"
#include "server/rules/session_rules.hpp"
#include "server/rules/user_filters.hpp"
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
  return {.key = user_key_of(order.name), .descending = order.descending};
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
  store::UserSearch search = user_search_of(query);
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
                    .total_count = store::Users{transaction}.count(call.instance.id, user_search_of(operation.query))};
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
