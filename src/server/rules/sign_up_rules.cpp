#include "server/rules/sign_up_rules.hpp"

#include "server/rules/access.hpp"
#include "server/rules/email_address.hpp"
#include "server/rules/invitation_rules.hpp"
#include "server/rules/new_identifiers.hpp"
#include "server/rules/session_rules.hpp"
#include "server/rules/user_record.hpp"
#include "server/rules/waitlist_rules.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <stdexcept>

namespace clerk::server::rules {

namespace {

using SignUpSet = ResourceSet<SignUp>;
using Start = NewIdentifiers::Start;

constexpr std::int64_t abandoned_after = std::chrono::milliseconds{std::chrono::days{1}}.count();

SignUpSet sign_ups_in(const Call& call, store::Transaction& transaction) { return {"sign_up", call, transaction}; }

SignUp sign_up_of(const SignUpSet::Entry& entry, const Call& call) {
  SignUp sign_up = entry.document;
  sign_up.object = "sign_up_attempt";
  sign_up.id = entry.row.id;
  const bool is_abandoned = entry.row.status_at(call.now) == store::ResourceRow::expired;
  sign_up.status = SignUpStatus{is_abandoned ? std::string{SignUpStatus::abandoned} : entry.row.status};
  return sign_up;
}

PasswordWish wish_of(const tools::SignUpRequest& request) { return {.password = request.password}; }

NewIdentifiers identifiers_of(const tools::SignUpRequest& request, const Call& call) {
  NewIdentifiers identifiers{call.instance.settings.instance.test_mode};
  const auto add = [&](IdentifierKind kind, const std::optional<std::string>& text) {
    if (text) identifiers.add(kind, *text, Start::verified);
  };
  add(IdentifierKind::email_address, request.email_address);
  add(IdentifierKind::phone_number, request.phone_number);
  add(IdentifierKind::web3_wallet, request.web3_wallet);
  add(IdentifierKind::username, request.username);
  return identifiers;
}

/// The open invitation of a ticket; nothing without a ticket.
Judged<std::optional<InvitationSet::Entry>> invitation_of_ticket(const std::optional<std::string>& ticket, Call& call,
                                                                 store::Transaction& transaction) {
  if (!ticket) return std::optional<InvitationSet::Entry>{};
  auto entry = invitations_in(call, transaction).find(*ticket);
  if (!entry || entry->row.status_at(call.now) != InvitationStatus::pending) {
    return refused({.definition = &error_definition("ticket_invalid"), .param = "ticket"});
  }
  return entry;
}

Newcomer newcomer_of(const NewIdentifiers& identifiers, const std::optional<InvitationSet::Entry>& invitation) {
  Newcomer newcomer{.entrance = Entrance::sign_up, .identifiers = identifiers.identifiers()};
  if (!invitation) return newcomer;
  newcomer.entrance = invitation->document.by_allowlist ? Entrance::allowlist_invitation : Entrance::invitation;
  newcomer.invited = invitation->row.owner;
  return newcomer;
}

/// What the API shows of a sign-up's own identifiers.
void describe(const tools::SignUpRequest& request, SignUpSet::Entry& entry) {
  SignUp& sign_up = entry.document;
  sign_up.required_fields = {std::string{name_of(IdentifierKind::email_address)}};
  sign_up.optional_fields = {"phone_number", "username", "web3_wallet", "password", "first_name", "last_name"};
  sign_up.email_address = request.email_address;
  sign_up.phone_number = request.phone_number;
  sign_up.web3_wallet = request.web3_wallet;
  sign_up.username = request.username;
  sign_up.password_enabled = request.password.has_value();
  sign_up.first_name = request.first_name;
  sign_up.last_name = request.last_name;
}

UserRecord make_user(const tools::SignUpRequest& request, const NewIdentifiers& identifiers,
                     const PreparedPassword& password, const std::optional<InvitationSet::Entry>& invitation,
                     Call& call, store::Transaction& transaction) {
  UserRecord user{
      .row = {
          .id = call.make_id("user"), .instance_id = call.instance.id, .created_at = call.now, .updated_at = call.now}};
  store::UserDocument& document = user.row.document;
  document.first_name = request.first_name;
  document.last_name = request.last_name;
  document.username = request.username;
  if (invitation) document.public_metadata = invitation->document.shown.public_metadata;
  set_password(wish_of(request), password, call, document);
  if (!store::Users{transaction}.insert(user.row)) throw std::logic_error{"no external id is had twice"};
  identifiers.write(user, call, transaction);
  save_same_user(user, call, transaction);
  return user;
}

}  // namespace

PreparedPassword prepare(const tools::MakeSignUp& operation, const Call& call, const Look& /*look*/) {
  return prepare_password(wish_of(operation.body), call);
}

bool has_slow_work(const tools::SignUpRequest& request) { return request.password.has_value(); }

Judged<tools::SignUpResult> apply(const tools::MakeSignUp& operation, Call& call, store::Transaction& transaction,
                                  const PreparedPassword& password) {
  tools::SignUpRequest request = operation.body;
  auto invitation = invitation_of_ticket(request.ticket, call, transaction);
  if (invitation.has_error()) return invitation.error();
  // Who is invited has the address that the invitation went to.
  if (*invitation && !request.email_address) request.email_address = (*invitation)->row.owner;

  NewIdentifiers identifiers = identifiers_of(request, call);
  Refusals refusals = std::move(identifiers.refusals());
  std::ranges::move(judge_password(wish_of(request), identifiers.identifiers(), call.instance),
                    std::back_inserter(refusals));
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};

