#pragma once

#include <clerk/contract/invitations.hpp>
#include <clerk/contract/jwt_templates.hpp>

#include <optional>
#include <string>
#include <vector>

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

/// A permission that was made; its key is the unique one.
struct KeptPermission {
  std::string name{};
  std::string description{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("name", &KeptPermission::name, {}, "As it was given.");
    field("description", &KeptPermission::description, {}, "As it was given.");
  }
};

/// Roles that members of some organizations may have; its key is the unique one, its type the status.
struct KeptRoleSet {
  std::string name{};
  std::optional<std::string> description{};
  std::vector<std::string> roles{};
  std::optional<std::string> default_role{};
  std::optional<std::string> creator_role{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = KeptRoleSet;
    field("name", &M::name, {}, "As it was given.");
    field("description", &M::description, {}, "As it was given.");
    field("roles", &M::roles, {}, "Keys of its roles.");
    field("default_role", &M::default_role, {}, "Key of one of them; none: the one that the settings name.");
    field("creator_role", &M::creator_role, {}, "Key of one of them; none: the one that the settings name.");
  }
};

/// A picture of an organization.
struct KeptImage {
  std::string content_type{};
  std::string base64{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("content_type", &KeptImage::content_type, {}, "Such as `image/png`.");
    field("base64", &KeptImage::base64, {}, "Its bytes.");
  }
};

/// An organization that a user may ask to join, as its domain is that of an address of theirs.
struct KeptSuggestion {
  std::string organization_id{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("organization_id", &KeptSuggestion::organization_id, {}, "Id of the organization.");
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
