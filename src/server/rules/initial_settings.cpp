#include "server/rules/initial_settings.hpp"

namespace clerk::server::rules {

store::SettingsDocument initial_settings(std::string_view environment_type) {
  const bool is_development = environment_type == development;
  store::SettingsDocument settings;

  settings.instance.test_mode = is_development;
  settings.instance.hibp = true;
  settings.instance.url_based_session_syncing = is_development;

  settings.restrictions.allowlist_blocklist_disabled_on_sign_in = true;

  auto& organizations = settings.organization_settings;
  organizations.max_allowed_memberships = 5;
  organizations.max_allowed_roles = 10;
  organizations.max_role_sets_allowed = 10;  // inferred: no source names it
  organizations.max_allowed_domains = 10;
  organizations.max_allowed_permissions = 0;
  organizations.creator_role = "org:admin";
  organizations.domains_default_role = "org:member";
  organizations.admin_delete_enabled = true;
  organizations.slug_disabled = true;
  organizations.force_organization_selection = false;
  organizations.organization_creation_defaults.emplace();

  settings.instance_settings.progressive_sign_up = true;
  return settings;
}

}  // namespace clerk::server::rules
