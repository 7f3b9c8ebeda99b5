#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/raw_json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::store {

/// What is kept of a user beside the columns that lists are filtered and ordered by. A field added here needs no
/// migration.
struct UserDocument {
  std::optional<std::string> first_name{};
  std::optional<std::string> last_name{};
  std::optional<std::string> locale{};
  std::optional<std::string> username{};
  std::optional<std::string> primary_email_address_id{};
  std::optional<std::string> primary_phone_number_id{};
  std::optional<std::string> primary_web3_wallet_id{};
  RawJson public_metadata{"{}"};
  RawJson private_metadata{"{}"};
  RawJson unsafe_metadata{"{}"};
  std::optional<std::string> password_digest{};
  std::optional<std::string> password_hasher{};
  std::optional<std::int64_t> password_last_updated_at{};
  bool requires_password_reset{};
  bool bypass_client_trust{};
  std::int64_t failed_attempts{};
  std::optional<std::int64_t> legal_accepted_at{};
  bool delete_self_enabled{true};
  bool create_organization_enabled{true};
  std::optional<std::int64_t> create_organizations_limit{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UserDocument;
    field("first_name", &M::first_name, {}, "As it was given.");
    field("last_name", &M::last_name, {}, "As it was given.");
    field("locale", &M::locale, {}, "Language tag.");
    field("username", &M::username, {}, "As it was given.");
    field("primary_email_address_id", &M::primary_email_address_id, {}, "Id of an identification.");
    field("primary_phone_number_id", &M::primary_phone_number_id, {}, "Id of an identification.");
    field("primary_web3_wallet_id", &M::primary_web3_wallet_id, {}, "Id of an identification.");
    field("public_metadata", &M::public_metadata, {}, "A JSON object.");
    field("private_metadata", &M::private_metadata, {}, "A JSON object.");
    field("unsafe_metadata", &M::unsafe_metadata, {}, "A JSON object.");
    field("password_digest", &M::password_digest, {}, "Never leaves the server.");
    field("password_hasher", &M::password_hasher, {}, "What made the digest.");
    field("password_last_updated_at", &M::password_last_updated_at, {}, "Unix milliseconds.");
    field("requires_password_reset", &M::requires_password_reset, {}, "The password counts as compromised.");
    field("bypass_client_trust", &M::bypass_client_trust, {}, "Signs in from an unknown device without more.");
    field("failed_attempts", &M::failed_attempts, {}, "Wrong passwords since the last right one.");
    field("legal_accepted_at", &M::legal_accepted_at, {}, "Unix milliseconds.");
    field("delete_self_enabled", &M::delete_self_enabled, {}, "May delete themselves.");
    field("create_organization_enabled", &M::create_organization_enabled, {}, "May make organizations.");
    field("create_organizations_limit", &M::create_organizations_limit, {}, "How many; none: the instance's limit.");
  }

  friend bool operator==(const UserDocument&, const UserDocument&) = default;
};

/// What is kept of an identification beside its columns.
struct IdentificationDocument {
  std::string identifier{};               ///< as it was given
  std::optional<std::string> status{};    ///< of its verification; none: never begun
  std::optional<std::string> strategy{};  ///< of its verification
  bool reserved{};
  bool reserved_for_second_factor{};
  bool default_second_factor{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = IdentificationDocument;
    field("identifier", &M::identifier, {}, "As it was given.");
    field("status", &M::status, {}, "Of its verification.");
    field("strategy", &M::strategy, {}, "Of its verification.");
    field("reserved", &M::reserved, {}, "Nobody else may have it though it is not verified.");
    field("reserved_for_second_factor", &M::reserved_for_second_factor, {}, "A second factor.");
    field("default_second_factor", &M::default_second_factor, {}, "The second factor that is asked for first.");
  }

  friend bool operator==(const IdentificationDocument&, const IdentificationDocument&) = default;
};

[[nodiscard]] std::string encode_document(const UserDocument& document);
[[nodiscard]] std::string encode_document(const IdentificationDocument& document);
/// \throws UnreadableDocument
[[nodiscard]] UserDocument decode_user_document(std::string_view text);
[[nodiscard]] IdentificationDocument decode_identification_document(std::string_view text);

}  // namespace clerk::server::store
