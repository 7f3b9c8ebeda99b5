#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>
#include <clerk/contract/verification.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk {

struct EnterpriseProtocols {
  static constexpr std::string_view name = "EnterpriseProtocol";
  static constexpr std::string_view oauth = "oauth";
  static constexpr std::string_view saml = "saml";
  static constexpr std::array values{oauth, saml};
};
/// `EnterpriseProtocol::oauth`, `::saml`, or a later value.
using EnterpriseProtocol = OpenEnum<EnterpriseProtocols>;

/// The connection that an enterprise account signs in by.
struct EnterpriseAccountConnection {
  static constexpr ModelInfo info{"EnterpriseAccountConnection",
                                  "The connection that an enterprise account signs in by."};

  std::string id{};
  std::string protocol{};
  std::string provider{};
  std::string name{};
  std::optional<std::string> logo_public_url{};
  std::optional<std::string> domain{};
  std::optional<std::vector<std::string>> domains{};
  bool active{};
  bool sync_user_attributes{};
  bool allow_subdomains{};
  bool allow_idp_initiated{};
  bool disable_additional_identifications{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = EnterpriseAccountConnection;
    field("id", &M::id, {}, "Id of the connection.");
    field("protocol", &M::protocol, {}, "The protocol, `oauth` or `saml`.");
    field("provider", &M::provider, {}, "The identity provider.");
    field("name", &M::name, {}, "What the connection is called.");
    field("logo_public_url", &M::logo_public_url, {}, "Where the provider's logo is.");
    field("domain", &M::domain, {.required = false, .standing = Standing::deprecated},
          "The one domain, from before there could be several.");
    field("domains", &M::domains, {.required = false}, "The domains whose addresses sign in by it.");
    field("active", &M::active, {}, "It can be signed in by.");
    field("sync_user_attributes", &M::sync_user_attributes, {},
          "Each sign-in takes over the user's attributes from the provider.");
    field("allow_subdomains", &M::allow_subdomains, {}, "Sub-domains of the domains count too.");
    field("allow_idp_initiated", &M::allow_idp_initiated, {}, "A sign-in may start at the provider.");
    field("disable_additional_identifications", &M::disable_additional_identifications, {},
          "Its users can't add other identifiers.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const EnterpriseAccountConnection&, const EnterpriseAccountConnection&) = default;
};

/// An account at a company's identity provider.
struct EnterpriseAccount {
  static constexpr ModelInfo info{"EnterpriseAccount", "An account at a company's identity provider."};

  std::string id{};
  std::string object{};
  std::optional<EnterpriseProtocol> protocol{};
  std::string provider{};
  bool active{};
  std::string email_address{};
  std::optional<std::string> first_name{};
  std::optional<std::string> last_name{};
  std::optional<std::string> provider_user_id{};
  std::optional<std::string> enterprise_connection_id{};
  std::optional<RawJson> public_metadata{};
  std::optional<Verification> verification{};
  std::optional<EnterpriseAccountConnection> enterprise_connection{};
  std::optional<std::int64_t> last_authenticated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = EnterpriseAccount;
    constexpr FieldRules of_some{.required = false, .answered_null = true};
    field("id", &M::id, {}, "Id of the account.");
    field("object", &M::object, {.constant = "enterprise_account"}, "Names the type of the object.");
    field("protocol", &M::protocol, {.required = false}, "The protocol that it signs in by.");
    field("provider", &M::provider, {}, "The identity provider.");
    field("active", &M::active, {}, "It can be signed in with.");
    field("email_address", &M::email_address, {}, "The e-mail address at the provider.");
    field("first_name", &M::first_name, of_some, "The first name at the provider.");
    field("last_name", &M::last_name, of_some, "The last name at the provider.");
    field("provider_user_id", &M::provider_user_id, of_some, "The user's id at the provider.");
    field("enterprise_connection_id", &M::enterprise_connection_id, of_some, "Id of the connection.");
    field("public_metadata", &M::public_metadata, {.required = false}, "Metadata that frontends may read.");
    field("verification", &M::verification, {}, "How it was verified, or is to be; null if neither.");
    field("enterprise_connection", &M::enterprise_connection, of_some, "The connection that it signs in by.");
    field("last_authenticated_at", &M::last_authenticated_at, of_some,
          "When it was last signed in with, in Unix milliseconds.");
  }

  friend bool operator==(const EnterpriseAccount&, const EnterpriseAccount&) = default;
};

}  // namespace clerk
