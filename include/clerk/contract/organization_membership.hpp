#pragma once

#include <clerk/contract/organization.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clerk {

/// What others may know of a member. facts 3.1
struct OrganizationMembershipPublicUserData {
  static constexpr ModelInfo info{"OrganizationMembershipPublicUserData", "What others may know of a member."};

  std::string user_id{};
  std::optional<std::string> first_name{};
  std::optional<std::string> last_name{};
  std::optional<std::string> profile_image_url{};
  std::string image_url{};
  bool has_image{};
  std::optional<std::string> identifier{};
  std::optional<std::string> username{};
  std::optional<bool> banned{};
  std::optional<bool> deprovisioned{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = OrganizationMembershipPublicUserData;
    field("user_id", &M::user_id, {}, "Id of the user.");
    field("first_name", &M::first_name, {}, "The first name.");
    field("last_name", &M::last_name, {}, "The last name.");
    field("profile_image_url", &M::profile_image_url, {.standing = Standing::deprecated}, "Older name of image_url.");
    field("image_url", &M::image_url, {}, "Where the picture is.");
    field("has_image", &M::has_image, {}, "There is a picture of the user's own.");
    field("identifier", &M::identifier, {.required = false, .answered_null = true},
          "By what the user is known: an e-mail address, a phone number, a username or a wallet.");
    field("username", &M::username, {.required = false, .answered_null = true}, "The username.");
    field("banned", &M::banned, {.required = false}, "The user can't sign in until the ban is taken away.");
    field("deprovisioned", &M::deprovisioned, {.required = false}, "The user's directory has withdrawn the account.");
  }

  friend bool operator==(const OrganizationMembershipPublicUserData&,
                         const OrganizationMembershipPublicUserData&) = default;
};

/// A user's place in an organization. facts 3.1
struct OrganizationMembership {
  static constexpr ModelInfo info{"OrganizationMembership", "A user's place in an organization."};

  std::string id{};
  std::string object{};
  std::string role{};
  std::optional<std::string> role_name{};
  std::vector<std::string> permissions{};
  RawJson public_metadata{"{}"};
  std::optional<RawJson> private_metadata{};
  Organization organization{};
  std::optional<OrganizationMembershipPublicUserData> public_user_data{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = OrganizationMembership;
    field("id", &M::id, {}, "Id of the membership, `orgmem_…`.");
    field("object", &M::object, {.constant = "organization_membership"}, "Names the type of the object.");
    field("role", &M::role, {}, "Key of the member's role.");
    field("role_name", &M::role_name, {.required = false}, "Name of the member's role.");
    field("permissions", &M::permissions, {}, "Keys of what the role permits.");
    field("public_metadata", &M::public_metadata, {}, "Metadata that frontends may read and only backends write.");
    field("private_metadata", &M::private_metadata, {.required = false}, "Metadata for backends alone.");
    field("organization", &M::organization, {}, "The organization.");
    field("public_user_data", &M::public_user_data, {.required = false}, "What others may know of the member.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const OrganizationMembership&, const OrganizationMembership&) = default;
};

}  // namespace clerk
