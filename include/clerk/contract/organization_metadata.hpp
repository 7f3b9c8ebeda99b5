#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/metadata_write.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/organization.hpp>
#include <clerk/contract/organization_parameter.hpp>

#include <string>

namespace clerk {

/// Metadata of an organization: an object in each field. facts 3.1
template <MetadataWrite W>
struct OrganizationMetadata {
  static constexpr ModelInfo info =
      W == MetadataWrite::merge
          ? ModelInfo{"MergeOrganizationMetadataRequest", "What to merge into an organization's metadata."}
          : ModelInfo{"ReplaceOrganizationMetadataRequest", "What an organization's metadata shall be."};

  Patch<RawJson> public_metadata{};
  Patch<RawJson> private_metadata{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = OrganizationMetadata;
    field("public_metadata", &M::public_metadata, {.nullable = false},
          "Metadata that frontends may read and only backends write.");
    field("private_metadata", &M::private_metadata, {.nullable = false}, "Metadata for backends alone.");
  }

  friend bool operator==(const OrganizationMetadata&, const OrganizationMetadata&) = default;
};

using MergeOrganizationMetadataRequest = OrganizationMetadata<MetadataWrite::merge>;
using ReplaceOrganizationMetadataRequest = OrganizationMetadata<MetadataWrite::replacement>;

namespace operations {

struct MergeOrganizationMetadata {
  using Body = MergeOrganizationMetadataRequest;
  using Answer = Organization;
  static constexpr OperationInfo info{
      .api = "OrganizationsApi",
      .name = "merge_organization_metadata",
      .method = Method::patch,
      .path = "/organizations/{organization_id}/metadata",
      .success = 200,
      .errors = {400, 401, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Merge and update an organization's metadata",
      .description =
          "Merges objects into the organization's metadata, objects within them too. A null takes its key away; what "
          "the request leaves out stays as it is.",
      .example = ".public_metadata = clerk::RawJson{R\"({\"plan\":\"pro\"})\"}",
  };
  std::string organization_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<MergeOrganizationMetadata>(parameter);
  }
};

struct ReplaceOrganizationMetadata {
  using Body = ReplaceOrganizationMetadataRequest;
  using Answer = Organization;
  static constexpr OperationInfo info{
      .api = "OrganizationsApi",
      .name = "replace_organization_metadata",
      .method = Method::put,
      .path = "/organizations/{organization_id}/metadata",
      .success = 200,
      .errors = {400, 401, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Replace an organization's metadata",
      .description =
          "Puts each object of the request in the place of what was there; what the request leaves out stays as it is.",
      .example = ".private_metadata = clerk::RawJson{\"{}\"}",
  };
  std::string organization_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<ReplaceOrganizationMetadata>(parameter);
  }
};

}  // namespace operations
}  // namespace clerk
