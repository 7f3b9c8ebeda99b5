#include "server/rules/user_rules.hpp"

#include "server/rules/access.hpp"
#include "server/rules/date_time.hpp"
#include "server/rules/member_rules.hpp"
#include "server/rules/metadata.hpp"
#include "server/rules/new_identifiers.hpp"
#include "server/rules/session_rules.hpp"
#include "server/rules/user_record.hpp"

#include <algorithm>
#include <iterator>

namespace clerk::server::rules {

namespace {

using Start = NewIdentifiers::Start;

void add_all(IdentifierKind kind, const Patch<std::vector<std::string>>& texts,
             const Patch<std::vector<IdentificationStatus>>& statuses, NewIdentifiers& identifiers) {
  const std::size_t count = texts.has_value() ? texts->size() : 0;
  const bool has_statuses = statuses.has_value() && !statuses->empty();
  if (has_statuses && statuses->size() != count) {
    identifiers.refusals().push_back({.definition = &error_definition("form_param_array_length_mismatch"),
                                      .param = std::string{name_of(kind)} + "_identification_status",
                                      .expected = std::string{name_of(kind)}});
    return;
  }
  for (std::size_t i = 0; i < count; ++i) {
    identifiers.add(kind, (*texts)[i], has_statuses ? start_of((*statuses)[i].text()) : Start::verified);
  }
}

NewIdentifiers identifiers_of(const CreateUserRequest& request, bool test_mode) {
  NewIdentifiers identifiers{test_mode};
  add_all(IdentifierKind::email_address, request.email_address, request.email_address_identification_status,
          identifiers);
  add_all(IdentifierKind::phone_number, request.phone_number, request.phone_number_identification_status, identifiers);
  add_all(IdentifierKind::web3_wallet, request.web3_wallet, {}, identifiers);
  if (!request.username.value_or("").empty()) {
    identifiers.add(IdentifierKind::username, *request.username, Start::verified);
  }
  return identifiers;
}

/// A text of which nothing is left counts as none.
void set_text(const Patch<std::string>& wish, std::optional<std::string>& text) {
  if (!wish.has_value()) return;
  text = *wish;
  if (text->empty()) text.reset();
}

template <class T, class Kept>
void set(const Patch<T>& wish, Kept& kept) {
  if (wish.has_value()) kept = *wish;
}

void set_time(std::string_view param, const Patch<std::string>& wish, const auto& put, Refusals& refusals) {
  if (!wish.has_value()) return;
  if (const auto time = read_date_time(*wish)) {
    put(*time);
  } else {
    refusals.push_back({.definition = &error_definition("form_param_invalid_time"),
                        .param = std::string{param},
                        .value = *wish,
                        .expected = "a date and time in RFC 3339 format"});
  }
}

/// What both requests say of a user in the same words.
template <class Request>
void set_attributes(const Request& request, UserRecord& record, Refusals& refusals) {
  store::UserRow& row = record.row;
  store::UserDocument& document = row.document;
  if (request.external_id.has_value()) row.external_id = *request.external_id;
  set_text(request.first_name, document.first_name);
  set_text(request.last_name, document.last_name);
  set_text(request.locale, document.locale);
  set(request.delete_self_enabled, document.delete_self_enabled);
  set(request.create_organization_enabled, document.create_organization_enabled);
  set(request.create_organizations_limit, document.create_organizations_limit);
  set(request.bypass_client_trust, document.bypass_client_trust);
  set_time(
      "legal_accepted_at", request.legal_accepted_at, [&](std::int64_t at) { document.legal_accepted_at = at; },
      refusals);
  set_time(
      "created_at", request.created_at, [&](std::int64_t at) { row.created_at = at; }, refusals);
  start_metadata(request, document, refusals);
}

Refusal external_id_taken() {
  return {.definition = &error_definition("form_identifier_exists"), .param = "external_id"};
}

/// Who has no identifier can't sign in. facts 3.3
Refusals judge_requirements(const CreateUserRequest& request, const NewIdentifiers& identifiers) {
  if (!identifiers.empty() || request.skip_user_requirement.value_or(false)) return {};
  return {{.definition = &error_definition("form_data_missing"),
           .expected = "email_address, phone_number, web3_wallet or username"}};
}

}  // namespace

PreparedPassword prepare(const operations::CreateUser& operation, const Call& call, const Look& /*look*/) {
  return prepare_password(PasswordWish::of(operation.body), call);
}

Judged<User> apply(const operations::CreateUser& operation, Call& call, store::Transaction& transaction,
                   const PreparedPassword& password) {
  const CreateUserRequest& request = operation.body;
  UserRecord record{
      .row = {
          .id = call.make_id("user"), .instance_id = call.instance.id, .created_at = call.now, .updated_at = call.now}};
  NewIdentifiers identifiers = identifiers_of(request, call.instance.settings.instance.test_mode);
  Refusals refusals = std::move(identifiers.refusals());
  set_attributes(request, record, refusals);
  const PasswordWish wish = PasswordWish::of(request);
  std::ranges::move(judge_password(wish, identifiers.identifiers(), call.instance), std::back_inserter(refusals));
  if (refusals.empty()) refusals = judge_requirements(request, identifiers);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};

