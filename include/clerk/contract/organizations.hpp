#pragma once

#include <clerk/contract/deleted_object.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/organization.hpp>
#include <clerk/contract/organization_formats.hpp>
#include <clerk/contract/organization_parameter.hpp>
#include <clerk/contract/paging.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clerk {

/// Organizations, the newest first unless asked otherwise. facts 3.1
struct Organizations {
  static constexpr ModelInfo info{"Organizations", "Organizations, the newest first unless asked otherwise."};

  std::vector<Organization> data{};
  std::int64_t total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = Organizations;
    field("data", &M::data, {}, "The organizations of this page.");
    field("total_count", &M::total_count, {}, "How many there are on all pages.");
  }

  friend bool operator==(const Organizations&, const Organizations&) = default;
};

/// Which organizations to list, and in which order. facts 3.1
struct ListOrganizationsRequest {
  static constexpr ModelInfo info{"ListOrganizationsRequest", "Which organizations to list, and in which order."};

  std::optional<bool> include_members_count{};
  std::optional<bool> include_missing_member_with_elevated_permissions{};
  std::optional<std::string> query{};
  std::vector<std::string> user_id{};
  std::vector<std::string> organization_id{};
  std::optional<std::string> order_by{};
  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ListOrganizationsRequest;
    field("include_members_count", &M::include_members_count, {.nullable = false, .required = false},
          "Whether members and open invitations are counted.");
    field("include_missing_member_with_elevated_permissions", &M::include_missing_member_with_elevated_permissions,
          {.nullable = false, .required = false}, "Whether it is told that no member may manage the organization.");
    field("query", &M::query, {.nullable = false, .required = false},
          "Those of this id, and those whose name or slug hold this text.");
    field("user_id", &M::user_id, {.nullable = false, .required = false},
          "Those of which one of these users is a member; `-` before an id leaves them out.");
    field("organization_id", &M::organization_id, {.nullable = false, .required = false, .max_items = 100},
          "Those of one of these ids; `-` before an id leaves it out.");
    field("order_by", &M::order_by,
          {.nullable = false,
           .required = false,
           .format = &formats::organization_order,
           .default_value = "\"-created_at\""},
          "What to order by, with `-` before it for descending order.");
    field("limit", &M::limit, page_limit, "The most organizations to give.");
    field("offset", &M::offset, page_offset, "How many organizations to leave out first.");
  }

  friend bool operator==(const ListOrganizationsRequest&, const ListOrganizationsRequest&) = default;
};

/// What to tell of an organization beside itself. facts 3.1
struct GetOrganizationRequest {
  static constexpr ModelInfo info{"GetOrganizationRequest", "What to tell of an organization beside itself."};

  std::optional<bool> include_members_count{};
  std::optional<bool> include_missing_member_with_elevated_permissions{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = GetOrganizationRequest;
    field("include_members_count", &M::include_members_count, {.nullable = false, .required = false},
          "Whether members and open invitations are counted.");
    field("include_missing_member_with_elevated_permissions", &M::include_missing_member_with_elevated_permissions,
          {.nullable = false, .required = false}, "Whether it is told that no member may manage the organization.");
  }

  friend bool operator==(const GetOrganizationRequest&, const GetOrganizationRequest&) = default;
};

/// What a new organization shall have. facts 3.2
struct CreateOrganizationRequest {
  static constexpr ModelInfo info{"CreateOrganizationRequest", "What a new organization shall have."};

  std::string name{};
  std::optional<std::string> created_by{};
  std::optional<RawJson> private_metadata{};
  std::optional<RawJson> public_metadata{};
  std::optional<std::string> slug{};
  std::optional<std::int64_t> max_allowed_memberships{};
  std::optional<std::string> created_at{};
  std::optional<std::string> role_set_key{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = CreateOrganizationRequest;
    field("name", &M::name, {.nullable = false, .format = &formats::organization_name},
          "The name; no addresses and no HTML.");
    field("created_by", &M::created_by, {.required = false},
          "Id of the user who becomes its first member, with the creator's role.");
    field("private_metadata", &M::private_metadata, {.required = false}, "Metadata for backends alone, a JSON object.");
    field("public_metadata", &M::public_metadata, {.required = false},
          "Metadata that frontends may read and only backends write, a JSON object.");
    field("slug", &M::slug, {.required = false, .format = &formats::organization_slug},
          "What names it in addresses; no two organizations have the same. Only where the instance has slugs.");
    field("max_allowed_memberships", &M::max_allowed_memberships, {.required = false, .minimum = 0},
          "Members and open invitations it may have, in place of the instance's own limit; 0 means no limit.");
    field("created_at", &M::created_at, {.required = false, .format = &formats::date_time},
          "When it was made, if not now.");
    field("role_set_key", &M::role_set_key, {.required = false},
          "Key of the role set whose roles its members shall have.");
  }

