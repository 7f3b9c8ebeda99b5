#pragma once

#include <clerk/contract/deleted_object.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/organization_formats.hpp>
#include <clerk/contract/organization_permissions.hpp>
#include <clerk/contract/paging.hpp>
#include <clerk/contract/parameters.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clerk {

/// What a member of an organization is. facts 3.1
struct Role {
  static constexpr ModelInfo info{"Role", "What a member of an organization is."};

  std::string object{};
  std::string id{};
  std::string name{};
  std::string key{};
  std::optional<std::string> description{};
  bool is_creator_eligible{};
  std::vector<Permission> permissions{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = Role;
    field("object", &M::object, {.constant = "role"}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the role, `role_…`.");
    field("name", &M::name, {}, "Its name.");
    field("key", &M::key, {}, "Its key, such as `org:admin`.");
    field("description", &M::description, {}, "What it is for.");
    field("is_creator_eligible", &M::is_creator_eligible, {}, "It permits what who makes an organization needs.");
    field("permissions", &M::permissions, {}, "What it permits.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const Role&, const Role&) = default;
};

/// Roles of the instance, the newest first unless asked otherwise. facts 3.1
struct Roles {
  static constexpr ModelInfo info{"Roles", "Roles of the instance, the newest first unless asked otherwise."};

  std::vector<Role> data{};
  std::int64_t total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = Roles;
    field("data", &M::data, {}, "The roles of this page.");
    field("total_count", &M::total_count, {}, "How many there are on all pages.");
  }

  friend bool operator==(const Roles&, const Roles&) = default;
};

/// Which roles to list, and in which order. facts 3.1
struct ListOrganizationRolesRequest {
  static constexpr ModelInfo info{"ListOrganizationRolesRequest", "Which roles to list, and in which order."};

  std::optional<std::string> query{};
  std::optional<std::string> order_by{};
  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ListOrganizationRolesRequest;
    field("query", &M::query, {.nullable = false, .required = false},
          "Those of this id, and those whose name or key hold this text.");
    field("order_by", &M::order_by,
          {.nullable = false,
           .required = false,
           .format = &formats::organization_key_order,
           .default_value = "\"-created_at\""},
          "What to order by, with `-` before it for descending order.");
    field("limit", &M::limit, page_limit, "The most roles to give.");
    field("offset", &M::offset, page_offset, "How many roles to leave out first.");
  }

  friend bool operator==(const ListOrganizationRolesRequest&, const ListOrganizationRolesRequest&) = default;
};

/// What a new role shall be. facts 3.2
struct CreateOrganizationRoleRequest {
  static constexpr ModelInfo info{"CreateOrganizationRoleRequest", "What a new role shall be."};

  std::string name{};
  std::string key{};
  std::optional<std::string> description{};
  std::optional<std::vector<std::string>> permissions{};
  std::optional<bool> include_in_initial_role_set{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = CreateOrganizationRoleRequest;
    field("name", &M::name, {.nullable = false}, "Its name.");
    field("key", &M::key, {.nullable = false, .format = &formats::role_key},
          "Its key, `org:` and a word; no two roles have the same.");
    field("description", &M::description, {.required = false}, "What it is for.");
    field("permissions", &M::permissions, {.required = false}, "Ids of what it permits.");
    field("include_in_initial_role_set", &M::include_in_initial_role_set, {.required = false},
          "Whether it joins the role set that new organizations start with.");
  }

  friend bool operator==(const CreateOrganizationRoleRequest&, const CreateOrganizationRoleRequest&) = default;
};

/// What may be changed of a role. facts 3.1
struct UpdateOrganizationRoleRequest {
  static constexpr ModelInfo info{"UpdateOrganizationRoleRequest", "What may be changed of a role."};

  Patch<std::string> name{};
  Patch<std::string> key{};
  Patch<std::string> description{};
  Patch<std::vector<std::string>> permissions{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UpdateOrganizationRoleRequest;
    field("name", &M::name, {}, "Its name.");
    field("key", &M::key, {.format = &formats::role_key}, "Its key, `org:` and a word; no two roles have the same.");
    field("description", &M::description, {}, "What it is for.");
    field("permissions", &M::permissions, {}, "Ids of what it permits. Replaces the whole list.");
  }