  const Newcomer newcomer{.entrance = Entrance::manual_creation, .identifiers = identifiers.identifiers()};
  AccessDecision decision = decide_sign_up(newcomer, call, transaction);
  if (!decision.is_accepted()) return Refused{.refusals = std::move(decision.refusals)};

  set_text(request.username, record.row.document.username);
  set_password(wish, password, call, record.row.document);
  record.row.banned = request.banned.value_or(false);
  if (request.locked.value_or(false)) record.row.locked_until = call.now + lock_milliseconds;
  // The row before those that refer to it; what it is found by after them.
  if (!store::Users{transaction}.insert(record.row)) return refused(external_id_taken());
  identifiers.write(record, call, transaction);
  if (!save_user(record, call, transaction)) return refused(external_id_taken());
  return user_of(record, call);
}

Judged<User> read(const operations::GetUser& operation, Call& call, store::Transaction& transaction) {
  const auto record = find_user(call, transaction, operation.user_id);
  if (!record) return not_found();
  return user_of(*record, call);
}

namespace {

/// Makes an identification of the user the primary one of its kind: it must be there and verified.
void choose_primary(std::string_view param, IdentifierKind kind, const Patch<std::string>& wish, UserRecord& record,
                    Refusals& refusals) {
  if (!wish.has_value()) return;
  const auto* row = record.find(*wish);
  if (row == nullptr || row->kind != name_of(kind)) {
    refusals.push_back({.definition = &error_definition("form_resource_not_found"), .param = std::string{param}});
  } else if (row->document.status != VerificationStatus::verified) {
    refusals.push_back({.definition = &error_definition("form_param_format_invalid"),
                        .param = std::string{param},
                        .value = *wish,
                        .expected = "the id of a verified identification of the user"});
  } else {
    *primary_of(record.row.document, row->kind) = *wish;
  }
}

/// Gives the user another username, or takes it away. facts 3.2
Refusals change_username(const Patch<std::string>& wish, UserRecord& record, Call& call,
                         store::Transaction& transaction) {
  const bool takes_away = wish.is_null() || (wish.has_value() && wish->empty());
  if (wish.is_absent()) return {};
  const auto is_username = [](const store::IdentificationRow& row) {
    return row.kind == name_of(IdentifierKind::username);
  };
  const auto old = std::ranges::find_if(record.identifications, is_username);
  NewIdentifiers fresh{false};
  if (!takes_away) fresh.add(IdentifierKind::username, *wish, Start::verified);
  if (!fresh.refusals().empty()) return std::move(fresh.refusals());
  const bool is_same =
      old != record.identifications.end() && !fresh.empty() && fresh.identifiers().front().folded == old->folded;
  if (!is_same) {
    if (!fresh.empty() && lookups_in(call, transaction).is_taken(fresh.identifiers().front())) {
      return {{.definition = &error_definition("form_identifier_exists"), .param = "username", .value = *wish}};
    }
    if (old != record.identifications.end()) {
      store::Identifications{transaction}.remove(old->id);
      record.identifications.erase(old);
    }
    fresh.write(record, call, transaction);
  }
  record.row.document.username = takes_away ? std::nullopt : std::optional{*wish};
  return {};
}

}  // namespace

PreparedPassword prepare(const operations::UpdateUser& operation, const Call& call, const Look& /*look*/) {
  return prepare_password(PasswordWish::of(operation.body), call);
}

Judged<User> apply(const operations::UpdateUser& operation, Call& call, store::Transaction& transaction,
                   const PreparedPassword& password) {
  const UpdateUserRequest& request = operation.body;
  auto record = find_user(call, transaction, operation.user_id);
  if (!record) return not_found();

  Refusals refusals = judge_metadata_version(request, call.api_version);
  set_attributes(request, *record, refusals);
  choose_primary("primary_email_address_id", IdentifierKind::email_address, request.primary_email_address_id, *record,
                 refusals);
  choose_primary("primary_phone_number_id", IdentifierKind::phone_number, request.primary_phone_number_id, *record,
                 refusals);
  choose_primary("primary_web3_wallet_id", IdentifierKind::web3_wallet, request.primary_web3_wallet_id, *record,
                 refusals);
  const PasswordWish wish = PasswordWish::of(request);
  std::ranges::move(judge_password(wish, record->identifiers(), call.instance), std::back_inserter(refusals));
  if (refusals.empty()) refusals = change_username(request.username, *record, call, transaction);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};

  const bool has_new_password = set_password(wish, password, call, record->row.document);
  if (has_new_password && request.sign_out_of_other_sessions.value_or(false)) {
    end_sessions_of(record->row.id, call, transaction);
  }
  if (!save_user(*record, call, transaction)) return refused(external_id_taken());
  return user_of(*record, call);
}

Judged<DeletedObject> apply(const operations::DeleteUser& operation, Call& call, store::Transaction& transaction) {
  const auto row = store::Users{transaction}.find(call.instance.id, operation.user_id);
  if (!row) return not_found();
  end_sessions_of(row->id, call, transaction);
  leave_organizations(row->id, call, transaction);
  store::Identifications{transaction}.remove_of_user(row->id);
  store::Users{transaction}.remove(call.instance.id, row->id);
  DeletedObject deleted{.object = "user", .id = row->id, .deleted = true};
  if (!row->external_id.empty()) deleted.external_id = row->external_id;
  return deleted;
}

}  // namespace clerk::server::rules
