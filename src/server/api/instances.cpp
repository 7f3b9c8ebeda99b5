#include "server/api/instances.hpp"

#include "server/api/identifiers.hpp"
#include "server/rules/initial_settings.hpp"
#include "server/rules/roles.hpp"

#include <algorithm>
#include <stdexcept>

namespace clerk::server::api {

store::InstanceState state_of(const store::InstanceRow& row) {
  return {.id = row.id,
          .environment_type = row.environment_type,
          .settings = store::decode_document(row.document, rules::initial_settings(row.environment_type)),
          .traits = store::decode_traits(row.traits),
          .version = row.version,
          .created_at = row.created_at};
}

rules::RoleGrant role_of(const store::RoleRow& row) {
  return {.id = row.id, .key = row.key, .permissions = rules::read_permissions(row.permissions)};
}

rules::Surroundings surroundings_of(store::Transaction& transaction, std::string instance_id, std::int64_t now) {
  return {.now = now,
          .find_role = [&transaction, instance_id](std::string_view id) -> std::optional<rules::RoleGrant> {
            const auto row = store::Roles{transaction}.find(instance_id, id);
            if (!row) return std::nullopt;
            return role_of(*row);
          },
          .is_home_taken =
              [&transaction, instance_id](std::string_view home_url) {
                return std::ranges::any_of(transaction.list_instances(), [&](const store::InstanceRow& row) {
                  return row.id != instance_id && store::decode_traits(row.traits).home_url == home_url;
                });
              }};
}

store::InstanceState create_instance(store::Transaction& transaction, const NewInstance& instance, std::int64_t now) {
  store::InstanceState state{.id = instance.id.empty() ? make_id("ins", now) : instance.id,
                             .environment_type = instance.environment_type,
                             .settings = rules::initial_settings(instance.environment_type),
                             .traits = instance.traits,
                             .version = 1,
                             .created_at = now};
  if (state.traits.sign_up_mode.empty()) state.traits.sign_up_mode = "public";
  transaction.insert_instance({.id = state.id,
                               .environment_type = state.environment_type,
                               .document = store::encode_document(state.settings),
                               .version = state.version,
                               .traits = store::encode_traits(state.traits),
                               .created_at = now});
  transaction.insert_key(key_digest(instance.secret_key), state.id);
  const auto make_role_id = [now](std::string_view prefix) { return make_id(prefix, now); };
  for (const store::RoleRow& role : rules::first_roles(state.id, now, make_role_id)) {
    if (!store::Roles{transaction}.insert(role)) throw std::logic_error{"a new instance has a role already"};
  }
  return state;
}

bool save(store::Transaction& transaction, const store::InstanceState& before, store::InstanceState& after) {
  const bool new_settings = before.settings != after.settings;
  const bool new_traits = before.traits != after.traits;
  if (!new_settings && !new_traits) return false;
  after.version = before.version + 1;
  // Traits have no version of their own: the document's row carries it for both.
  transaction.update_settings(after.id, store::encode_document(after.settings), after.version);
  if (new_traits) transaction.update_traits(after.id, store::encode_traits(after.traits));
  return true;
}

std::optional<std::string> problem_of_key(std::string_view secret_key, std::string_view environment_type) {
  const std::string_view prefix = environment_type == rules::production ? "sk_live_" : "sk_test_";
  if (!secret_key.starts_with(prefix)) {
    return "the secret key of a " + std::string{environment_type} + " instance must begin with " + std::string{prefix};
  }
  const bool sound = std::ranges::all_of(secret_key, [](char c) { return c > ' ' && c < '\x7f'; });
  if (secret_key.size() < prefix.size() + 8 || secret_key.size() > 256 || !sound) {
    return "the secret key must have at least 8 visible ASCII characters after " + std::string{prefix};
  }
  return std::nullopt;
}

}  // namespace clerk::server::api
