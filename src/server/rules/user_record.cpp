#include "server/rules/user_record.hpp"

#include "server/rules/email_address.hpp"
#include "server/rules/organization_domains.hpp"
#include "server/rules/placeholder_image.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

namespace clerk::server::rules {

namespace {

std::string folded_or_empty(const std::optional<std::string>& text) { return text ? fold(*text) : std::string{}; }

/// The folded text of the identification with that id, or nothing.
std::string primary(const UserRecord& record, const std::optional<std::string>& id) {
  for (const auto& row : record.identifications) {
    if (id && row.id == *id) return row.folded;
  }
  return {};
}

store::UserKeys keys_of(const UserRecord& record) {
  const store::UserDocument& document = record.row.document;
  store::UserKeys keys{.first_name = folded_or_empty(document.first_name),
                       .last_name = folded_or_empty(document.last_name),
                       .username = folded_or_empty(document.username),
                       .email_address = primary(record, document.primary_email_address_id),
                       .phone_number = primary(record, document.primary_phone_number_id),
                       .web3_wallet = primary(record, document.primary_web3_wallet_id)};
  keys.search = keys.first_name + " " + keys.last_name;
  for (const auto& row : record.identifications) keys.search += " " + row.folded;
  keys.search += " " + fold(record.row.id);
  return keys;
}

/// What `object` names the kind of a verification, by its strategy.
std::string object_of(const std::string& strategy) {
  if (strategy == VerificationStrategy::admin) return "verification_admin";
  if (strategy == VerificationStrategy::ticket) return "verification_ticket";
  return "verification_otp";
}

std::optional<Verification> verification_of(const store::IdentificationDocument& document) {
  if (!document.status) return std::nullopt;
  const std::string strategy = document.strategy.value_or(std::string{VerificationStrategy::admin});
  return Verification{.object = object_of(strategy),
                      .status = VerificationStatus{*document.status},
                      .strategy = VerificationStrategy{strategy}};
}

Web3Wallet web3_wallet_of(const store::IdentificationRow& row) {
  return {.id = row.id,
          .object = "web3_wallet",
          .web3_wallet = row.document.identifier,
          .verification = verification_of(row.document),
          .created_at = row.created_at,
          .updated_at = row.updated_at};
}

void add_identifications(const UserRecord& record, User& user) {
  for (const auto& row : record.identifications) {
    if (row.kind == name_of(IdentifierKind::email_address)) user.email_addresses.push_back(email_address_of(row));
    if (row.kind == name_of(IdentifierKind::phone_number)) user.phone_numbers.push_back(phone_number_of(row));
    if (row.kind == name_of(IdentifierKind::web3_wallet)) user.web3_wallets.push_back(web3_wallet_of(row));
  }
}

std::optional<std::int64_t> time_or_null(std::int64_t milliseconds) {
  return milliseconds == 0 ? std::nullopt : std::optional{milliseconds};
}

void touch(UserRecord& record, const Call& call) {
  record.row.updated_at = call.now;
  record.row.keys = keys_of(record);
}

}  // namespace

store::IdentificationRow* UserRecord::find(std::string_view identification_id) {
  const auto found = std::ranges::find(identifications, identification_id, &store::IdentificationRow::id);
  return found == identifications.end() ? nullptr : &*found;
}

std::vector<Identifier> UserRecord::identifiers() const {
  using enum IdentifierKind;
  std::vector<Identifier> identifiers;
  for (const auto& each : identifications) {
    for (const IdentifierKind kind : {email_address, phone_number, web3_wallet, username}) {
      if (each.kind == name_of(kind)) identifiers.push_back({.kind = kind, .folded = each.folded});
    }
  }
  return identifiers;
}

std::optional<UserRecord> find_user(const Call& call, store::Transaction& transaction, std::string_view id) {
  auto row = store::Users{transaction}.find(call.instance.id, id);
  if (!row) return std::nullopt;
  return UserRecord{.row = *std::move(row), .identifications = store::Identifications{transaction}.of_user(id)};
}

std::vector<UserRecord> with_identifications(std::vector<store::UserRow> rows, store::Transaction& transaction) {
  std::vector<UserRecord> records;
  std::unordered_map<std::string, std::size_t> place;
  std::vector<std::string> ids;
  for (store::UserRow& row : rows) {
    place.emplace(row.id, records.size());
    ids.push_back(row.id);
    records.push_back({.row = std::move(row)});
  }
  for (auto& identification : store::Identifications{transaction}.of_users(ids)) {
    auto& record = records.at(place.at(identification.user_id));
    record.identifications.push_back(std::move(identification));
  }
  return records;
}

bool save_user(UserRecord& record, const Call& call, store::Transaction& transaction) {
  touch(record, call);
  if (!store::Users{transaction}.update(record.row)) return false;
  offer_organizations(record, call, transaction);
  return true;
}

void save_same_user(UserRecord& record, const Call& call, store::Transaction& transaction) {
  if (!save_user(record, call, transaction)) throw std::logic_error{"an external id that did not change is taken"};
}

void note_of_user(const UserRecord& record, store::Transaction& transaction) {
  if (!store::Users{transaction}.update(record.row)) {
    throw std::logic_error{"an external id that did not change is taken"};
  }
}

store::IdentificationRow identification_of(const Identifier& identifier, std::string_view given,
                                           std::string_view user_id, const Call& call) {
  store::IdentificationRow row{.id = call.make_id("idn"),
                               .instance_id = call.instance.id,
                               .user_id = std::string{user_id},
                               .kind = std::string{name_of(identifier.kind)},
                               .folded = identifier.folded,
                               .created_at = call.now,
                               .updated_at = call.now};
  // Addresses are kept in small letters, numbers as E.164. facts 3.3
  row.document.identifier =
      identifier.kind == IdentifierKind::username ? std::string{given} : std::string{identifier.folded};
  if (const auto address =
          identifier.kind == IdentifierKind::email_address ? read_email_address(identifier.folded) : std::nullopt) {
    row.mailbox = mailbox(*address).text();
  }
  return row;
}

clerk::EmailAddress email_address_of(const store::IdentificationRow& row) {
  return {.id = row.id,
          .object = "email_address",
          .email_address = row.document.identifier,
          .reserved = row.document.reserved,
          .verification = verification_of(row.document),
          .matches_sso_connection = false,
          .created_at = row.created_at,
          .updated_at = row.updated_at};
}

clerk::PhoneNumber phone_number_of(const store::IdentificationRow& row) {
  return {.id = row.id,
          .object = "phone_number",
          .phone_number = row.document.identifier,
          .reserved_for_second_factor = row.document.reserved_for_second_factor,
          .default_second_factor = row.document.default_second_factor,
          .reserved = row.document.reserved,
          .verification = verification_of(row.document),
          .created_at = row.created_at,
          .updated_at = row.updated_at};
}

User user_of(const UserRecord& record, const Call& call) {
  const store::UserRow& row = record.row;
  const store::UserDocument& document = row.document;
  User user{.id = row.id, .object = "user"};
  if (!row.external_id.empty()) user.external_id = row.external_id;
  user.primary_email_address_id = document.primary_email_address_id;
  user.primary_phone_number_id = document.primary_phone_number_id;
  user.primary_web3_wallet_id = document.primary_web3_wallet_id;
  user.username = document.username;
  user.first_name = document.first_name;
  user.last_name = document.last_name;
  user.locale = document.locale;
  user.profile_image_url = placeholder_image;
  user.image_url = placeholder_image;
  user.public_metadata = document.public_metadata;
  user.private_metadata = document.private_metadata;
  user.unsafe_metadata = document.unsafe_metadata;
  add_identifications(record, user);
  user.password_enabled = document.password_digest.has_value();
  user.two_factor_enabled = std::ranges::any_of(
      record.identifications, [](const auto& each) { return each.document.reserved_for_second_factor; });
  user.password_last_updated_at = document.password_last_updated_at;
  user.requires_password_reset = document.requires_password_reset;
  user.last_sign_in_at = time_or_null(row.last_sign_in_at);
  user.banned = row.banned;
  user.locked = record.is_locked(call.now);
  if (user.locked) user.lockout_expires_in_seconds = (row.locked_until - call.now + 999) / 1000;
  user.verification_attempts_remaining = std::max<std::int64_t>(0, failures_until_lock - document.failed_attempts);
  user.updated_at = row.updated_at;
  user.created_at = row.created_at;
  user.delete_self_enabled = document.delete_self_enabled;
  user.create_organization_enabled = document.create_organization_enabled;
  user.create_organizations_limit = document.create_organizations_limit;
  user.last_active_at = time_or_null(row.last_active_at);
  user.legal_accepted_at = document.legal_accepted_at;
  user.bypass_client_trust = document.bypass_client_trust;
  return user;
}

}  // namespace clerk::server::rules