  friend bool operator==(const CreateOrganizationRequest&, const CreateOrganizationRequest&) = default;
};

/// What may be changed of an organization. Metadata have operations of their own. facts 2.11, 3.2
struct UpdateOrganizationRequest {
  static constexpr ModelInfo info{"UpdateOrganizationRequest",
                                  "What may be changed of an organization. Metadata have operations of their own."};

  Patch<std::string> name{};
  Patch<std::string> slug{};
  Patch<std::int64_t> max_allowed_memberships{};
  Patch<bool> admin_delete_enabled{};
  Patch<std::string> created_at{};
  Patch<std::string> role_set_key{};
  Patch<RawJson> public_metadata{};
  Patch<RawJson> private_metadata{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UpdateOrganizationRequest;
    field("name", &M::name, {.format = &formats::organization_name}, "The name; no addresses and no HTML.");
    field("slug", &M::slug, {.format = &formats::organization_slug},
          "What names it in addresses; no two organizations have the same. Only where the instance has slugs.");
    field("max_allowed_memberships", &M::max_allowed_memberships, {.minimum = 0},
          "Members and open invitations it may have; 0 means no limit.");
    field("admin_delete_enabled", &M::admin_delete_enabled, {}, "Whether its administrators may delete it.");
    field("created_at", &M::created_at, {.format = &formats::date_time}, "When it was made.");
    field("role_set_key", &M::role_set_key, {}, "Key of the role set whose roles its members shall have.");
    field("public_metadata", &M::public_metadata, {.required = false, .standing = Standing::live_only},
          "Only for API versions before 2026-05-12; later ones have merge_organization_metadata.");
    field("private_metadata", &M::private_metadata, {.required = false, .standing = Standing::live_only},
          "Only for API versions before 2026-05-12; later ones have merge_organization_metadata.");
  }

  friend bool operator==(const UpdateOrganizationRequest&, const UpdateOrganizationRequest&) = default;
};

namespace operations {

struct ListOrganizations {
  using Query = ListOrganizationsRequest;
  using Answer = Organizations;
  static constexpr OperationInfo info{
      .api = "OrganizationsApi",
      .name = "list_organizations",
      .method = Method::get,
      .path = "/organizations",
      .success = 200,
      .errors = {400, 403, 422},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all organizations",
      .description = "A page of the organizations that pass the filters, the newest first.",
      .example = ".include_members_count = true, .limit = 100",
  };
  Query query{};
};

struct CreateOrganization {
  using Body = CreateOrganizationRequest;
  using Answer = Organization;
  static constexpr OperationInfo info{
      .api = "OrganizationsApi",
      .name = "create_organization",
      .method = Method::post,
      .path = "/organizations",
      .success = 200,
      .errors = {400, 402, 403, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Create an organization",
      .description = "Makes an organization; who makes it becomes its first member.",
      .example = ".name = \"Analytical Engines\", .created_by = \"user_2abc\"",
  };
  Body body{};
};

struct GetOrganization {
  using Query = GetOrganizationRequest;
  using Answer = Organization;
  static constexpr OperationInfo info{
      .api = "OrganizationsApi",
      .name = "get_organization",
      .method = Method::get,
      .path = "/organizations/{organization_id}",
      .success = 200,
      .errors = {403, 404},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Retrieve an organization by id or slug",
      .description = "An organization, by its id or its slug.",
      .example = ".include_members_count = true",
  };
  std::string organization_id{};
  Query query{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("organization_id", &GetOrganization::organization_id, {.example = "org_2abc"},
              "Id or slug of the organization.");
  }
};

struct UpdateOrganization {
  using Body = UpdateOrganizationRequest;
  using Answer = Organization;
  static constexpr OperationInfo info{
      .api = "OrganizationsApi",
      .name = "update_organization",
      .method = Method::patch,
      .path = "/organizations/{organization_id}",
      .success = 200,
      .errors = {400, 402, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update an organization",
      .description =
          "Changes an organization; what the request leaves out stays as it is. Metadata are changed by "
          "merge_organization_metadata and replace_organization_metadata.",
      .example = ".name = \"Difference Engines\", .max_allowed_memberships = 50",
  };
  std::string organization_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) { organization_id_parameter<UpdateOrganization>(parameter); }
};

struct DeleteOrganization {
  using Answer = DeletedObject;
  static constexpr OperationInfo info{
      .api = "OrganizationsApi",
      .name = "delete_organization",
      .method = Method::delete_,
      .path = "/organizations/{organization_id}",
      .success = 200,
      .errors = {404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Delete an organization",
      .description = "Deletes an organization with its memberships, invitations and domains.",
  };
  std::string organization_id{};

  static constexpr void path_parameters(auto&& parameter) { organization_id_parameter<DeleteOrganization>(parameter); }
};

}  // namespace operations
}  // namespace clerk
