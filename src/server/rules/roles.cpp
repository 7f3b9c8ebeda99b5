#include "server/rules/roles.hpp"

#include "server/rules/permission_catalog.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace clerk::server::rules {

std::vector<std::string> read_permissions(std::string_view text) {
  std::vector<std::string> keys;
  const boost::json::value permissions = boost::json::parse(text);
  for (const boost::json::value& permission : permissions.as_array()) keys.emplace_back(permission.as_string());
  return keys;
}

std::string write_permissions(std::span<const std::string> keys) {
  return boost::json::serialize(boost::json::array(keys.begin(), keys.end()));
}

std::string lacking_for_creator(std::span<const std::string> permissions) {
  std::string lacking;
  for (const std::string_view permission : creator_permissions) {
    if (std::ranges::find(permissions, permission) != permissions.end()) continue;
    lacking.append(lacking.empty() ? "" : ", ").append(permission);
  }
  return lacking;
}

std::vector<store::RoleRow> first_roles(std::string_view instance_id, std::int64_t now,
                                        const std::function<std::string(std::string_view)>& make_id) {
  const auto role = [&](std::string_view key, std::string_view name, const std::vector<std::string>& permissions) {
    return store::RoleRow{.id = make_id("role"),
                          .instance_id = std::string{instance_id},
                          .key = std::string{key},
                          .name = std::string{name},
                          .permissions = write_permissions(permissions),
                          .created_at = now,
                          .updated_at = now};
  };
  std::vector<std::string> all;
  for (const SystemPermission& permission : system_permissions) all.emplace_back(permission.key);
  return {role("org:admin", "Admin", all),
          role("org:member", "Member", {member_permissions.begin(), member_permissions.end()})};
}

bool KnownRole::has(std::string_view permission) const {
  return std::ranges::find(permissions, permission) != permissions.end();
}

RoleBook::RoleBook(const Call& call, store::Transaction& transaction) {
  for (store::RoleRow& row : store::Roles{transaction}.list(call.instance.id)) {
    auto permissions = read_permissions(row.permissions);
    roles_.push_back({.row = std::move(row), .permissions = std::move(permissions)});
  }
}

const KnownRole* RoleBook::find(std::string_view key) const {
  const auto found = std::ranges::find_if(roles_, [&](const KnownRole& role) { return role.row.key == key; });
  return found == roles_.end() ? nullptr : &*found;
}

const KnownRole* RoleBook::find_by_id(std::string_view id) const {
  const auto found = std::ranges::find_if(roles_, [&](const KnownRole& role) { return role.row.id == id; });
  return found == roles_.end() ? nullptr : &*found;
}

std::vector<std::string> RoleBook::with(std::string_view permission) const {
  std::vector<std::string> keys;
  for (const KnownRole& role : roles_) {
    if (role.has(permission)) keys.push_back(role.row.key);
  }
  return keys;
}

}  // namespace clerk::server::rules
