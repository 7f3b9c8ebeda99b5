#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>
#include <clerk/contract/verification.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clerk {

struct ExternalAccountTypes {
  static constexpr std::string_view name = "ExternalAccountType";
  static constexpr std::string_view external_account = "external_account";
  static constexpr std::string_view facebook_account = "facebook_account";
  static constexpr std::string_view google_account = "google_account";
  static constexpr std::array values{external_account, facebook_account, google_account};
};
/// `ExternalAccountType::external_account`, `::facebook_account`, `::google_account`, or a later value.
using ExternalAccountType = OpenEnum<ExternalAccountTypes>;

/// An account at another provider that a user has connected.
struct ExternalAccountWithVerification {
  static constexpr ModelInfo info{"ExternalAccountWithVerification",
                                  "An account at another provider that a user has connected."};

  ExternalAccountType object{};
  std::string id{};
  std::string provider{};
  std::string identification_id{};
  std::string provider_user_id{};
  std::string approved_scopes{};
  std::string email_address{};
  std::optional<bool> email_address_verified{};
  std::string first_name{};
  std::string last_name{};
  std::optional<std::string> avatar_url{};
  std::optional<std::string> image_url{};
  std::optional<std::string> username{};
  std::optional<std::string> phone_number{};
  RawJson public_metadata{"{}"};
  std::optional<std::string> label{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  std::optional<Verification> verification{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ExternalAccountWithVerification;
    constexpr FieldRules of_some{.required = false, .answered_null = true};
    field("object", &M::object, {}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the account, `eac_…`.");
    field("provider", &M::provider, {}, "The provider, such as `oauth_google`.");
    field("identification_id", &M::identification_id, {}, "Id of the identification that goes with it, `idn_…`.");
    field("provider_user_id", &M::provider_user_id, {}, "The user's id at the provider.");
    field("approved_scopes", &M::approved_scopes, {}, "What the user lets the provider tell, apart by spaces.");
    field("email_address", &M::email_address, {}, "The e-mail address at the provider.");
    field("email_address_verified", &M::email_address_verified, of_some,
          "Whether the provider had verified the address when the account was connected; null if that is not known.");
    field("first_name", &M::first_name, {}, "The first name at the provider.");
    field("last_name", &M::last_name, {}, "The last name at the provider.");
    field("avatar_url", &M::avatar_url, {.required = false, .standing = Standing::deprecated},
          "Older name of image_url.");
    field("image_url", &M::image_url, of_some, "Where the picture is.");
    field("username", &M::username, of_some, "The username at the provider.");
    field("phone_number", &M::phone_number, of_some, "The phone number at the provider.");
    field("public_metadata", &M::public_metadata, {}, "Metadata that frontends may read.");
    field("label", &M::label, of_some, "What tells it from other accounts at the same provider.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
    field("verification", &M::verification, {}, "How it was verified, or is to be; null if neither.");
  }

  friend bool operator==(const ExternalAccountWithVerification&, const ExternalAccountWithVerification&) = default;
};

}  // namespace clerk
