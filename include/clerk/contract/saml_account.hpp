#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/verification.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clerk {

/// The connection that a SAML account signs in by.
struct SAMLAccountConnection {
  static constexpr ModelInfo info{"SAMLAccountConnection", "The connection that a SAML account signs in by."};

  std::string id{};
  std::string name{};
  std::optional<std::string> domain{};
  std::optional<std::vector<std::string>> domains{};
  bool active{};
  std::string provider{};
  bool sync_user_attributes{};
  std::optional<bool> allow_subdomains{};
  std::optional<bool> allow_idp_initiated{};
  std::optional<bool> disable_additional_identifications{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = SAMLAccountConnection;
    field("id", &M::id, {}, "Id of the connection.");
    field("name", &M::name, {}, "What the connection is called.");
    field("domain", &M::domain, {.required = false, .standing = Standing::deprecated},
          "The one domain, from before there could be several.");
    field("domains", &M::domains, {.required = false}, "The domains whose addresses sign in by it.");
    field("active", &M::active, {}, "It can be signed in by.");
    field("provider", &M::provider, {}, "The identity provider.");
    field("sync_user_attributes", &M::sync_user_attributes, {},
          "Each sign-in takes over the user's attributes from the provider.");
    field("allow_subdomains", &M::allow_subdomains, {.required = false}, "Sub-domains of the domains count too.");
    field("allow_idp_initiated", &M::allow_idp_initiated, {.required = false}, "A sign-in may start at the provider.");
    field("disable_additional_identifications", &M::disable_additional_identifications, {.required = false},
          "Its users can't add other identifiers.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const SAMLAccountConnection&, const SAMLAccountConnection&) = default;
};

/// An account at a company's SAML provider.
struct SAMLAccount {
  static constexpr ModelInfo info{"SAMLAccount", "An account at a company's SAML provider."};

  std::string id{};
  std::string object{};
  std::string provider{};
  bool active{};
  std::string email_address{};
  std::optional<std::string> first_name{};
  std::optional<std::string> last_name{};
  std::optional<std::string> provider_user_id{};
  std::optional<std::int64_t> last_authenticated_at{};
  std::optional<RawJson> public_metadata{};
  std::optional<Verification> verification{};
  std::optional<SAMLAccountConnection> saml_connection{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = SAMLAccount;
    constexpr FieldRules of_some{.required = false, .answered_null = true};
    field("id", &M::id, {}, "Id of the account.");
    field("object", &M::object, {.constant = "saml_account"}, "Names the type of the object.");
    field("provider", &M::provider, {}, "The identity provider.");
    field("active", &M::active, {}, "It can be signed in with.");
    field("email_address", &M::email_address, {}, "The e-mail address at the provider.");
    field("first_name", &M::first_name, of_some, "The first name at the provider.");
    field("last_name", &M::last_name, of_some, "The last name at the provider.");
    field("provider_user_id", &M::provider_user_id, of_some, "The user's id at the provider.");
    field("last_authenticated_at", &M::last_authenticated_at, of_some,
          "When it was last signed in with, in Unix milliseconds.");
    field("public_metadata", &M::public_metadata, {.required = false}, "Metadata that frontends may read.");
    field("verification", &M::verification, {}, "How it was verified, or is to be; null if neither.");
    field("saml_connection", &M::saml_connection, of_some, "The connection that it signs in by.");
  }

  friend bool operator==(const SAMLAccount&, const SAMLAccount&) = default;
};

}  // namespace clerk
