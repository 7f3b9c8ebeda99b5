#pragma once

#include <clerk/contract/deleted_object.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/identification_status.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/password_hasher.hpp>
#include <clerk/contract/user.hpp>
#include <clerk/contract/user_parameter.hpp>

#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

namespace clerk {

/// What is written of a user is declared once, for the request that makes one and the request that changes one.
enum class UserWrite { creation, change };

/// A member that only one of the two requests has.
template <UserWrite W, class T>
using OnCreation = std::conditional_t<W == UserWrite::creation, T, NotHere>;
template <UserWrite W, class T>
using OnChange = std::conditional_t<W == UserWrite::change, T, NotHere>;

/// What a new user shall have, or what may be changed of one. What a new user must have depends on the instance.
/// facts 2.11, 3.2
template <UserWrite W>
struct UserAttributes {
  static constexpr ModelInfo info =
      W == UserWrite::creation
          ? ModelInfo{"CreateUserRequest", "What a new user shall have. What has to be there depends on the instance."}
          : ModelInfo{"UpdateUserRequest", "What may be changed of a user. Metadata have operations of their own."};

  Patch<std::string> external_id{};
  Patch<std::string> first_name{};
  Patch<std::string> last_name{};
  Patch<std::string> locale{};
  OnCreation<W, Patch<std::vector<std::string>>> email_address{};
  OnCreation<W, Patch<std::vector<IdentificationStatus>>> email_address_identification_status{};
  OnCreation<W, Patch<std::vector<std::string>>> phone_number{};
  OnCreation<W, Patch<std::vector<IdentificationStatus>>> phone_number_identification_status{};
  OnCreation<W, Patch<std::vector<std::string>>> web3_wallet{};
  OnChange<W, Patch<std::string>> primary_email_address_id{};
  OnChange<W, Patch<bool>> notify_primary_email_address_changed{};
  OnChange<W, Patch<std::string>> primary_phone_number_id{};
  OnChange<W, Patch<std::string>> primary_web3_wallet_id{};
  Patch<std::string> username{};
  OnChange<W, Patch<std::string>> profile_image_id{};
  Patch<std::string> password{};
  Patch<std::string> password_digest{};
  Patch<PasswordHasher> password_hasher{};
  Patch<bool> skip_password_checks{};
  OnCreation<W, Patch<bool>> skip_password_requirement{};
  OnChange<W, Patch<bool>> sign_out_of_other_sessions{};
  Patch<std::string> totp_secret{};
  Patch<std::vector<std::string>> backup_codes{};
  Patch<RawJson> public_metadata{};
  Patch<RawJson> private_metadata{};
  Patch<RawJson> unsafe_metadata{};
  Patch<bool> delete_self_enabled{};
  Patch<std::string> legal_accepted_at{};
  Patch<bool> skip_legal_checks{};
  OnCreation<W, Patch<bool>> skip_user_requirement{};
  Patch<bool> create_organization_enabled{};
  Patch<std::int64_t> create_organizations_limit{};
  Patch<std::string> created_at{};
  Patch<bool> bypass_client_trust{};
  OnCreation<W, Patch<bool>> banned{};
  OnCreation<W, Patch<bool>> locked{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UserAttributes;
    constexpr bool creates = W == UserWrite::creation;
    constexpr FieldRules not_null{.nullable = false};
    // API versions before 2026-05-12 change metadata by the same request.
    constexpr FieldRules metadata{
        .nullable = !creates, .required = false, .standing = creates ? Standing::current : Standing::live_only};
    field("external_id", &M::external_id, {}, "Id of the user in your own system; no two users have the same.");
    field("first_name", &M::first_name, {}, "The first name.");
    field("last_name", &M::last_name, {}, "The last name.");
    field("locale", &M::locale, {}, "The language, such as `en-US`.");
    field("email_address", &M::email_address, {.nullable = false, .format = &formats::email},
          "E-mail addresses, the primary one first; no two users have the same.");
    field("email_address_identification_status", &M::email_address_identification_status, not_null,
          "How each address starts, in the order of email_address and as many; all verified where it is left out.");
    field("phone_number", &M::phone_number, {.nullable = false, .format = &formats::phone_number},
          "Phone numbers, the primary one first; no two users have the same.");
    field("phone_number_identification_status", &M::phone_number_identification_status, not_null,
          "How each number starts, in the order of phone_number and as many; all verified where it is left out.");
    field("web3_wallet", &M::web3_wallet, not_null, "Wallets, the primary one first; no two users have the same.");
    field("primary_email_address_id", &M::primary_email_address_id, {},
          "Id of the e-mail address that becomes the primary one; a verified one of the user's.");
    field("notify_primary_email_address_changed", &M::notify_primary_email_address_changed, {.default_value = "false"},
          "Whether the user is told of another primary e-mail address.");
    field("primary_phone_number_id", &M::primary_phone_number_id, {},
          "Id of the phone number that becomes the primary one; a verified one of the user's.");
    field("primary_web3_wallet_id", &M::primary_web3_wallet_id, {},
          "Id of the wallet that becomes the primary one; a verified one of the user's.");
    field("username", &M::username, {.null = creates ? NullMeaning::no_effect : NullMeaning::resets},
          creates ? "The username; no two users have the same."
                  : "The username; no two users have the same. Null and an empty text take it away.");
    field("profile_image_id", &M::profile_image_id, {}, "Id of the image that becomes the user's picture.");
    field("password", &M::password, {},
          "The password itself: at least 8 characters, and none that is known from breaches.");
    field("password_digest", &M::password_digest, {.nullable = creates},
          "In place of the password, what password_hasher made of it elsewhere.");
    field("password_hasher", &M::password_hasher, not_null, "How password_digest was made.");
    field("skip_password_checks", &M::skip_password_checks, {},
          "Take any password. For moving users whose passwords are at hand; only beside password.");
    field("skip_password_requirement", &M::skip_password_requirement, {},
          "Do without a password though the instance requires one; there must be another way to sign in.");
    field("sign_out_of_other_sessions", &M::sign_out_of_other_sessions, {},
          "Whether a new password ends all of the user's sessions; only beside password.");
    field("totp_secret", &M::totp_secret, {},
          "Secret of the authenticator app, where the instance has them: SHA-1, six digits, thirty seconds.");
    field("backup_codes", &M::backup_codes, not_null,
          "Backup codes, where the instance has them: themselves, or their bcrypt digests.");
    field("public_metadata", &M::public_metadata, metadata,
          creates ? "Metadata that frontends may read and only backends write."
                  : "Only for API versions before 2026-05-12; later ones have update_user_metadata.");
    field("private_metadata", &M::private_metadata, metadata,
          creates ? "Metadata for backends alone."
                  : "Only for API versions before 2026-05-12; later ones have update_user_metadata.");
    field("unsafe_metadata", &M::unsafe_metadata, metadata,
          creates ? "Metadata that frontends may write too."
                  : "Only for API versions before 2026-05-12; later ones have update_user_metadata.");
    field("delete_self_enabled", &M::delete_self_enabled, {}, "Whether the user may delete the account.");
    field("legal_accepted_at", &M::legal_accepted_at, {.format = &formats::date_time},
          "When the user accepted the legal requirements.");
    field("skip_legal_checks", &M::skip_legal_checks, {},
          "Do without the legal requirements. For moving users who accepted them elsewhere.");
    field("skip_user_requirement", &M::skip_user_requirement, {},
          "Do without the identifiers that the instance requires; the user can't sign in by what is missing.");
    field("create_organization_enabled", &M::create_organization_enabled, {},
          "Whether the user may make organizations.");
    field("create_organizations_limit", &M::create_organizations_limit, {.minimum = 0},
          "The most organizations that the user may make; 0 is no limit.");
    field("created_at", &M::created_at, {.format = &formats::date_time}, "When the user signed up, if not now.");
    field("bypass_client_trust", &M::bypass_client_trust, {}, "Sign-ins from new devices are not checked.");
    field("banned", &M::banned, {}, "Start banned; takes a plan that has bans.");
    field("locked", &M::locked, {}, "Start locked; takes an instance that has lockout.");
  }

