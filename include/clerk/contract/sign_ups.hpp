#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/parameters.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk {

struct SignUpStatuses {
  static constexpr std::string_view name = "SignUpStatus";
  static constexpr std::string_view missing_requirements = "missing_requirements";
  static constexpr std::string_view complete = "complete";
  static constexpr std::string_view abandoned = "abandoned";
  static constexpr std::array values{missing_requirements, complete, abandoned};
};
/// `SignUpStatus::missing_requirements`, `::complete`, `::abandoned`, or a later value.
using SignUpStatus = OpenEnum<SignUpStatuses>;

struct SignUpNextActions {
  static constexpr std::string_view name = "SignUpNextAction";
  static constexpr std::string_view needs_prepare = "needs_prepare";
  static constexpr std::string_view needs_attempt = "needs_attempt";
  static constexpr std::string_view nothing = "";
  static constexpr std::array values{needs_prepare, needs_attempt, nothing};
};
/// `SignUpNextAction::needs_prepare`, `::needs_attempt`, `::nothing`, or a later value.
using SignUpNextAction = OpenEnum<SignUpNextActions>;

/// How far an identifier is verified.
struct SignUpVerification {
  static constexpr ModelInfo info{"SignUpVerification", "How far an identifier is verified."};

  std::optional<SignUpNextAction> next_action{};
  std::optional<std::vector<std::string>> supported_strategies{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = SignUpVerification;
    field("next_action", &M::next_action, {.required = false}, "What is to be done next; empty for nothing.");
    field("supported_strategies", &M::supported_strategies, {.required = false}, "By what it can be verified.");
  }

  friend bool operator==(const SignUpVerification&, const SignUpVerification&) = default;
};

/// How far each identifier is verified.
struct SignUpVerifications {
  static constexpr ModelInfo info{"SignUpVerifications", "How far each identifier is verified."};

  std::optional<SignUpVerification> email_address{};
  std::optional<SignUpVerification> phone_number{};
  std::optional<SignUpVerification> web3_wallet{};
  std::optional<RawJson> external_account{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = SignUpVerifications;
    field("email_address", &M::email_address, {}, "That of the e-mail address.");
    field("phone_number", &M::phone_number, {}, "That of the phone number.");
    field("web3_wallet", &M::web3_wallet, {}, "That of the web3 wallet.");
    field("external_account", &M::external_account, {}, "That of the account at another provider.");
  }

  friend bool operator==(const SignUpVerifications&, const SignUpVerifications&) = default;
};

/// An attempt to sign up. facts 3.2
struct SignUp {
  static constexpr ModelInfo info{"SignUp", "An attempt to sign up."};

  std::string object{};
  std::string id{};
  SignUpStatus status{};
  std::vector<std::string> required_fields{};
  std::vector<std::string> optional_fields{};
  std::vector<std::string> missing_fields{};
  std::vector<std::string> unverified_fields{};
  SignUpVerifications verifications{};
  std::optional<std::string> username{};
  std::optional<std::string> email_address{};
  std::optional<std::string> phone_number{};
  std::optional<std::string> web3_wallet{};
  bool password_enabled{};
  std::optional<std::string> first_name{};
  std::optional<std::string> last_name{};
  std::optional<RawJson> unsafe_metadata{};
  std::optional<RawJson> public_metadata{};
  bool custom_action{};
  std::optional<std::string> external_id{};
  std::optional<std::string> created_session_id{};
  std::optional<std::string> created_user_id{};
  std::int64_t abandon_at{};
  std::optional<std::int64_t> legal_accepted_at{};
  std::optional<std::string> locale{};
  std::optional<RawJson> external_account{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = SignUp;
    field("object", &M::object, {.constant = "sign_up_attempt"}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the sign-up.");
    field("status", &M::status, {}, "How far it has come.");
    field("required_fields", &M::required_fields, {}, "What must be given.");
    field("optional_fields", &M::optional_fields, {}, "What may be given.");
    field("missing_fields", &M::missing_fields, {}, "What must be given and is not.");
    field("unverified_fields", &M::unverified_fields, {}, "What is given and must still be verified.");
    field("verifications", &M::verifications, {}, "How far each identifier is verified.");
    field("username", &M::username, {}, "The username.");
    field("email_address", &M::email_address, {}, "The e-mail address.");
    field("phone_number", &M::phone_number, {}, "The phone number, in E.164 form.");
    field("web3_wallet", &M::web3_wallet, {}, "The web3 wallet.");
    field("password_enabled", &M::password_enabled, {}, "Whether a password was given.");
    field("first_name", &M::first_name, {}, "The first name.");
    field("last_name", &M::last_name, {}, "The last name.");
    field("unsafe_metadata", &M::unsafe_metadata, {.required = false},
          "Metadata that the person who signs up may write, a JSON object.");
    field("public_metadata", &M::public_metadata, {.required = false},
          "Metadata that the person who signs up may read, a JSON object.");
    field("custom_action", &M::custom_action, {}, "Whether it was marked as an action of your own.");
    field("external_id", &M::external_id, {}, "Its id in your own system.");
    field("created_session_id", &M::created_session_id, {}, "Id of the session that it led to.");
    field("created_user_id", &M::created_user_id, {}, "Id of the user that it led to.");
    field("abandon_at", &M::abandon_at, {}, "When it counts as abandoned, in Unix milliseconds.");
    field("legal_accepted_at", &M::legal_accepted_at, {},
          "When the legal documents were agreed to, in Unix milliseconds.");
    field("locale", &M::locale, {.required = false, .answered_null = true}, "The language, as a BCP 47 tag.");
    field("external_account", &M::external_account, {.required = false, .standing = Standing::deprecated},
          "The account at another provider.");
  }

  friend bool operator==(const SignUp&, const SignUp&) = default;
};

/// What may be changed of a sign-up. facts 3.2
struct UpdateSignUpRequest {
  static constexpr ModelInfo info{"UpdateSignUpRequest", "What may be changed of a sign-up."};

  Patch<std::string> external_id{};
  Patch<bool> custom_action{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UpdateSignUpRequest;
    field("external_id", &M::external_id, {}, "Its id in your own system, which the user will have too.");
    field("custom_action", &M::custom_action, {}, "Whether it is an action of your own.");
  }

  friend bool operator==(const UpdateSignUpRequest&, const UpdateSignUpRequest&) = default;
};

namespace operations {

struct GetSignUp {
  using Answer = SignUp;
  static constexpr OperationInfo info{
      .api = "SignUpsApi",
      .name = "get_sign_up",
      .method = Method::get,
      .path = "/sign_ups/{id}",
      .success = 200,
      .errors = {403},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Retrieve a sign-up by ID",
      .description = "One sign-up.",
  };
  std::string id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("id", &GetSignUp::id, {.example = "sua_2abc"}, "Id of the sign-up.");
  }
};

struct UpdateSignUp {
  using Body = UpdateSignUpRequest;
  using Answer = SignUp;
  static constexpr OperationInfo info{
      .api = "SignUpsApi",
      .name = "update_sign_up",
      .method = Method::patch,
      .path = "/sign_ups/{id}",
      .success = 200,
      .errors = {403},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update a sign-up",
      .description = "Changes a sign-up that is under way; what the request leaves out stays as it is.",
      .example = ".external_id = \"customer-7\"",
  };
  std::string id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("id", &UpdateSignUp::id, {.example = "sua_2abc"}, "Id of the sign-up.");
  }
};

}  // namespace operations
}  // namespace clerk
