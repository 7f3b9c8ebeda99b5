#pragma once

#include <clerk/contract/deleted_object.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/organization_formats.hpp>
#include <clerk/contract/paging.hpp>
#include <clerk/contract/parameters.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk {

struct RoleSetTypes {
  static constexpr std::string_view name = "RoleSetType";
  static constexpr std::string_view initial = "initial";
  static constexpr std::string_view custom = "custom";
  static constexpr std::array values{initial, custom};
};
/// `RoleSetType::initial`, `::custom`, or a later value.
using RoleSetType = OpenEnum<RoleSetTypes>;

/// A role within a role set. facts 3.1
struct RoleSetItem {
  static constexpr ModelInfo info{"RoleSetItem", "A role within a role set."};

  std::string object{};
  std::string id{};
  std::string name{};
  std::string key{};
  std::optional<std::string> description{};
  std::optional<std::int64_t> members_count{};
  std::optional<bool> has_members{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = RoleSetItem;
    field("object", &M::object, {.constant = "role_set_item"}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the role.");
    field("name", &M::name, {}, "Its name.");
    field("key", &M::key, {}, "Its key, such as `org:admin`.");
    field("description", &M::description, {}, "What it is for.");
    field("members_count", &M::members_count, {.required = false, .answered_null = true},
          "How many members have it in organizations of the role set.");
    field("has_members", &M::has_members, {.required = false, .answered_null = true},
          "A member of an organization of the role set has it.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const RoleSetItem&, const RoleSetItem&) = default;
};

/// How members move from one role set to another. facts 3.1
struct RoleSetMigration {
  static constexpr ModelInfo info{"RoleSetMigration", "How members move from one role set to another."};

  std::string object{};
  std::string id{};
  std::optional<std::string> organization_id{};
  std::string instance_id{};
  std::string source_role_set_id{};
  std::optional<std::string> dest_role_set_id{};
  std::string trigger_type{};
  std::string status{};
  std::int64_t migrated_members{};
  std::optional<RawJson> mappings{};
  std::optional<std::int64_t> started_at{};
  std::optional<std::int64_t> completed_at{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = RoleSetMigration;
    field("object", &M::object, {.constant = "role_set_migration"}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the migration.");
    field("organization_id", &M::organization_id, {.required = false, .answered_null = true},
          "Id of the one organization that moves.");
    field("instance_id", &M::instance_id, {}, "Id of the instance.");
    field("source_role_set_id", &M::source_role_set_id, {}, "Id of the role set that members leave.");
    field("dest_role_set_id", &M::dest_role_set_id, {.required = false, .answered_null = true},
          "Id of the role set that members get.");
    field("trigger_type", &M::trigger_type, {}, "Why they move.");
    field("status", &M::status, {}, "How far it has come.");
    field("migrated_members", &M::migrated_members, {}, "How many have moved.");
    field("mappings", &M::mappings, {.required = false, .answered_null = true},
          "An object: keys of new roles under the keys of old ones.");
    field("started_at", &M::started_at, {.required = false, .answered_null = true},
          "When it began, in Unix milliseconds.");
    field("completed_at", &M::completed_at, {.required = false, .answered_null = true},
          "When it ended, in Unix milliseconds.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const RoleSetMigration&, const RoleSetMigration&) = default;
};

/// The roles that members of an organization can have. facts 3.1
struct RoleSet {
  static constexpr ModelInfo info{"RoleSet", "The roles that members of an organization can have."};

  std::string object{};
  std::string id{};
  std::string name{};
  std::string key{};
  std::optional<std::string> description{};
  std::vector<RoleSetItem> roles{};
  std::optional<RoleSetItem> default_role{};
  std::optional<RoleSetItem> creator_role{};
  RoleSetType type{};
  std::optional<RoleSetMigration> role_set_migration{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = RoleSet;
    field("object", &M::object, {.constant = "role_set"}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the role set.");
    field("name", &M::name, {}, "Its name.");
    field("key", &M::key, {}, "Its key, such as `role_set:default`.");
    field("description", &M::description, {}, "What it is for.");
    field("roles", &M::roles, {}, "Its roles.");
    field("default_role", &M::default_role, {.required = false, .answered_null = true},
          "The role that new members get.");
    field("creator_role", &M::creator_role, {.required = false, .answered_null = true},
          "The role that who makes an organization gets.");
    field("type", &M::type, {}, "Whether new organizations start with it.");
    field("role_set_migration", &M::role_set_migration, {.required = false, .answered_null = true},
          "How members move to or from it, while they do.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const RoleSet&, const RoleSet&) = default;
};

/// Role sets of the instance, the newest first unless asked otherwise. facts 3.1
struct RoleSets {
  static constexpr ModelInfo info{"RoleSets", "Role sets of the instance, the newest first unless asked otherwise."};

  std::vector<RoleSet> data{};
  std::int64_t total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = RoleSets;
    field("data", &M::data, {}, "The role sets of this page.");
    field("total_count", &M::total_count, {}, "How many there are on all pages.");
  }

  friend bool operator==(const RoleSets&, const RoleSets&) = default;
};

/// Which role sets to list, and in which order. facts 3.1
struct ListRoleSetsRequest {
  static constexpr ModelInfo info{"ListRoleSetsRequest", "Which role sets to list, and in which order."};

  std::optional<std::string> query{};
  std::optional<std::string> order_by{};
  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ListRoleSetsRequest;
    field("query", &M::query, {.nullable = false, .required = false},
          "Those of this id, and those whose name or key hold this text.");
    field("order_by", &M::order_by,
          {.nullable = false,
           .required = false,
           .format = &formats::organization_key_order,
           .default_value = "\"-created_at\""},
          "What to order by, with `-` before it for descending order.");
    field("limit", &M::limit, page_limit, "The most role sets to give.");
    field("offset", &M::offset, page_offset, "How many role sets to leave out first.");
  }

  friend bool operator==(const ListRoleSetsRequest&, const ListRoleSetsRequest&) = default;
};

/// What a new role set shall be. facts 3.2
struct CreateRoleSetRequest {
  static constexpr ModelInfo info{"CreateRoleSetRequest", "What a new role set shall be."};

  std::string name{};
  std::optional<std::string> key{};
  std::optional<std::string> description{};
  std::string default_role_key{};
  std::string creator_role_key{};
  std::optional<RoleSetType> type{};
  std::vector<std::string> roles{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = CreateRoleSetRequest;
    field("name", &M::name, {.nullable = false}, "Its name.");
    field("key", &M::key, {.nullable = false, .required = false, .format = &formats::role_set_key},
          "Its key, `role_set:` and a word; no two role sets have the same. Left out, it is made of the name.");
    field("description", &M::description, {.required = false}, "What it is for.");
    field("default_role_key", &M::default_role_key, {.nullable = false},
          "Key of the role that new members get; one of its roles.");
    field("creator_role_key", &M::creator_role_key, {.nullable = false},
          "Key of the role that who makes an organization gets; one of its roles.");
    field("type", &M::type, {.nullable = false, .required = false},
          "Whether new organizations start with it; one role set is the initial one.");
    field("roles", &M::roles, {.nullable = false, .min_items = 1, .max_items = 10}, "Keys of its roles.");
  }

  friend bool operator==(const CreateRoleSetRequest&, const CreateRoleSetRequest&) = default;
};

/// What may be changed of a role set. facts 3.1
struct UpdateRoleSetRequest {
  static constexpr ModelInfo info{"UpdateRoleSetRequest", "What may be changed of a role set."};

  Patch<std::string> name{};
  Patch<std::string> key{};
  Patch<std::string> description{};
  Patch<RoleSetType> type{};
  Patch<std::string> default_role_key{};
  Patch<std::string> creator_role_key{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UpdateRoleSetRequest;
    field("name", &M::name, {}, "Its name.");
    field("key", &M::key, {.format = &formats::role_set_key},
          "Its key, `role_set:` and a word; no two role sets have the same.");
    field("description", &M::description, {}, "What it is for.");
    field("type", &M::type, {}, "Only `initial`: new organizations start with it, and no longer with the one before.");
    field("default_role_key", &M::default_role_key, {}, "Key of the role that new members get; one of its roles.");
    field("creator_role_key", &M::creator_role_key, {},
          "Key of the role that who makes an organization gets; one of its roles.");
  }

  friend bool operator==(const UpdateRoleSetRequest&, const UpdateRoleSetRequest&) = default;
};

/// Which role set takes the place of another. facts 3.1
struct ReplaceRoleSetRequest {
  static constexpr ModelInfo info{"ReplaceRoleSetRequest", "Which role set takes the place of another."};

  std::string dest_role_set_key{};
  std::optional<RawJson> reassignment_mappings{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ReplaceRoleSetRequest;
    field("dest_role_set_key", &M::dest_role_set_key, {.nullable = false}, "Key of the role set that takes the place.");
    field("reassignment_mappings", &M::reassignment_mappings, {.nullable = false, .required = false},
          "An object: keys of new roles under the keys of old ones. What members have must be in it, unless the new "
          "set has that role too.");
  }

  friend bool operator==(const ReplaceRoleSetRequest&, const ReplaceRoleSetRequest&) = default;
};

/// Which roles a role set shall have beside those that it has. facts 3.1
struct AddRolesToRoleSetRequest {
  static constexpr ModelInfo info{"AddRolesToRoleSetRequest",
                                  "Which roles a role set shall have beside those that it has."};

  std::vector<std::string> role_keys{};
  std::optional<std::string> default_role_key{};
  std::optional<std::string> creator_role_key{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = AddRolesToRoleSetRequest;
    field("role_keys", &M::role_keys, {.nullable = false, .min_items = 1, .max_items = 10}, "Keys of the roles.");
    field("default_role_key", &M::default_role_key, {.nullable = false, .required = false},
          "Key of the one of them that new members get from now on.");
    field("creator_role_key", &M::creator_role_key, {.nullable = false, .required = false},
          "Key of the one of them that who makes an organization gets from now on.");
  }

  friend bool operator==(const AddRolesToRoleSetRequest&, const AddRolesToRoleSetRequest&) = default;
};

/// Which role takes the place of another in a role set. facts 3.1
struct ReplaceRoleInRoleSetRequest {
  static constexpr ModelInfo info{"ReplaceRoleInRoleSetRequest",
                                  "Which role takes the place of another in a role set."};

  std::string role_key{};
  std::string to_role_key{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ReplaceRoleInRoleSetRequest;
    field("role_key", &M::role_key, {.nullable = false}, "Key of the role that goes.");
    field("to_role_key", &M::to_role_key, {.nullable = false}, "Key of the role that its members get.");
  }

  friend bool operator==(const ReplaceRoleInRoleSetRequest&, const ReplaceRoleInRoleSetRequest&) = default;
};

namespace operations {

struct ListRoleSets {
  using Query = ListRoleSetsRequest;
  using Answer = RoleSets;
  static constexpr OperationInfo info{
      .api = "RoleSetsApi",
      .name = "list_role_sets",
      .method = Method::get,
      .path = "/role_sets",
      .success = 200,
      .errors = {400, 401, 403, 422},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all role sets",
      .description = "A page of the role sets, the newest first.",
      .example = ".order_by = \"name\"",
  };
  Query query{};
};

struct CreateRoleSet {
  using Body = CreateRoleSetRequest;
  using Answer = RoleSet;
  static constexpr OperationInfo info{
      .api = "RoleSetsApi",
      .name = "create_role_set",
      .method = Method::post,
      .path = "/role_sets",
      .success = 200,
      .errors = {400, 401, 402, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Create a role set",
      .description = "Makes a role set of roles that are there.",
      .example =
          ".name = \"Sales\", .default_role_key = \"org:member\", .creator_role_key = \"org:admin\", .roles = "
          "{\"org:admin\", \"org:member\"}",
  };
  Body body{};
};

struct GetRoleSet {
  using Answer = RoleSet;
  static constexpr OperationInfo info{
      .api = "RoleSetsApi",
      .name = "get_role_set",
      .method = Method::get,
      .path = "/role_sets/{role_set_key_or_id}",
      .success = 200,
      .errors = {401, 403, 404},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Retrieve a role set",
      .description = "A role set with its roles, by its key or its id.",
  };
  std::string role_set_key_or_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("role_set_key_or_id", &GetRoleSet::role_set_key_or_id, {.example = "role_set:default"},
              "Key or id of the role set.");
  }
};

struct UpdateRoleSet {
  using Body = UpdateRoleSetRequest;
  using Answer = RoleSet;
  static constexpr OperationInfo info{
      .api = "RoleSetsApi",
      .name = "update_role_set",
      .method = Method::patch,
      .path = "/role_sets/{role_set_key_or_id}",
      .success = 200,
      .errors = {400, 401, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update a role set",
      .description = "Changes a role set; what the request leaves out stays as it is.",
      .example = ".default_role_key = \"org:member\"",
  };
  std::string role_set_key_or_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("role_set_key_or_id", &UpdateRoleSet::role_set_key_or_id, {.example = "role_set:default"},
              "Key or id of the role set.");
  }
};

struct ReplaceRoleSet {
  using Body = ReplaceRoleSetRequest;
  using Answer = DeletedObject;
  static constexpr OperationInfo info{
      .api = "RoleSetsApi",
      .name = "replace_role_set",
      .method = Method::post,
      .path = "/role_sets/{role_set_key_or_id}/replace",
      .success = 200,
      .errors = {400, 401, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Replace a role set",
      .description = "Gives the organizations of a role set another one, and deletes the first.",
      .example = ".dest_role_set_key = \"role_set:sales\"",
  };
  std::string role_set_key_or_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("role_set_key_or_id", &ReplaceRoleSet::role_set_key_or_id, {.example = "role_set:default"},
              "Key or id of the role set.");
  }
};

struct AddRolesToRoleSet {
  using Body = AddRolesToRoleSetRequest;
  using Answer = RoleSet;
  static constexpr OperationInfo info{
      .api = "RoleSetsApi",
      .name = "add_roles_to_role_set",
      .method = Method::post,
      .path = "/role_sets/{role_set_key_or_id}/roles",
      .success = 200,
      .errors = {400, 401, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Add roles to a role set",
      .description = "Gives a role set up to ten roles more.",
      .example = ".role_keys = {\"org:accountant\"}",
  };
  std::string role_set_key_or_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("role_set_key_or_id", &AddRolesToRoleSet::role_set_key_or_id, {.example = "role_set:default"},
              "Key or id of the role set.");
  }
};

struct ReplaceRoleInRoleSet {
  using Body = ReplaceRoleInRoleSetRequest;
  using Answer = RoleSet;
  static constexpr OperationInfo info{
      .api = "RoleSetsApi",
      .name = "replace_role_in_role_set",
      .method = Method::post,
      .path = "/role_sets/{role_set_key_or_id}/roles/replace",
      .success = 200,
      .errors = {400, 401, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Replace a role in a role set",
      .description = "Takes a role from a role set; the members who have it get another one.",
      .example = ".role_key = \"org:accountant\", .to_role_key = \"org:member\"",
  };
  std::string role_set_key_or_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("role_set_key_or_id", &ReplaceRoleInRoleSet::role_set_key_or_id, {.example = "role_set:default"},
              "Key or id of the role set.");
  }
};

}  // namespace operations
}  // namespace clerk
