#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/raw_json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clerk::server::store {

/// What is kept of an organization beside its columns.
struct OrganizationDocument {
  std::string name{};
  std::optional<std::string> created_by{};
  RawJson public_metadata{"{}"};
  RawJson private_metadata{"{}"};
  std::int64_t max_allowed_memberships{};
  bool admin_delete_enabled{};
  std::optional<std::string> logo{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = OrganizationDocument;
    field("name", &M::name, {}, "As it was given.");
    field("created_by", &M::created_by, {}, "Id of the user who made it.");
    field("public_metadata", &M::public_metadata, {}, "A JSON object.");
    field("private_metadata", &M::private_metadata, {}, "A JSON object.");
    field("max_allowed_memberships", &M::max_allowed_memberships, {}, "Members and open invitations; 0: any number.");
    field("admin_delete_enabled", &M::admin_delete_enabled, {}, "Its administrators may delete it.");
    field("logo", &M::logo, {}, "What names its picture; it changes with each upload.");
  }

  friend bool operator==(const OrganizationDocument&, const OrganizationDocument&) = default;
};

/// What is kept of a membership beside its columns.
struct MembershipDocument {
  RawJson public_metadata{"{}"};
  RawJson private_metadata{"{}"};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("public_metadata", &MembershipDocument::public_metadata, {}, "A JSON object.");
    field("private_metadata", &MembershipDocument::private_metadata, {}, "A JSON object.");
  }

  friend bool operator==(const MembershipDocument&, const MembershipDocument&) = default;
};

[[nodiscard]] std::string encode_document(const OrganizationDocument& document);
[[nodiscard]] std::string encode_document(const MembershipDocument& document);
/// \throws UnreadableDocument
[[nodiscard]] OrganizationDocument decode_organization_document(std::string_view text);
[[nodiscard]] MembershipDocument decode_membership_document(std::string_view text);

}  // namespace clerk::server::store
