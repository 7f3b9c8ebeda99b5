#pragma once

#include <clerk/contract/email_address.hpp>
#include <clerk/contract/enterprise_account.hpp>
#include <clerk/contract/external_account.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/organization_membership.hpp>
#include <clerk/contract/passkey.hpp>
#include <clerk/contract/phone_number.hpp>
#include <clerk/contract/saml_account.hpp>
#include <clerk/contract/web3_wallet.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clerk {

/// What ties a user to the directory that provisions it.
struct SCIMUserMetadata {
  static constexpr ModelInfo info{"SCIMUserMetadata",
                                  "What ties a user to the directory that provisions it. Only events of some "
                                  "such users have it."};

  std::string directory_id{};
  std::optional<bool> directory_enabled{};
  std::optional<std::string> external_id{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = SCIMUserMetadata;
    field("directory_id", &M::directory_id, {}, "Id of the directory.");
    field("directory_enabled", &M::directory_enabled, {.required = false},
          "The directory is on; missing while it is off.");
    field("external_id", &M::external_id, {}, "The user's id in the directory.");
  }

  friend bool operator==(const SCIMUserMetadata&, const SCIMUserMetadata&) = default;
};

/// Someone who signs in to the application. facts 3.2
struct User {
  static constexpr ModelInfo info{"User", "Someone who signs in to the application."};