  AccessDecision decision = decide_sign_up(newcomer_of(identifiers, *invitation), call, transaction);
  const std::string decided_by{decision.decided_by.name};
  if (!decision.is_accepted()) return Refused{.refusals = std::move(decision.refusals), .decided_by = decided_by};

  SignUpSet sign_ups = sign_ups_in(call, transaction);
  SignUpSet::Entry entry = sign_ups.make(call.make_id("sua"));
  describe(request, entry);
  entry.document.abandon_at = call.now + abandoned_after;
  tools::SignUpResult result{.decided_by = decided_by};
  if (identifiers.empty()) {
    entry.row.status = SignUpStatus::missing_requirements;
    entry.row.expires_at = entry.document.abandon_at;
    entry.document.missing_fields = entry.document.required_fields;
  } else {
    UserRecord user = make_user(request, identifiers, password, *invitation, call, transaction);
    if (*invitation) accept(**invitation, call, transaction);
    if (request.email_address) complete_waitlist_entry(fold(*request.email_address), call, transaction);
    const auto session = start_session(user, std::nullopt, call, transaction);
    entry.row.status = SignUpStatus::complete;
    entry.document.created_user_id = user.row.id;
    entry.document.created_session_id = session.row.id;
    result.user = user_of(user, call);
    result.session = session_of(session, call);
  }
  sign_ups.insert_free(entry);
  result.sign_up = sign_up_of(entry, call);
  return result;
}

Judged<SignUp> read(const operations::GetSignUp& operation, Call& call, store::Transaction& transaction) {
  const auto entry = sign_ups_in(call, transaction).find(operation.id);
  if (!entry) return not_found();
  return sign_up_of(*entry, call);
}

Judged<SignUp> apply(const operations::UpdateSignUp& operation, Call& call, store::Transaction& transaction) {
  SignUpSet sign_ups = sign_ups_in(call, transaction);
  auto entry = sign_ups.find(operation.id);
  if (!entry) return not_found();
  if (sign_up_of(*entry, call).status != SignUpStatus{SignUpStatus::missing_requirements}) {
    return refused({.definition = &error_definition("sign_up_cannot_be_updated")});
  }
  const UpdateSignUpRequest& request = operation.body;
  if (request.external_id.has_value()) entry->document.external_id = *request.external_id;
  if (request.custom_action.has_value()) entry->document.custom_action = *request.custom_action;
  sign_ups.update_free(*entry);
  return sign_up_of(*entry, call);
}

}  // namespace clerk::server::rules
