#pragma once

#include <clerk/contract/deleted_object.hpp>
#include <clerk/contract/email_address.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/identification_status.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/user_parameter.hpp>

#include <optional>
#include <string>

namespace clerk {

/// An e-mail address more for a user. facts 3.1
struct CreateEmailAddressRequest {
  static constexpr ModelInfo info{"CreateEmailAddressRequest", "An e-mail address more for a user."};

  std::string user_id{};
  std::string email_address{};
  std::optional<bool> verified{};
  std::optional<bool> primary{};
  std::optional<bool> notify_primary_email_address_changed{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = CreateEmailAddressRequest;
    field("user_id", &M::user_id, {.nullable = false}, "Id of the user.");
    field("email_address", &M::email_address, {.nullable = false, .format = &formats::email}, "The address.");
    field("verified", &M::verified, {.required = false}, "Whether it counts as verified.");
    field("primary", &M::primary, {.required = false},
          "Whether it becomes the primary address; the first one does anyway.");
    field("notify_primary_email_address_changed", &M::notify_primary_email_address_changed,
          {.required = false, .default_value = "false"}, "Whether the address that was the primary one is told.");
  }

  friend bool operator==(const CreateEmailAddressRequest&, const CreateEmailAddressRequest&) = default;
};

/// What may be changed of an e-mail address. facts 3.1
struct UpdateEmailAddressRequest {
  static constexpr ModelInfo info{"UpdateEmailAddressRequest", "What may be changed of an e-mail address."};

  Patch<bool> verified{};
  Patch<bool> primary{};
  Patch<bool> notify_primary_email_address_changed{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UpdateEmailAddressRequest;
    field("verified", &M::verified, {}, "Whether it counts as verified.");
    field("primary", &M::primary, {}, "Whether it becomes the primary address.");
    field("notify_primary_email_address_changed", &M::notify_primary_email_address_changed, {.default_value = "false"},
          "Whether the address that was the primary one is told.");
  }

  friend bool operator==(const UpdateEmailAddressRequest&, const UpdateEmailAddressRequest&) = default;
};

/// The one e-mail address that a user shall have. facts 3.1
struct ReplaceUserEmailAddressRequest {
  static constexpr ModelInfo info{"ReplaceUserEmailAddressRequest", "The one e-mail address that a user shall have."};

  std::string email_address{};
  std::optional<ReplacementStatus> identification_status{};
  std::optional<bool> notify_primary_email_address_changed{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ReplaceUserEmailAddressRequest;
    field("email_address", &M::email_address, {.nullable = false, .format = &formats::email}, "The address.");
    field("identification_status", &M::identification_status,
          {.nullable = false, .required = false, .default_value = "\"verified\""},
          "How it starts. Nobody signs in by an unverified one: who has nothing else is locked out.");
    field("notify_primary_email_address_changed", &M::notify_primary_email_address_changed,
          {.required = false, .default_value = "false"},
          "Whether the address that was the primary one is told, if it is another.");
  }

  friend bool operator==(const ReplaceUserEmailAddressRequest&, const ReplaceUserEmailAddressRequest&) = default;
};

namespace operations {

/// Lists the parameter `email_address_id` of an operation's path.
template <class Op>
constexpr void email_address_id_parameter(auto&& parameter) {
  parameter("email_address_id", &Op::email_address_id, {.example = "idn_2abc"}, "Id of the e-mail address.");
}

struct CreateEmailAddress {
  using Body = CreateEmailAddressRequest;
  using Answer = EmailAddress;
  static constexpr OperationInfo info{
      .api = "EmailAddressesApi",
      .name = "create_email_address",
      .method = Method::post,
      .path = "/email_addresses",
      .success = 200,
      .errors = {400, 401, 403, 404, 409, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Create an email address",
      .description = "Gives a user an e-mail address more.",
      .example = ".user_id = \"user_2abc\", .email_address = \"ada@example.com\", .verified = true",
  };
  Body body{};
};

struct GetEmailAddress {
  using Answer = EmailAddress;
  static constexpr OperationInfo info{
      .api = "EmailAddressesApi",
      .name = "get_email_address",
      .method = Method::get,
      .path = "/email_addresses/{email_address_id}",
      .success = 200,
      .errors = {400, 401, 403, 404},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Retrieve an email address",
      .description = "An e-mail address and how it stands.",
  };
  std::string email_address_id{};

  static constexpr void path_parameters(auto&& parameter) { email_address_id_parameter<GetEmailAddress>(parameter); }
};

struct UpdateEmailAddress {
  using Body = UpdateEmailAddressRequest;
  using Answer = EmailAddress;
  static constexpr OperationInfo info{
      .api = "EmailAddressesApi",
      .name = "update_email_address",
      .method = Method::patch,
      .path = "/email_addresses/{email_address_id}",
      .success = 200,
      .errors = {400, 401, 403, 404, 409},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update an email address",
      .description = "Marks an e-mail address as verified, or makes it the primary one.",
      .example = ".primary = true",
  };
  std::string email_address_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) { email_address_id_parameter<UpdateEmailAddress>(parameter); }
};

struct DeleteEmailAddress {
  using Answer = DeletedObject;
  static constexpr OperationInfo info{
      .api = "EmailAddressesApi",
      .name = "delete_email_address",
      .method = Method::delete_,
      .path = "/email_addresses/{email_address_id}",
      .success = 200,
      .errors = {400, 401, 403, 404, 409},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Delete an email address",
      .description = "Takes an e-mail address from its user.",
  };
  std::string email_address_id{};

  static constexpr void path_parameters(auto&& parameter) { email_address_id_parameter<DeleteEmailAddress>(parameter); }
};

struct ReplaceUserEmailAddress {
  using Body = ReplaceUserEmailAddressRequest;
  using Answer = EmailAddress;
  static constexpr OperationInfo info{
      .api = "EmailAddressesApi",
      .name = "replace_user_email_address",
      .method = Method::put,
      .path = "/users/{user_id}/email_address",
      .success = 200,
      .errors = {400, 401, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Replace a user's email address",
      .description =
          "Puts one e-mail address, the primary one, in the place of all that the user has. Refused while "
          "one of these came from a connected account.",
      .example = ".email_address = \"ada@example.com\"",
  };
  std::string user_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) { user_id_parameter<ReplaceUserEmailAddress>(parameter); }
};

}  // namespace operations
}  // namespace clerk
