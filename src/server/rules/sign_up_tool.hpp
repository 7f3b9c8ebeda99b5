#pragma once

#include <clerk/contract/operation.hpp>
#include <clerk/contract/sessions.hpp>
#include <clerk/contract/sign_ups.hpp>
#include <clerk/contract/user.hpp>

#include <optional>
#include <string>

namespace clerk::server::tools {

/// Someone who signs up by themselves, as the Frontend API would take it, or by the ticket of an invitation.
struct SignUpRequest {
  std::optional<std::string> email_address{};
  std::optional<std::string> phone_number{};
  std::optional<std::string> web3_wallet{};
  std::optional<std::string> username{};
  std::optional<std::string> password{};
  std::optional<std::string> first_name{};
  std::optional<std::string> last_name{};
  std::optional<std::string> ticket{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = SignUpRequest;
    field("email_address", &M::email_address, {.format = &formats::email}, "The e-mail address.");
    field("phone_number", &M::phone_number, {}, "The phone number.");
    field("web3_wallet", &M::web3_wallet, {}, "The wallet.");
    field("username", &M::username, {}, "The username.");
    field("password", &M::password, {}, "The password.");
    field("first_name", &M::first_name, {}, "The first name.");
    field("last_name", &M::last_name, {}, "The last name.");
    field("ticket", &M::ticket, {}, "Id of an invitation that is open.");
  }
};

/// What came of it. Who still lacks something has no user yet.
struct SignUpResult {
  SignUp sign_up{};
  std::optional<User> user{};
  std::optional<Session> session{};
  std::string decided_by{};  ///< the rule that opened the door
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = SignUpResult;
    field("sign_up", &M::sign_up, {}, "The sign-up.");
    field("user", &M::user, {}, "The user, once there is one.");
    field("session", &M::session, {}, "The session, once there is one.");
    field("decided_by", &M::decided_by, {}, "The rule that opened the door.");
  }
};

/// `POST /__clerkd/sign_ups`: what no operation of the Backend API does.
struct MakeSignUp {
  using Body = SignUpRequest;
  using Answer = SignUpResult;
  static constexpr OperationInfo info{.name = "make_sign_up",
                                      .method = Method::post,
                                      .path = "/sign_ups",
                                      .success = 200,
                                      .kind = OperationKind::write};
  Body body{};
};

}  // namespace clerk::server::tools
