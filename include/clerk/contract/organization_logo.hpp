#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/form.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/organization.hpp>
#include <clerk/contract/organization_parameter.hpp>

#include <optional>
#include <string>

namespace clerk {

/// The logo that an organization shall have. facts 4.2
struct UploadOrganizationLogoRequest {
  static constexpr ModelInfo info{"UploadOrganizationLogoRequest", "The logo that an organization shall have."};

  std::optional<std::string> uploader_user_id{};
  FormFile file{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UploadOrganizationLogoRequest;
    field("uploader_user_id", &M::uploader_user_id, {.nullable = false, .required = false},
          "Id of the user who counts as the one that brought it.");
    field("file", &M::file, {.nullable = false}, "The image: a PNG, JPEG, GIF or WebP file of at most 10 MB.");
  }

  friend bool operator==(const UploadOrganizationLogoRequest&, const UploadOrganizationLogoRequest&) = default;
};

namespace operations {

struct UploadOrganizationLogo {
  using Body = UploadOrganizationLogoRequest;
  using Answer = Organization;
  static constexpr OperationInfo info{
      .api = "OrganizationsApi",
      .name = "upload_organization_logo",
      .method = Method::put,
      .path = "/organizations/{organization_id}/logo",
      .success = 200,
      .errors = {400, 403, 404, 413},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Upload a logo for the organization",
      .description = "Gives the organization a logo of its own, in place of the one that it had.",
      .example = ".file = {.name = \"logo.png\", .content_type = \"image/png\", .bytes = \"the image\"}",
  };
  std::string organization_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<UploadOrganizationLogo>(parameter);
  }
};

struct DeleteOrganizationLogo {
  using Answer = Organization;
  static constexpr OperationInfo info{
      .api = "OrganizationsApi",
      .name = "delete_organization_logo",
      .method = Method::delete_,
      .path = "/organizations/{organization_id}/logo",
      .success = 200,
      .errors = {404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Delete the organization's logo",
      .description = "Takes the organization's logo away; the one that is made for who has none takes its place.",
  };
  std::string organization_id{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<DeleteOrganizationLogo>(parameter);
  }
};

}  // namespace operations
}  // namespace clerk
