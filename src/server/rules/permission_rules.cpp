#include "server/rules/permission_rules.hpp"

#include "server/rules/built_in_id.hpp"
#include "server/rules/permission_catalog.hpp"
#include "server/rules/roles.hpp"
#include "server/rules/small_list.hpp"

#include <algorithm>

namespace clerk::server::rules {

namespace {

using PermissionSet = ResourceSet<store::KeptPermission>;

PermissionSet permissions_in(const Call& call, store::Transaction& transaction) {
  return {"organization_permission", call, transaction};
}

Permission permission_of(const PermissionSet::Entry& entry) {
  return {.object = "permission",
          .id = entry.row.id,
          .name = entry.document.name,
          .key = entry.row.unique_key,
          .description = entry.document.description,
          .type = "user",
          .created_at = entry.row.created_at,
          .updated_at = entry.row.updated_at};
}

std::vector<Permission> system_permissions_of(const Call& call) {
  std::vector<Permission> permissions;
  for (const SystemPermission& each : system_permissions) {
    permissions.push_back({.object = "permission",
                           .id = built_in_id("perm", call.instance, std::to_string(permissions.size())),
                           .name = std::string{each.name},
                           .key = std::string{each.key},
                           .description = std::string{each.description},
                           .type = "system",
                           .created_at = call.instance.created_at,
                           .updated_at = call.instance.created_at});
  }
  return permissions;
}

Refused not_modifiable() {
  return refused({.definition = &error_definition("organization_system_permission_not_modifiable")});
}

Refused permission_not_found() {
  return refused({.definition = &error_definition("organization_permission_not_found")});
}

/// Puts another key in the place of one in all roles, or takes it out of them.
void replace_in_roles(const std::string& key, const std::optional<std::string>& with, const Call& call,
                      store::Transaction& transaction) {
  for (const KnownRole& role : RoleBook{call, transaction}.all()) {
    if (!role.has(key)) continue;
    std::vector<std::string> permissions = role.permissions;
    if (with) {
      std::ranges::replace(permissions, key, *with);
    } else {
      std::erase(permissions, key);
    }
    store::RoleRow row = role.row;
    row.permissions = write_permissions(permissions);
    if (!store::Roles{transaction}.update(row)) throw std::logic_error{"a role's own key is taken"};
  }
}

}  // namespace

std::optional<Permission> find_permission_by_key(std::string_view key, const Call& call,
                                                 store::Transaction& transaction) {
  if (const auto entry = permissions_in(call, transaction).find_by_key(key)) return permission_of(*entry);
  for (const Permission& each : system_permissions_of(call)) {
    if (each.key == key) return each;
  }
  return std::nullopt;
}

std::optional<Permission> find_permission(std::string_view id, const Call& call, store::Transaction& transaction) {
  if (const auto entry = permissions_in(call, transaction).find(id)) return permission_of(*entry);
  for (const Permission& each : system_permissions_of(call)) {
    if (each.id == id) return each;
  }
  return std::nullopt;
}

Judged<Permissions> read(const operations::ListOrganizationPermissions& operation, Call& call,
                         store::Transaction& transaction) {
  std::vector<Permission> permissions = system_permissions_of(call);
  for (const auto& entry : permissions_in(call, transaction).all({}, {})) permissions.push_back(permission_of(entry));
  return page_of_few<Permissions>(std::move(permissions), operation.query);
}

Judged<Permission> apply(const operations::CreateOrganizationPermission& operation, Call& call,
                         store::Transaction& transaction) {
  PermissionSet permissions = permissions_in(call, transaction);
  PermissionSet::Entry entry = permissions.make(call.make_id("perm"));
  entry.row.unique_key = operation.body.key;
  entry.document.name = operation.body.name;
  entry.document.description = operation.body.description.value_or("");
  if (!permissions.insert(entry)) return taken("key", operation.body.key);
  return permission_of(entry);
}

Judged<Permission> read(const operations::GetOrganizationPermission& operation, Call& call,
                        store::Transaction& transaction) {
  const auto permission = find_permission(operation.permission_id, call, transaction);
  if (!permission) return permission_not_found();
  return *permission;
}

Judged<Permission> apply(const operations::UpdateOrganizationPermission& operation, Call& call,
                         store::Transaction& transaction) {
  const auto found = find_permission(operation.permission_id, call, transaction);
  if (!found) return permission_not_found();
  if (is_system_permission(found->key)) return not_modifiable();
  PermissionSet permissions = permissions_in(call, transaction);
  auto entry = permissions.find(found->id);
  const UpdateOrganizationPermissionRequest& request = operation.body;
  if (request.name.has_value()) entry->document.name = *request.name;
  if (request.description.has_value()) entry->document.description = *request.description;
  if (request.key.has_value()) entry->row.unique_key = *request.key;
  if (!permissions.update(*entry)) return taken("key", entry->row.unique_key);
  if (entry->row.unique_key != found->key) replace_in_roles(found->key, entry->row.unique_key, call, transaction);
  return permission_of(*entry);
}

Judged<DeletedObject> apply(const operations::DeleteOrganizationPermission& operation, Call& call,
                            store::Transaction& transaction) {
  const auto found = find_permission(operation.permission_id, call, transaction);
  if (!found) return permission_not_found();
  if (is_system_permission(found->key)) return not_modifiable();
  replace_in_roles(found->key, std::nullopt, call, transaction);
  return remove_from(permissions_in(call, transaction), "permission", found->id);
}

}  // namespace clerk::server::rules
