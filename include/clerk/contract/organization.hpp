#pragma once

#include <clerk/contract/field.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace clerk {

/// Users who belong together. facts 3.1
struct Organization {
  static constexpr ModelInfo info{"Organization", "Users who belong together."};

  std::string object{};
  std::string id{};
  std::string name{};
  std::optional<std::string> slug{};
  std::optional<std::string> image_url{};
  std::optional<std::string> logo_url{};
  bool has_image{};
  std::optional<std::int64_t> members_count{};
  std::optional<bool> missing_member_with_elevated_permissions{};
  std::optional<std::int64_t> pending_invitations_count{};
  std::int64_t max_allowed_memberships{};
  bool admin_delete_enabled{};
  RawJson public_metadata{"{}"};
  std::optional<RawJson> private_metadata{};
  std::optional<std::string> created_by{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  std::optional<std::int64_t> last_active_at{};
  std::optional<std::string> role_set_key{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = Organization;
    field("object", &M::object, {.constant = "organization"}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the organization, `org_…`.");
    field("name", &M::name, {}, "Its name.");
    field("slug", &M::slug, {.required = false},
          "What names it in addresses; missing where the instance has no slugs.");
    field("image_url", &M::image_url, {.required = false}, "Where its logo is; one is made for who has none.");
    field("logo_url", &M::logo_url, {.required = false, .standing = Standing::deprecated}, "Older name of image_url.");
    field("has_image", &M::has_image, {}, "There is a logo of its own.");
    field("members_count", &M::members_count, {.required = false},
          "How many members it has; only where it was asked for.");
    field("missing_member_with_elevated_permissions", &M::missing_member_with_elevated_permissions, {.required = false},
          "No member may manage it; only where it was asked for.");
    field("pending_invitations_count", &M::pending_invitations_count, {.required = false},
          "How many invitations are open; only where the members are counted.");
    field("max_allowed_memberships", &M::max_allowed_memberships, {},
          "Members and open invitations it may have; 0 means no limit.");
    field("admin_delete_enabled", &M::admin_delete_enabled, {}, "Its administrators may delete it.");
    field("public_metadata", &M::public_metadata, {}, "Metadata that frontends may read and only backends write.");
    field("private_metadata", &M::private_metadata, {.required = false}, "Metadata for backends alone.");
    field("created_by", &M::created_by, {.required = false}, "Id of the user who made it.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
    field("last_active_at", &M::last_active_at, {.required = false},
          "When a member was last active in it, in Unix milliseconds.");
    field("role_set_key", &M::role_set_key, {.required = false, .answered_null = true},
          "Key of the role set whose roles its members have.");
  }

  friend bool operator==(const Organization&, const Organization&) = default;
};

}  // namespace clerk
