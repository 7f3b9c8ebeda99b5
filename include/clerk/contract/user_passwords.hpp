#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/user.hpp>
#include <clerk/contract/user_parameter.hpp>

#include <optional>
#include <string>

namespace clerk {

/// The password to try. facts 3.1
struct VerifyPasswordRequest {
  static constexpr ModelInfo info{"VerifyPasswordRequest", "The password to try."};

  std::string password{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("password", &VerifyPasswordRequest::password, {.nullable = false}, "The password itself.");
  }

  friend bool operator==(const VerifyPasswordRequest&, const VerifyPasswordRequest&) = default;
};

/// That a password was the right one; a wrong one is refused. facts 3.1
struct PasswordVerification {
  static constexpr ModelInfo info{"PasswordVerification", "That a password was the right one; a wrong one is refused."};

  std::optional<bool> verified{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("verified", &PasswordVerification::verified, {.required = false}, "True.");
  }

  friend bool operator==(const PasswordVerification&, const PasswordVerification&) = default;
};

/// What goes with marking a password as compromised. facts 3.1
struct SetUserPasswordCompromisedRequest {
  static constexpr ModelInfo info{"SetUserPasswordCompromisedRequest",
                                  "What goes with marking a password as compromised."};

  std::optional<bool> revoke_all_sessions{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("revoke_all_sessions", &SetUserPasswordCompromisedRequest::revoke_all_sessions, {.required = false},
          "Whether all of the user's sessions end.");
  }

  friend bool operator==(const SetUserPasswordCompromisedRequest&, const SetUserPasswordCompromisedRequest&) = default;
};

namespace operations {

struct VerifyPassword {
  using Body = VerifyPasswordRequest;
  using Answer = PasswordVerification;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "verify_password",
      .method = Method::post,
      .path = "/users/{user_id}/verify_password",
      .success = 200,
      .errors = {400, 404, 422, 500},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Verify the password of a user",
      .description =
          "Says whether a password is the user's: a wrong one is refused with 422, and 400 says that the "
          "user has none.",
      .example = ".password = \"correct horse battery staple\"",
  };
  std::string user_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) { user_id_parameter<VerifyPassword>(parameter); }
};

struct SetUserPasswordCompromised {
  using Body = SetUserPasswordCompromisedRequest;
  using Answer = User;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "set_user_password_compromised",
      .method = Method::post,
      .path = "/users/{user_id}/password/set_compromised",
      .success = 200,
      .errors = {400, 401, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Set a user's password as compromised",
      .description = "Makes the user's next sign-in ask for a new password.",
      .example = ".revoke_all_sessions = true",
  };
  std::string user_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) { user_id_parameter<SetUserPasswordCompromised>(parameter); }
};

struct UnsetUserPasswordCompromised {
  using Answer = User;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "unset_user_password_compromised",
      .method = Method::post,
      .path = "/users/{user_id}/password/unset_compromised",
      .success = 200,
      .errors = {400, 401, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Unset a user's password as compromised",
      .description =
          "Takes the mark from the user's password. A user with a reserved e-mail address may have to "
          "choose a new password all the same, as requires_password_reset says.",
  };
  std::string user_id{};

  static constexpr void path_parameters(auto&& parameter) {
    user_id_parameter<UnsetUserPasswordCompromised>(parameter);
  }
};

}  // namespace operations
}  // namespace clerk
