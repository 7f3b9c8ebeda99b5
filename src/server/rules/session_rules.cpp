#include "server/rules/session_rules.hpp"

#include "server/rules/access.hpp"
#include "server/rules/email_address.hpp"
#include "server/rules/initial_settings.hpp"
#include "server/store/memberships.hpp"

#include <chrono>

namespace clerk::server::rules {

namespace {

// Defaults of a new instance; no operation of the API changes them.
constexpr std::int64_t lifetime = std::chrono::milliseconds{std::chrono::days{7}}.count();
constexpr std::int64_t abandoned_after = std::chrono::milliseconds{std::chrono::days{30}}.count();

bool is_ended_by_epoch(const store::ResourceRow& row, const Call& call) {
  return row.created_at < call.instance.traits.sessions_valid_after;
}

std::string_view status_of(const store::ResourceRow& row, const Call& call) {
  const bool goes_on = row.status == SessionStatus::active || row.status == SessionStatus::pending;
  if (goes_on && is_ended_by_epoch(row, call)) return SessionStatus::ended;
  return row.status_at(call.now);
}

bool is_going_on(const store::ResourceRow& row, const Call& call) {
  const std::string_view status = status_of(row, call);
  return status == SessionStatus::active || status == SessionStatus::pending;
}

/// Who has to choose an organization first has a session that is pending. facts 3.3
bool must_choose_organization(const store::InstanceState& instance) {
  const auto& organizations = instance.settings.organization_settings;
  return organizations.enabled && organizations.force_organization_selection.value_or(false);
}

/// Puts the session into the organization, or into none.
void set_organization(SessionSet::Entry& entry, const std::optional<std::string>& organization_id, const Call& call) {
  entry.document.last_active_organization_id = organization_id;
  const bool has_to_choose = !organization_id && must_choose_organization(call.instance);
  entry.row.status = has_to_choose ? SessionStatus::pending : SessionStatus::active;
}

/// Why the user can't be in that organization.
Refusals judge_organization(const std::optional<std::string>& organization_id, std::string_view user_id,
                            std::string_view param, const Call& call, store::Transaction& transaction) {
  if (!organization_id) return {};
  if (!call.instance.settings.organization_settings.enabled) {
    return {{.definition = &error_definition("organization_not_enabled_in_instance")}};
  }
  if (store::Memberships{transaction}.find(*organization_id, user_id)) return {};
  return {{.definition = &error_definition("form_resource_not_found"),
           .param = std::string{param},
           .value = *organization_id}};
}

/// Ends a session that goes on.
void revoke(SessionSet& sessions, SessionSet::Entry& entry) {
  entry.row.status = SessionStatus::revoked;
  entry.row.expires_at = 0;
  sessions.update_free(entry);
}

/// Why the user can't sign in.
Refusals judge_sign_in(const UserRecord& user, const Call& call, store::Transaction& transaction) {
  if (user.row.banned) return {{.definition = &error_definition("user_banned")}};
  if (user.is_locked(call.now)) return {{.definition = &error_definition("user_locked")}};
  for (const Identifier& identifier : user.identifiers()) {
    AccessDecision decision = decide_sign_in(call.instance, identifier, lookups_in(call, transaction));
    if (!decision.is_accepted()) return std::move(decision.refusals);
  }
  return {};
}

}  // namespace

SessionSet sessions_in(const Call& call, store::Transaction& transaction) { return {"session", call, transaction}; }

SessionSet::Entry start_session(UserRecord& user, const std::optional<std::string>& organization_id, Call& call,
                                store::Transaction& transaction) {
  SessionSet sessions = sessions_in(call, transaction);
  SessionSet::Entry entry = sessions.make(call.make_id("sess"));
  entry.row.owner = user.row.id;
  set_organization(entry, organization_id, call);
  entry.row.expires_at = call.now + lifetime;
  entry.document.client_id = call.make_id("client");
  entry.row.search = fold(entry.document.client_id);
  entry.document.last_active_at = call.now;
  entry.document.expire_at = entry.row.expires_at;
  entry.document.abandon_at = call.now + abandoned_after;
  sessions.insert_free(entry);
  user.row.last_sign_in_at = call.now;
  user.row.last_active_at = call.now;
  note_of_user(user, transaction);
  return entry;
}

namespace {

std::vector<SessionSet::Entry> sessions_going_on(std::string_view user_id, SessionSet& sessions) {
  const store::ResourceSearch search{
      .status = {std::string{SessionStatus::active}, std::string{SessionStatus::pending}},
      .owner = {std::string{user_id}}};
  return sessions.all(search, {.descending = false});
}

}  // namespace

void forget_organization(std::string_view user_id, std::string_view organization_id, const Call& call,
                         store::Transaction& transaction) {
  SessionSet sessions = sessions_in(call, transaction);
  for (SessionSet::Entry& entry : sessions_going_on(user_id, sessions)) {
    if (entry.document.last_active_organization_id != organization_id) continue;
    set_organization(entry, std::nullopt, call);
    sessions.update_free(entry);
  }
}

Judged<Session> apply(const tools::SelectOrganization& operation, Call& call, store::Transaction& transaction) {
  SessionSet sessions = sessions_in(call, transaction);
  auto entry = sessions.find(operation.session_id);
  if (!entry) return not_found();
  if (!is_going_on(entry->row, call)) return refused({.definition = &error_definition("session_not_active")});
  const std::optional<std::string>& organization_id = operation.body.organization_id;
  Refusals refusals = judge_organization(organization_id, entry->row.owner, "organization_id", call, transaction);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  set_organization(*entry, organization_id, call);
  sessions.update_free(*entry);
  return session_of(*entry, call);
}

void end_sessions_of(std::string_view user_id, const Call& call, store::Transaction& transaction) {
  SessionSet sessions = sessions_in(call, transaction);
  for (SessionSet::Entry& entry : sessions_going_on(user_id, sessions)) revoke(sessions, entry);
}

Session session_of(const SessionSet::Entry& entry, const Call& call) {
  Session session = entry.document;
  session.object = "session";
  session.id = entry.row.id;
  session.user_id = entry.row.owner;
  session.status = SessionStatus{std::string{status_of(entry.row, call)}};
  if (session.status == SessionStatus{SessionStatus::pending}) {
    session.tasks = std::vector<SessionTask>{{.key = "choose-organization"}};
  }
  session.created_at = entry.row.created_at;
  session.updated_at = entry.row.updated_at;
  return session;
}

Judged<Sessions> read(const operations::GetSessionList& operation, Call& call, store::Transaction& transaction) {
  const GetSessionListRequest& query = operation.query;
  store::ResourceSearch search;
  if (query.user_id) search.owner = {*query.user_id};
  if (query.status) search.status = {query.status->text()};
  if (query.client_id) search.query = fold(*query.client_id);
  // Those that the epoch ended go on in no list of those that go on.
  const bool asks_for_going_on = query.status && (*query.status == SessionStatus{SessionStatus::active} ||
                                                  *query.status == SessionStatus{SessionStatus::pending});
  if (asks_for_going_on) search.created_since = call.instance.traits.sessions_valid_after;
  SessionSet sessions = sessions_in(call, transaction);
  return page_of<Sessions>(sessions, search, {}, query, [&](const auto& entry) { return session_of(entry, call); });
}

Judged<Session> apply(const operations::CreateSession& operation, Call& call, store::Transaction& transaction) {
  // Real sessions come from signing in. facts 3.1
  if (call.instance.environment_type == production) {
    return refused(
        {.definition = &error_definition("request_invalid_for_environment"), .expected = std::string{development}});
  }
  auto user = find_user(call, transaction, operation.body.user_id);
  if (!user) return not_found();
  Refusals refusals = judge_sign_in(*user, call, transaction);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  const std::optional<std::string>& organization_id = operation.body.active_organization_id;
  refusals = judge_organization(organization_id, user->row.id, "active_organization_id", call, transaction);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  return session_of(start_session(*user, organization_id, call, transaction), call);
}

Judged<Session> read(const operations::GetSession& operation, Call& call, store::Transaction& transaction) {
  const auto entry = sessions_in(call, transaction).find(operation.session_id);
  if (!entry) return not_found();
  return session_of(*entry, call);
}

Judged<Session> apply(const operations::RevokeSession& operation, Call& call, store::Transaction& transaction) {
  SessionSet sessions = sessions_in(call, transaction);
  auto entry = sessions.find(operation.session_id);
  if (!entry) return not_found();
  if (is_going_on(entry->row, call)) revoke(sessions, *entry);
  return session_of(*entry, call);
}

}  // namespace clerk::server::rules
