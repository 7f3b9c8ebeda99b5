#pragma once

#include <clerk/contract/deleted_object.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/organization_formats.hpp>
#include <clerk/contract/paging.hpp>
#include <clerk/contract/parameters.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clerk {

/// Something that a role permits its members to do. facts 3.1
struct Permission {
  static constexpr ModelInfo info{"Permission", "Something that a role permits its members to do."};

  std::string object{};
  std::string id{};
  std::string name{};
  std::string key{};
  std::string description{};
  std::string type{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = Permission;
    field("object", &M::object, {.constant = "permission"}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the permission, `perm_…`.");
    field("name", &M::name, {}, "Its name.");
    field("key", &M::key, {}, "Its key, such as `org:invoices:create`.");
    field("description", &M::description, {}, "What it is for.");
    field("type", &M::type, {}, "`system` for those that Clerk has made, else `user`.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const Permission&, const Permission&) = default;
};

/// Permissions of the instance. facts 3.1
struct Permissions {
  static constexpr ModelInfo info{"Permissions", "Permissions of the instance."};

  std::vector<Permission> data{};
  std::int64_t total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = Permissions;
    field("data", &M::data, {}, "The permissions of this page.");
    field("total_count", &M::total_count, {}, "How many there are on all pages.");
  }

  friend bool operator==(const Permissions&, const Permissions&) = default;
};

/// Which permissions to list, and in which order. facts 3.1
struct ListOrganizationPermissionsRequest {
  static constexpr ModelInfo info{"ListOrganizationPermissionsRequest",
                                  "Which permissions to list, and in which order."};

  std::optional<std::string> query{};
  std::optional<std::string> order_by{};
  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ListOrganizationPermissionsRequest;
    field("query", &M::query, {.nullable = false, .required = false},
          "Those of this id, and those whose name or key hold this text.");
    field("order_by", &M::order_by, {.nullable = false, .required = false, .format = &formats::organization_key_order},
          "What to order by, with `-` before it for descending order.");
    field("limit", &M::limit, page_limit, "The most permissions to give.");
    field("offset", &M::offset, page_offset, "How many permissions to leave out first.");
  }

  friend bool operator==(const ListOrganizationPermissionsRequest&,
                         const ListOrganizationPermissionsRequest&) = default;
};

/// What a new permission shall be. facts 3.1
struct CreateOrganizationPermissionRequest {
  static constexpr ModelInfo info{"CreateOrganizationPermissionRequest", "What a new permission shall be."};

  std::string name{};
  std::string key{};
  std::optional<std::string> description{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = CreateOrganizationPermissionRequest;
    field("name", &M::name, {.nullable = false}, "Its name.");
    field("key", &M::key, {.nullable = false, .format = &formats::permission_key},
          "Its key, `org:` and two words; no two permissions have the same, and those that begin with `org:sys_` are "
          "Clerk's own.");
    field("description", &M::description, {.nullable = false, .required = false}, "What it is for.");
  }

  friend bool operator==(const CreateOrganizationPermissionRequest&,
                         const CreateOrganizationPermissionRequest&) = default;
};

/// What may be changed of a permission. facts 3.1
struct UpdateOrganizationPermissionRequest {
  static constexpr ModelInfo info{"UpdateOrganizationPermissionRequest", "What may be changed of a permission."};

  Patch<std::string> name{};
  Patch<std::string> key{};
  Patch<std::string> description{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UpdateOrganizationPermissionRequest;
    field("name", &M::name, {.nullable = false}, "Its name.");
    field("key", &M::key, {.nullable = false, .format = &formats::permission_key},
          "Its key, `org:` and two words; no two permissions have the same, and those that begin with `org:sys_` are "
          "Clerk's own.");
    field("description", &M::description, {.nullable = false}, "What it is for.");
  }

  friend bool operator==(const UpdateOrganizationPermissionRequest&,
                         const UpdateOrganizationPermissionRequest&) = default;
};

namespace operations {

struct ListOrganizationPermissions {
  using Query = ListOrganizationPermissionsRequest;
  using Answer = Permissions;
  static constexpr OperationInfo info{
      .api = "OrganizationPermissionsApi",
      .name = "list_organization_permissions",
      .method = Method::get,
      .path = "/organization_permissions",
      .success = 200,
      .errors = {401, 422},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all organization permissions",
      .description = "A page of the permissions that roles can have.",
      .example = ".query = \"invoices\"",
  };
  Query query{};
};

struct CreateOrganizationPermission {
  using Body = CreateOrganizationPermissionRequest;
  using Answer = Permission;
  static constexpr OperationInfo info{
      .api = "OrganizationPermissionsApi",
      .name = "create_organization_permission",
      .method = Method::post,
      .path = "/organization_permissions",
      .success = 200,
      .errors = {400, 401, 402, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Create a new organization permission",
      .description = "Makes a permission that roles can have.",
      .example = ".name = \"Create invoices\", .key = \"org:invoices:create\"",
  };
  Body body{};
};

struct GetOrganizationPermission {
  using Answer = Permission;
  static constexpr OperationInfo info{
      .api = "OrganizationPermissionsApi",
      .name = "get_organization_permission",
      .method = Method::get,
      .path = "/organization_permissions/{permission_id}",
      .success = 200,
      .errors = {401, 404},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Retrieve an organization permission",
      .description = "A permission that roles can have.",
  };
  std::string permission_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("permission_id", &GetOrganizationPermission::permission_id, {.example = "perm_2abc"},
              "Id of the permission.");
  }
};

struct UpdateOrganizationPermission {
  using Body = UpdateOrganizationPermissionRequest;
  using Answer = Permission;
  static constexpr OperationInfo info{
      .api = "OrganizationPermissionsApi",
      .name = "update_organization_permission",
      .method = Method::patch,
      .path = "/organization_permissions/{permission_id}",
      .success = 200,
      .errors = {400, 401, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update an organization permission",
      .description = "Changes a permission; what the request leaves out stays as it is.",
      .example = ".description = \"May write invoices.\"",
  };
  std::string permission_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("permission_id", &UpdateOrganizationPermission::permission_id, {.example = "perm_2abc"},
              "Id of the permission.");
  }
};

struct DeleteOrganizationPermission {
  using Answer = DeletedObject;
  static constexpr OperationInfo info{
      .api = "OrganizationPermissionsApi",
      .name = "delete_organization_permission",
      .method = Method::delete_,
      .path = "/organization_permissions/{permission_id}",
      .success = 200,
      .errors = {401, 403, 404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Delete an organization permission",
      .description = "Deletes a permission, also from the roles that have it.",
  };
  std::string permission_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("permission_id", &DeleteOrganizationPermission::permission_id, {.example = "perm_2abc"},
              "Id of the permission.");
  }
};

}  // namespace operations
}  // namespace clerk