  std::string id{};
  std::string object{};
  std::optional<std::string> external_id{};
  std::optional<std::string> primary_email_address_id{};
  std::optional<std::string> primary_phone_number_id{};
  std::optional<std::string> primary_web3_wallet_id{};
  std::optional<std::string> username{};
  std::optional<std::string> first_name{};
  std::optional<std::string> last_name{};
  std::optional<std::string> locale{};
  std::optional<std::string> profile_image_url{};
  std::optional<std::string> image_url{};
  bool has_image{};
  RawJson public_metadata{"{}"};
  std::optional<RawJson> private_metadata{};
  std::optional<RawJson> unsafe_metadata{};
  std::vector<EmailAddress> email_addresses{};
  std::vector<PhoneNumber> phone_numbers{};
  std::vector<Web3Wallet> web3_wallets{};
  std::vector<Passkey> passkeys{};
  bool password_enabled{};
  bool two_factor_enabled{};
  bool totp_enabled{};
  bool backup_code_enabled{};
  std::optional<std::int64_t> mfa_enabled_at{};
  std::optional<std::int64_t> mfa_disabled_at{};
  std::optional<std::int64_t> password_last_updated_at{};
  std::optional<bool> requires_password_reset{};
  std::vector<ExternalAccountWithVerification> external_accounts{};
  std::vector<SAMLAccount> saml_accounts{};
  std::vector<EnterpriseAccount> enterprise_accounts{};
  std::optional<std::vector<OrganizationMembership>> organization_memberships{};
  std::optional<std::int64_t> last_sign_in_at{};
  bool banned{};
  bool locked{};
  std::optional<bool> deprovisioned{};
  std::optional<std::int64_t> lockout_expires_in_seconds{};
  std::optional<std::int64_t> verification_attempts_remaining{};
  std::int64_t updated_at{};
  std::int64_t created_at{};
  bool delete_self_enabled{};
  bool create_organization_enabled{};
  std::optional<std::int64_t> create_organizations_limit{};
  std::optional<std::int64_t> last_active_at{};
  std::optional<std::int64_t> legal_accepted_at{};
  std::optional<bool> bypass_client_trust{};
  std::optional<SCIMUserMetadata> scim{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = User;
    constexpr FieldRules of_some{.required = false, .answered_null = true};
    field("id", &M::id, {}, "Id of the user, `user_…`.");
    field("object", &M::object, {.constant = "user"}, "Names the type of the object.");
    field("external_id", &M::external_id, {}, "Id of the user in your own system.");
    field("primary_email_address_id", &M::primary_email_address_id, {}, "Id of the primary e-mail address.");
    field("primary_phone_number_id", &M::primary_phone_number_id, {}, "Id of the primary phone number.");
    field("primary_web3_wallet_id", &M::primary_web3_wallet_id, {}, "Id of the primary web3 wallet.");
    field("username", &M::username, {}, "The username.");
    field("first_name", &M::first_name, {}, "The first name.");
    field("last_name", &M::last_name, {}, "The last name.");
    field("locale", &M::locale, of_some, "The language, such as `en-US`.");
    field("profile_image_url", &M::profile_image_url, {.required = false, .standing = Standing::deprecated},
          "Older name of image_url.");
    field("image_url", &M::image_url, {.required = false}, "Where the picture is; one is made for who has none.");
    field("has_image", &M::has_image, {}, "There is a picture of the user's own.");
    field("public_metadata", &M::public_metadata, {}, "Metadata that frontends may read and only backends write.");
    field("private_metadata", &M::private_metadata, of_some, "Metadata for backends alone.");
    field("unsafe_metadata", &M::unsafe_metadata, {.required = false},
          "Metadata that frontends may write too; don't trust it.");
    field("email_addresses", &M::email_addresses, {}, "The e-mail addresses.");
    field("phone_numbers", &M::phone_numbers, {}, "The phone numbers.");
    field("web3_wallets", &M::web3_wallets, {}, "The web3 wallets.");
    field("passkeys", &M::passkeys, {}, "The passkeys.");
    field("password_enabled", &M::password_enabled, {}, "The user has a password.");
    field("two_factor_enabled", &M::two_factor_enabled, {}, "The user signs in with a second factor.");
    field("totp_enabled", &M::totp_enabled, {}, "The user has an authenticator app.");
    field("backup_code_enabled", &M::backup_code_enabled, {}, "The user has backup codes.");
    field("mfa_enabled_at", &M::mfa_enabled_at, {},
          "When a second factor was last turned on, in Unix milliseconds; kept when it is turned off.");
    field("mfa_disabled_at", &M::mfa_disabled_at, {},
          "When the second factors were last turned off, in Unix milliseconds; kept when one is turned on.");
    field("password_last_updated_at", &M::password_last_updated_at, of_some,
          "When the password was last changed, in Unix milliseconds.");
    field("requires_password_reset", &M::requires_password_reset, {.required = false, .standing = Standing::live_only},
          "The next sign-in asks for a new password.");
    field("external_accounts", &M::external_accounts, {}, "The connected accounts.");
    field("saml_accounts", &M::saml_accounts, {}, "The accounts at SAML providers.");
    field("enterprise_accounts", &M::enterprise_accounts, {}, "The accounts at companies' identity providers.");
    field("organization_memberships", &M::organization_memberships, {.required = false},
          "The memberships in organizations.");
    field("last_sign_in_at", &M::last_sign_in_at, {}, "When the user last signed in, in Unix milliseconds.");
    field("banned", &M::banned, {}, "The user can't sign in until the ban is taken away.");
    field("locked", &M::locked, {}, "The user can't sign in until the lock ends.");
    field("deprovisioned", &M::deprovisioned, {.required = false},
          "The user's directory has withdrawn the account, which can't be signed in with.");
    field("lockout_expires_in_seconds", &M::lockout_expires_in_seconds, {},
          "Seconds until the lock ends; null if the user is not locked, or for ever.");
    field(
        "verification_attempts_remaining", &M::verification_attempts_remaining, {},
        "Failures left until the user is locked; null where there is no lockout. A lock by the Backend API leaves it.");
    field("updated_at", &M::updated_at, {}, "When the user was last changed, in Unix milliseconds.");
    field("created_at", &M::created_at, {}, "When the user was made, in Unix milliseconds.");
    field("delete_self_enabled", &M::delete_self_enabled, {}, "The user may delete the account.");
    field("create_organization_enabled", &M::create_organization_enabled, {}, "The user may make organizations.");
    field("create_organizations_limit", &M::create_organizations_limit, of_some,
          "The most organizations that the user may make; 0 is no limit.");
    field("last_active_at", &M::last_active_at, {}, "The day of the last activity, in Unix milliseconds.");
    field("legal_accepted_at", &M::legal_accepted_at, {},
          "When the user accepted the legal requirements, in Unix milliseconds.");
    field("bypass_client_trust", &M::bypass_client_trust, {.required = false},
          "Sign-ins from new devices are not checked.");
    field("scim", &M::scim, of_some, "What ties the user to a directory.");
  }

  friend bool operator==(const User&, const User&) = default;
};

}  // namespace clerk
