#include "server/rules/role_rules.hpp"

#include "server/rules/organization_invitations.hpp"
#include "server/rules/permission_rules.hpp"
#include "server/rules/role_sets.hpp"
#include "server/rules/small_list.hpp"
#include "server/store/memberships.hpp"

#include <algorithm>

namespace clerk::server::rules {

namespace {

/// The feature of the plan that roles of one's own need; the name is the official CLI's. facts 4.4
constexpr std::string_view custom_roles = "custom_roles";

Role role_of(const KnownRole& known, const Call& call, store::Transaction& transaction) {
  Role role{.object = "role",
            .id = known.row.id,
            .name = known.row.name,
            .key = known.row.key,
            .description = known.row.description,
            .is_creator_eligible = lacking_for_creator(known.permissions).empty(),
            .created_at = known.row.created_at,
            .updated_at = known.row.updated_at};
  for (const std::string& key : known.permissions) {
    if (auto permission = find_permission_by_key(key, call, transaction)) role.permissions.push_back(*permission);
  }
  return role;
}

Refused role_not_found() { return refused({.definition = &error_definition("organization_role_not_found")}); }

Refused in_use(const ErrorDefinition& definition, std::string_view key) {
  return refused({.definition = &definition, .value = std::string{key}});
}

/// Permissions go in by their ids and are kept by their keys.
Judged<std::vector<std::string>> keys_of(const std::vector<std::string>& ids, const Call& call,
                                         store::Transaction& transaction) {
  std::vector<std::string> keys;
  for (const std::string& id : ids) {
    const auto permission = find_permission(id, call, transaction);
    if (!permission) {
      return refused(
          {.definition = &error_definition("organization_permission_not_found"), .param = "permissions", .value = id});
    }
    if (std::ranges::find(keys, permission->key) == keys.end()) keys.push_back(permission->key);
  }
  return keys;
}

/// Whether creators of organizations get the role, by the settings or by a role set.
bool is_for_creators(std::string_view key, const Call& call, store::Transaction& transaction) {
  if (key == call.instance.settings.organization_settings.creator_role) return true;
  return std::ranges::any_of(RoleSetBook{call, transaction}.all(),
                             [&](const auto& set) { return set.document.creator_role == key; });
}

/// What creators must be able to do stays with the role that they get. facts 2.5
Refusals judge_creator(const KnownRole& before, const std::vector<std::string>& permissions, const Call& call,
                       store::Transaction& transaction) {
  std::string lacking = lacking_for_creator(permissions);
  if (lacking.empty() || !is_for_creators(before.row.key, call, transaction)) return {};
  return {{.definition = &error_definition("organization_missing_creator_role_permissions"),
           .param = "permissions",
           .value = before.row.key,
           .expected = std::move(lacking)}};
}

/// The settings name these two by their keys.
std::optional<Refused> refuse_settings_role(std::string_view key, const Call& call) {
  const auto& settings = call.instance.settings.organization_settings;
  if (key == settings.creator_role) return in_use(error_definition("organization_role_default_creator_role"), key);
  if (key == settings.domains_default_role)
    return in_use(error_definition("organization_role_domain_default_role"), key);
  return std::nullopt;
}

Judged<Role> save(KnownRole role, const Call& call, store::Transaction& transaction) {
  role.row.permissions = write_permissions(role.permissions);
  role.row.updated_at = call.now;
  if (!store::Roles{transaction}.update(role.row)) return taken("key", role.row.key);
  return role_of(role, call, transaction);
}

/// Whoever names the role by its key names the new one.
void rename_role(const std::string& key, const std::string& to, const Call& call, store::Transaction& transaction) {
  store::Memberships{transaction}.rename_role(call.instance.id, key, to);
  rename_role_of_invitations(key, to, call, transaction);
  RoleSetBook sets{call, transaction};
  for (auto& set : sets.all()) {
    if (!has_role(set, key)) continue;
    std::ranges::replace(set.document.roles, key, to);
    if (set.document.creator_role == key) set.document.creator_role = to;
    if (set.document.default_role == key) set.document.default_role = to;
    sets.save_free(set);
  }
}

}  // namespace

Judged<clerk::Roles> read(const operations::ListOrganizationRoles& operation, Call& call,
                          store::Transaction& transaction) {
  std::vector<Role> roles;
  for (const KnownRole& role : RoleBook{call, transaction}.all()) roles.push_back(role_of(role, call, transaction));
  return page_of_few<clerk::Roles>(std::move(roles), operation.query);
}

Judged<Role> apply(const operations::CreateOrganizationRole& operation, Call& call, store::Transaction& transaction) {
  const CreateOrganizationRoleRequest& request = operation.body;
  if (!has_feature(call.instance, custom_roles)) {
    return refused({.definition = &error_definition("unsupported_subscription_plan_features"),
                    .unsupported_features = {std::string{custom_roles}}});
  }
  const auto most = call.instance.settings.organization_settings.max_allowed_roles;
  const RoleBook book{call, transaction};
  if (std::ssize(book.all()) >= most) {
    return refused(
        {.definition = &error_definition("organization_instance_roles_quota_exceeded"), .limit = std::to_string(most)});
  }
  auto permissions = keys_of(request.permissions.value_or(std::vector<std::string>{}), call, transaction);
  if (permissions.has_error()) return std::move(permissions).error();
  KnownRole role{.row = {.id = call.make_id("role"),
                         .instance_id = call.instance.id,
                         .key = request.key,
                         .name = request.name,
                         .description = request.description.value_or(""),
                         .permissions = write_permissions(*permissions),
                         .created_at = call.now,
                         .updated_at = call.now},
                 .permissions = *std::move(permissions)};
  // As it was before: an initial set that was never written has whatever roles there are.
  RoleSetBook sets{call, transaction};
  RoleSetBook::Entry initial = sets.initial();
  if (!store::Roles{transaction}.insert(role.row)) return taken("key", request.key);
  if (request.include_in_initial_role_set.value_or(false)) initial.document.roles.push_back(request.key);
  sets.save_free(initial);
  return role_of(role, call, transaction);
}

Judged<Role> read(const operations::GetOrganizationRole& operation, Call& call, store::Transaction& transaction) {
  const RoleBook book{call, transaction};
  const KnownRole* role = book.find_by_id(operation.organization_role_id);
  if (role == nullptr) return role_not_found();
  return role_of(*role, call, transaction);
}

Judged<Role> apply(const operations::UpdateOrganizationRole& operation, Call& call, store::Transaction& transaction) {
  const UpdateOrganizationRoleRequest& request = operation.body;
  const RoleBook book{call, transaction};
  const KnownRole* before = book.find_by_id(operation.organization_role_id);
  if (before == nullptr) return role_not_found();
  KnownRole role = *before;
  if (request.name.has_value()) role.row.name = *request.name;
  if (request.description.has_value()) role.row.description = *request.description;
  if (request.key.has_value()) role.row.key = *request.key;
  if (request.permissions.has_value()) {
    auto permissions = keys_of(*request.permissions, call, transaction);
    if (permissions.has_error()) return std::move(permissions).error();
    role.permissions = *std::move(permissions);
    Refusals refusals = judge_creator(*before, role.permissions, call, transaction);
    if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  }
  const bool has_new_key = role.row.key != before->row.key;
  if (has_new_key) {
    if (auto used = refuse_settings_role(before->row.key, call)) return *std::move(used);
  }
  auto saved = save(role, call, transaction);
  if (saved.has_value() && has_new_key) rename_role(before->row.key, role.row.key, call, transaction);
  return saved;
}

Judged<DeletedObject> apply(const operations::DeleteOrganizationRole& operation, Call& call,
                            store::Transaction& transaction) {
  const RoleBook book{call, transaction};
  const KnownRole* role = book.find_by_id(operation.organization_role_id);
  if (role == nullptr) return role_not_found();
  const std::string& key = role->row.key;
  if (auto used = refuse_settings_role(key, call)) return *std::move(used);
  if (store::Memberships{transaction}.has_role(call.instance.id, key)) {
    return in_use(error_definition("organization_role_assigned_members"), key);
  }
  if (is_role_of_invitations(key, call, transaction))
    return in_use(error_definition("organization_role_exists_in_invitations"), key);
  RoleSetBook sets{call, transaction};
  for (const auto& set : sets.all()) {
    if (set.document.creator_role == key || set.document.default_role == key) {
      return in_use(error_definition("organization_role_in_role_set"), key);
    }
  }
  for (auto& set : sets.all()) {
    if (std::erase(set.document.roles, key) > 0) sets.save_free(set);
  }
  store::Roles{transaction}.remove(call.instance.id, role->row.id);
  return DeletedObject{.object = "role", .id = role->row.id, .deleted = true};
}

Judged<Role> apply(const operations::AssignPermissionToOrganizationRole& operation, Call& call,
                   store::Transaction& transaction) {
  const RoleBook book{call, transaction};
  const KnownRole* role = book.find_by_id(operation.organization_role_id);
  if (role == nullptr) return role_not_found();
  const auto permission = find_permission(operation.permission_id, call, transaction);
  if (!permission) return refused({.definition = &error_definition("organization_permission_not_found")});
  if (role->has(permission->key)) {
    return refused({.definition = &error_definition("organization_role_permission_association_exists")});
  }
  KnownRole changed = *role;
  changed.permissions.push_back(permission->key);
  return save(std::move(changed), call, transaction);
}

Judged<Role> apply(const operations::RemovePermissionFromOrganizationRole& operation, Call& call,
                   store::Transaction& transaction) {
  const RoleBook book{call, transaction};
  const KnownRole* role = book.find_by_id(operation.organization_role_id);
  if (role == nullptr) return role_not_found();
  const auto permission = find_permission(operation.permission_id, call, transaction);
  if (!permission) return refused({.definition = &error_definition("organization_permission_not_found")});
  KnownRole changed = *role;
  if (std::erase(changed.permissions, permission->key) == 0) {
    return refused({.definition = &error_definition("organization_role_permission_association_not_found")});
  }
  Refusals refusals = judge_creator(*role, changed.permissions, call, transaction);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  return save(std::move(changed), call, transaction);
}

}  // namespace clerk::server::rules
