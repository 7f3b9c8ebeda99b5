#include "server/rules/digest_text.hpp"
#include "server/rules/frontend_api.hpp"
#include "server/rules/jwt_template.hpp"
#include "server/rules/organization_record.hpp"
#include "server/rules/session_claims.hpp"
#include "server/rules/session_rules.hpp"
#include "server/store/memberships.hpp"
#include "server/store/resource_models.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

#include <functional>
#include <stdexcept>

namespace clerk::server::rules {

namespace {

constexpr std::size_t token_id_bytes = 10;

/// The organization that a session is in, while its user is a member.
struct SeenOrganization {
  store::OrganizationRow row{};
  store::MembershipRow membership{};
  std::vector<std::string> permissions{};
};

/// What a token is made of, as one state of the database has it.
struct Seen {
  SessionSet::Entry session{};
  UserRecord user{};
  std::optional<SeenOrganization> organization{};
};

std::optional<SeenOrganization> see_organization(const SessionSet::Entry& session, const Call& call,
                                                 store::Transaction& transaction) {
  const auto& id = session.document.last_active_organization_id;
  if (!id || !call.instance.settings.organization_settings.enabled) return std::nullopt;
  auto row = store::Organizations{transaction}.find(call.instance.id, *id);
  auto membership = store::Memberships{transaction}.find(*id, session.row.owner);
  if (!row || !membership) return std::nullopt;
  SeenOrganization seen{.row = *std::move(row), .membership = *std::move(membership)};
  const RoleBook book{call, transaction};
  if (const KnownRole* role = book.find(seen.membership.role)) seen.permissions = role->permissions;
  return seen;
}

std::optional<Seen> see(std::string_view session_id, const Call& call, store::Transaction& transaction) {
  auto session = sessions_in(call, transaction).find(session_id);
  if (!session) return std::nullopt;
  auto user = find_user(call, transaction, session->row.owner);
  if (!user) return std::nullopt;
  auto organization = see_organization(*session, call, transaction);
  return Seen{.session = *std::move(session), .user = *std::move(user), .organization = std::move(organization)};
}

TokenBasics basics_of(const Seen& seen, const Call& call) {
  return {.issuer = "https://" + frontend_api_host(call.instance),
          .user_id = seen.user.row.id,
          .token_id = to_hex(call.random_bytes(token_id_bytes)),
          .issued_at = call.now / 1000};
}

/// What is to be signed, and a key of one's own to do it with, if there is one.
struct Draft {
  RawJson claims{};
  std::optional<std::string> own_key{};
};

using DraftOf = std::function<Judged<Draft>(const Seen& seen, store::Transaction& transaction)>;

/// Makes the token of what is there; whether it still is so is judged once more when it is given out.
PreparedToken make_token(std::string_view session_id, const Call& call, const Look& look, const DraftOf& draft_of) {
  PreparedToken token;
  Draft draft;
  std::int64_t original_issued_at = 0;
  look([&](store::Transaction& transaction) {
    token.refusals.clear();
    const auto seen = see(session_id, call, transaction);
    if (!seen) {
      token.refusals = not_found().refusals;
      return;
    }
    auto made = draft_of(*seen, transaction);
    if (made.has_error()) {
      token.refusals = std::move(made).error().refusals;
      return;
    }
    draft = *std::move(made);
    original_issued_at = seen->session.row.created_at / 1000;
  });
  if (!token.refusals.empty()) return token;
  token.key = draft.own_key ? FoundKey{.private_key_pem = *draft.own_key} : find_signing_key(call, look);
  token.jwt = token.key.signer(call).sign(draft.claims, original_issued_at);
  return token;
}

Judged<SessionToken> give_out(std::string_view session_id, const PreparedToken& token, Call& call,
                              store::Transaction& transaction) {
  if (!token.refusals.empty()) return Refused{.refusals = token.refusals};
  SessionSet sessions = sessions_in(call, transaction);
  auto entry = sessions.find(session_id);
  if (!entry) return not_found();
  const SessionStatus status = session_of(*entry, call).status;
  if (status != SessionStatus{SessionStatus::active} && status != SessionStatus{SessionStatus::pending}) {
    return refused({.definition = &error_definition("session_not_active")});
  }
  if (token.key.is_new && !keep_signing_key(token.key, call, transaction)) {
    return refused({.definition = &error_definition("conflict")});
  }
  entry->document.last_active_at = call.now;
  sessions.update_free(*entry);
  return SessionToken{.object = "token", .jwt = token.jwt};
}

/// The lifetime that was asked for moves the end of the token alone.
RawJson claims_of_session(const Seen& seen, const Call& call, std::optional<std::int64_t> lifetime) {
  SessionTokenInput input{.basics = basics_of(seen, call),
                          .session_id = seen.session.row.id,
                          .is_pending = seen.session.row.status == SessionStatus::pending};
  if (lifetime) input.lifetime = *lifetime;
  if (seen.organization) {
    input.organization = ActiveOrganization{.id = seen.organization->row.id,
                                            .slug = seen.organization->row.slug,
                                            .role = seen.organization->membership.role,
                                            .permissions = seen.organization->permissions};
  }
  // The claims' second form came with API version 2025-04-10. facts 8.1
  return session_claims(input, call.api_version >= "2025-04-10" ? TokenVersion::v2 : TokenVersion::v1);
}

RawJson quoted(const std::string& text) { return RawJson{boost::json::serialize(boost::json::string{text})}; }

/// The user as templates know one: with what the API answers by ids only.
User user_in_template(const UserRecord& record, const Call& call) {
  User user = user_of(record, call);
  const auto add = [&](std::string_view name, const std::optional<std::string>& id, std::string_view verified) {
    for (const auto& row : record.identifications) {
      if (!id || row.id != *id) continue;
      user.extra.set(std::string{name}, quoted(row.document.identifier));
      const bool is_verified = row.document.status == VerificationStatus::verified;
      if (!verified.empty()) user.extra.set(std::string{verified}, RawJson{is_verified ? "true" : "false"});
    }
  };
  const store::UserDocument& document = record.row.document;
  add("primary_email_address", document.primary_email_address_id, "email_verified");
  add("primary_phone_number", document.primary_phone_number_id, "phone_number_verified");
  add("primary_web3_wallet", document.primary_web3_wallet_id, "");
  const std::string first = document.first_name.value_or("");
  const std::string last = document.last_name.value_or("");
  user.extra.set("full_name", quoted(first + (first.empty() || last.empty() ? "" : " ") + last));
  return user;
}

/// The organization and the membership as templates know them: `org` and `org_membership`.
std::string organization_in_template(const SeenOrganization& seen, const Call& call) {
  Organization organization = organization_of(seen.row, call);
  organization.extra.set("role", quoted(seen.membership.role));
  return R"(,"org":)" + store::encode_resource(organization) + R"(,"org_membership":{"permissions":)" +
         write_permissions(seen.permissions) + R"(,"public_metadata":)" +
         seen.membership.document.public_metadata.text() + "}";
}

Judged<Draft> draft_of_template(const operations::CreateSessionTokenFromTemplate& operation, const Seen& seen,
                                const Call& call, store::Transaction& transaction) {
  ResourceSet<store::KeptJWTTemplate> templates{"jwt_template", call, transaction};
  const auto found = templates.find_by_key(operation.template_name);
  if (!found) return not_found();
  std::string context = R"({"user":)" + store::encode_resource(user_in_template(seen.user, call)) + R"(,"session":)" +
                        store::encode_resource(session_of(seen.session, call));
  if (seen.organization) context += organization_in_template(*seen.organization, call);
  context += '}';
  const auto rendered = render_claims(found->document.shown.claims, RawJson{context});
  if (!rendered) throw std::logic_error{"the claims of a template are no object"};
  const JWTTemplate& shown = found->document.shown;
  Draft draft{.claims = template_token_claims(basics_of(seen, call), *rendered,
                                              operation.body.expires_in_seconds.value_or(shown.lifetime),
                                              shown.allowed_clock_skew)};
  if (shown.custom_signing_key) draft.own_key = found->document.signing_key;
  return draft;
}

}  // namespace

PreparedToken prepare(const operations::CreateSessionToken& operation, const Call& call, const Look& look) {
  return make_token(operation.session_id, call, look,
                    [&](const Seen& seen, store::Transaction& /*transaction*/) -> Judged<Draft> {
                      return Draft{.claims = claims_of_session(seen, call, operation.body.expires_in_seconds)};
                    });
}

Judged<SessionToken> apply(const operations::CreateSessionToken& operation, Call& call, store::Transaction& transaction,
                           const PreparedToken& token) {
  return give_out(operation.session_id, token, call, transaction);
}

PreparedToken prepare(const operations::CreateSessionTokenFromTemplate& operation, const Call& call, const Look& look) {
  return make_token(operation.session_id, call, look, [&](const Seen& seen, store::Transaction& transaction) {
    return draft_of_template(operation, seen, call, transaction);
  });
}

Judged<SessionToken> apply(const operations::CreateSessionTokenFromTemplate& operation, Call& call,
                           store::Transaction& transaction, const PreparedToken& token) {
  return give_out(operation.session_id, token, call, transaction);
}

}  // namespace clerk::server::rules
