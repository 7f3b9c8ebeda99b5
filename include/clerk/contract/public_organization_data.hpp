#pragma once

#include <clerk/contract/field.hpp>

#include <optional>
#include <string>

namespace clerk {

/// What others may know of an organization. facts 3.1
struct OrganizationInvitationPublicOrganizationData {
  static constexpr ModelInfo info{"OrganizationInvitationPublicOrganizationData",
                                  "What others may know of an organization."};

  std::string id{};
  std::string name{};
  std::optional<std::string> slug{};
  std::optional<std::string> image_url{};
  bool has_image{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = OrganizationInvitationPublicOrganizationData;
    field("id", &M::id, {}, "Id of the organization.");
    field("name", &M::name, {}, "Its name.");
    field("slug", &M::slug, {.required = false},
          "What names it in addresses; missing where the instance has no slugs.");
    field("image_url", &M::image_url, {.required = false}, "Where its logo is.");
    field("has_image", &M::has_image, {}, "There is a logo of its own.");
  }

  friend bool operator==(const OrganizationInvitationPublicOrganizationData&,
                         const OrganizationInvitationPublicOrganizationData&) = default;
};

}  // namespace clerk
