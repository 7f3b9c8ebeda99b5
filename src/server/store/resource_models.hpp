#pragma once

#include <clerk/contract/invitations.hpp>
#include <clerk/contract/jwt_templates.hpp>

#include <optional>
#include <string>

namespace clerk::server::store {

// What is kept of resources of which more is known than the API answers.

struct KeptInvitation {
  Invitation shown{};
  bool by_allowlist{};  ///< sent by an entry of the allowlist
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("shown", &KeptInvitation::shown, {}, "What the API answers, but for what changes with time.");
    field("by_allowlist", &KeptInvitation::by_allowlist, {}, "It was sent by an entry of the allowlist.");
  }
};

struct KeptJWTTemplate {
  JWTTemplate shown{};
  std::optional<std::string> signing_key{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("shown", &KeptJWTTemplate::shown, {}, "What the API answers.");
    field("signing_key", &KeptJWTTemplate::signing_key, {}, "A key of its own; no answer shows it.");
  }
};

/// The key by which the instance signs tokens.
struct SigningKey {
  std::string private_key_pem{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("private_key_pem", &SigningKey::private_key_pem, {}, "Never leaves the server.");
  }
};

}  // namespace clerk::server::store