  friend bool operator==(const UpdateOrganizationRoleRequest&, const UpdateOrganizationRoleRequest&) = default;
};

namespace operations {

struct ListOrganizationRoles {
  using Query = ListOrganizationRolesRequest;
  using Answer = Roles;
  static constexpr OperationInfo info{
      .api = "OrganizationRolesApi",
      .name = "list_organization_roles",
      .method = Method::get,
      .path = "/organization_roles",
      .success = 200,
      .errors = {400, 401, 403, 422},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all organization roles",
      .description = "A page of the roles, the newest first.",
      .example = ".order_by = \"name\"",
  };
  Query query{};
};

struct CreateOrganizationRole {
  using Body = CreateOrganizationRoleRequest;
  using Answer = Role;
  static constexpr OperationInfo info{
      .api = "OrganizationRolesApi",
      .name = "create_organization_role",
      .method = Method::post,
      .path = "/organization_roles",
      .success = 200,
      .errors = {400, 401, 402, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Create an organization role",
      .description = "Makes a role that members of organizations can have.",
      .example = ".name = \"Accountant\", .key = \"org:accountant\"",
  };
  Body body{};
};

struct GetOrganizationRole {
  using Answer = Role;
  static constexpr OperationInfo info{
      .api = "OrganizationRolesApi",
      .name = "get_organization_role",
      .method = Method::get,
      .path = "/organization_roles/{organization_role_id}",
      .success = 200,
      .errors = {401, 403, 404},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Retrieve an organization role",
      .description = "A role with what it permits.",
  };
  std::string organization_role_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("organization_role_id", &GetOrganizationRole::organization_role_id, {.example = "role_2abc"},
              "Id of the role.");
  }
};

struct UpdateOrganizationRole {
  using Body = UpdateOrganizationRoleRequest;
  using Answer = Role;
  static constexpr OperationInfo info{
      .api = "OrganizationRolesApi",
      .name = "update_organization_role",
      .method = Method::patch,
      .path = "/organization_roles/{organization_role_id}",
      .success = 200,
      .errors = {400, 401, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update an organization role",
      .description = "Changes a role; what the request leaves out stays as it is.",
      .example = ".description = \"Keeps the books.\"",
  };
  std::string organization_role_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("organization_role_id", &UpdateOrganizationRole::organization_role_id, {.example = "role_2abc"},
              "Id of the role.");
  }
};

struct DeleteOrganizationRole {
  using Answer = DeletedObject;
  static constexpr OperationInfo info{
      .api = "OrganizationRolesApi",
      .name = "delete_organization_role",
      .method = Method::delete_,
      .path = "/organization_roles/{organization_role_id}",
      .success = 200,
      .errors = {401, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Delete an organization role",
      .description = "Deletes a role that no member has and no setting names.",
  };
  std::string organization_role_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("organization_role_id", &DeleteOrganizationRole::organization_role_id, {.example = "role_2abc"},
              "Id of the role.");
  }
};

struct AssignPermissionToOrganizationRole {
  using Answer = Role;
  static constexpr OperationInfo info{
      .api = "OrganizationRolesApi",
      .name = "assign_permission_to_organization_role",
      .method = Method::post,
      .path = "/organization_roles/{organization_role_id}/permissions/{permission_id}",
      .success = 200,
      .errors = {401, 403, 404, 409},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Assign a permission to an organization role",
      .description = "Lets a role permit one thing more.",
  };
  std::string organization_role_id{};
  std::string permission_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("organization_role_id", &AssignPermissionToOrganizationRole::organization_role_id,
              {.example = "role_2abc"}, "Id of the role.");
    parameter("permission_id", &AssignPermissionToOrganizationRole::permission_id, {.example = "perm_2abc"},
              "Id of the permission.");
  }
};

struct RemovePermissionFromOrganizationRole {
  using Answer = Role;
  static constexpr OperationInfo info{
      .api = "OrganizationRolesApi",
      .name = "remove_permission_from_organization_role",
      .method = Method::delete_,
      .path = "/organization_roles/{organization_role_id}/permissions/{permission_id}",
      .success = 200,
      .errors = {401, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Remove a permission from an organization role",
      .description = "Lets a role permit one thing less.",
  };
  std::string organization_role_id{};
  std::string permission_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("organization_role_id", &RemovePermissionFromOrganizationRole::organization_role_id,
              {.example = "role_2abc"}, "Id of the role.");
    parameter("permission_id", &RemovePermissionFromOrganizationRole::permission_id, {.example = "perm_2abc"},
              "Id of the permission.");
  }
};

}  // namespace operations
}  // namespace clerk
