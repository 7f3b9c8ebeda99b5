#pragma once

#include <clerk/contract/deleted_object.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/identification_status.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/phone_number.hpp>
#include <clerk/contract/user_parameter.hpp>

#include <optional>
#include <string>

namespace clerk {

/// A phone number more for a user. facts 3.1
struct CreatePhoneNumberRequest {
  static constexpr ModelInfo info{"CreatePhoneNumberRequest", "A phone number more for a user."};

  std::string user_id{};
  std::string phone_number{};
  std::optional<bool> verified{};
  std::optional<bool> primary{};
  std::optional<bool> reserved_for_second_factor{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = CreatePhoneNumberRequest;
    field("user_id", &M::user_id, {.nullable = false}, "Id of the user.");
    field("phone_number", &M::phone_number, {.nullable = false, .format = &formats::phone_number}, "The number.");
    field("verified", &M::verified, {.required = false}, "Whether it counts as verified.");
    field("primary", &M::primary, {.required = false},
          "Whether it becomes the primary number; the first one does anyway.");
    field("reserved_for_second_factor", &M::reserved_for_second_factor, {.required = false},
          "Whether it is used as a second factor only, by default if it is the only one; it has to be verified.");
  }

  friend bool operator==(const CreatePhoneNumberRequest&, const CreatePhoneNumberRequest&) = default;
};

/// What may be changed of a phone number. facts 3.1
struct UpdatePhoneNumberRequest {
  static constexpr ModelInfo info{"UpdatePhoneNumberRequest", "What may be changed of a phone number."};

  Patch<bool> verified{};
  Patch<bool> primary{};
  Patch<bool> reserved_for_second_factor{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UpdatePhoneNumberRequest;
    field("verified", &M::verified, {}, "Whether it counts as verified.");
    field("primary", &M::primary, {}, "Whether it becomes the primary number.");
    field("reserved_for_second_factor", &M::reserved_for_second_factor, {},
          "Whether it is used as a second factor only, by default if it is the only one; it has to be verified.");
  }

  friend bool operator==(const UpdatePhoneNumberRequest&, const UpdatePhoneNumberRequest&) = default;
};

/// The one phone number that a user shall have. facts 3.1
struct ReplaceUserPhoneNumberRequest {
  static constexpr ModelInfo info{"ReplaceUserPhoneNumberRequest", "The one phone number that a user shall have."};

  std::string phone_number{};
  std::optional<ReplacementStatus> identification_status{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ReplaceUserPhoneNumberRequest;
    field("phone_number", &M::phone_number, {.nullable = false, .format = &formats::phone_number}, "The number.");
    field("identification_status", &M::identification_status,
          {.nullable = false, .required = false, .default_value = "\"verified\""},
          "How it starts. Nobody signs in by an unverified one: who has nothing else is locked out.");
  }

  friend bool operator==(const ReplaceUserPhoneNumberRequest&, const ReplaceUserPhoneNumberRequest&) = default;
};

namespace operations {

/// Lists the parameter `phone_number_id` of an operation's path.
template <class Op>
constexpr void phone_number_id_parameter(auto&& parameter) {
  parameter("phone_number_id", &Op::phone_number_id, {.example = "idn_2abc"}, "Id of the phone number.");
}

struct CreatePhoneNumber {
  using Body = CreatePhoneNumberRequest;
  using Answer = PhoneNumber;
  static constexpr OperationInfo info{
      .api = "PhoneNumbersApi",
      .name = "create_phone_number",
      .method = Method::post,
      .path = "/phone_numbers",
      .success = 200,
      .errors = {400, 401, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Create a phone number",
      .description = "Gives a user a phone number more.",
      .example = ".user_id = \"user_2abc\", .phone_number = \"+15555550100\", .verified = true",
  };
  Body body{};
};

struct GetPhoneNumber {
  using Answer = PhoneNumber;
  static constexpr OperationInfo info{
      .api = "PhoneNumbersApi",
      .name = "get_phone_number",
      .method = Method::get,
      .path = "/phone_numbers/{phone_number_id}",
      .success = 200,
      .errors = {400, 401, 403, 404},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Retrieve a phone number",
      .description = "A phone number and how it stands.",
  };
  std::string phone_number_id{};

  static constexpr void path_parameters(auto&& parameter) { phone_number_id_parameter<GetPhoneNumber>(parameter); }
};

struct UpdatePhoneNumber {
  using Body = UpdatePhoneNumberRequest;
  using Answer = PhoneNumber;
  static constexpr OperationInfo info{
      .api = "PhoneNumbersApi",
      .name = "update_phone_number",
      .method = Method::patch,
      .path = "/phone_numbers/{phone_number_id}",
      .success = 200,
      .errors = {400, 401, 403, 404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update a phone number",
      .description = "Marks a phone number as verified, makes it the primary one, or keeps it for the second factor.",
      .example = ".primary = true",
  };
  std::string phone_number_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) { phone_number_id_parameter<UpdatePhoneNumber>(parameter); }
};

struct DeletePhoneNumber {
  using Answer = DeletedObject;
  static constexpr OperationInfo info{
      .api = "PhoneNumbersApi",
      .name = "delete_phone_number",
      .method = Method::delete_,
      .path = "/phone_numbers/{phone_number_id}",
      .success = 200,
      .errors = {400, 401, 403, 404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Delete a phone number",
      .description = "Takes a phone number from its user.",
  };
  std::string phone_number_id{};

  static constexpr void path_parameters(auto&& parameter) { phone_number_id_parameter<DeletePhoneNumber>(parameter); }
};

struct ReplaceUserPhoneNumber {
  using Body = ReplaceUserPhoneNumberRequest;
  using Answer = PhoneNumber;
  static constexpr OperationInfo info{
      .api = "PhoneNumbersApi",
      .name = "replace_user_phone_number",
      .method = Method::put,
      .path = "/users/{user_id}/phone_number",
      .success = 200,
      .errors = {400, 401, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Replace a user's phone number",
      .description =
          "Puts one phone number, the primary one and no second factor, in the place of all that the user "
          "has. A user whose second factor was one of these has none then.",
      .example = ".phone_number = \"+15555550100\"",
  };
  std::string user_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) { user_id_parameter<ReplaceUserPhoneNumber>(parameter); }
};

}  // namespace operations
}  // namespace clerk