  friend bool operator==(const UserAttributes&, const UserAttributes&) = default;
};

using CreateUserRequest = UserAttributes<UserWrite::creation>;
using UpdateUserRequest = UserAttributes<UserWrite::change>;

namespace operations {

struct CreateUser {
  using Body = CreateUserRequest;
  using Answer = User;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "create_user",
      .method = Method::post,
      .path = "/users",
      .success = 200,
      .errors = {400, 401, 402, 403, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Create a new user",
      .description =
          "Makes a user. E-mail addresses and phone numbers count as verified unless the request says "
          "that they start reserved.",
      .example = ".first_name = \"Ada\", .email_address = {\"ada@example.com\"}",
  };
  Body body{};
};

struct GetUser {
  using Answer = User;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "get_user",
      .method = Method::get,
      .path = "/users/{user_id}",
      .success = 200,
      .errors = {400, 401, 404},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Retrieve a user",
      .description = "A user with all identifiers and accounts.",
  };
  std::string user_id{};

  static constexpr void path_parameters(auto&& parameter) { user_id_parameter<GetUser>(parameter); }
};

struct UpdateUser {
  using Body = UpdateUserRequest;
  using Answer = User;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "update_user",
      .method = Method::patch,
      .path = "/users/{user_id}",
      .success = 200,
      .errors = {400, 401, 404, 409, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update a user",
      .description =
          "Changes a user; what the request leaves out stays as it is. Metadata are changed by "
          "update_user_metadata and replace_user_metadata.",
      .example = ".last_name = \"Lovelace\"",
  };
  std::string user_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) { user_id_parameter<UpdateUser>(parameter); }
};

struct DeleteUser {
  using Answer = DeletedObject;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "delete_user",
      .method = Method::delete_,
      .path = "/users/{user_id}",
      .success = 200,
      .errors = {400, 401, 404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Delete a user",
      .description = "Deletes a user.",
  };
  std::string user_id{};

  static constexpr void path_parameters(auto&& parameter) { user_id_parameter<DeleteUser>(parameter); }
};

}  // namespace operations
}  // namespace clerk
