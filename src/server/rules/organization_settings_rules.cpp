#include "server/rules/organization_settings_rules.hpp"

#include "server/rules/merge.hpp"
#include "server/rules/roles.hpp"

#include <limits>

namespace clerk::server::rules {

namespace {

using StoredOrganizations = OrganizationSettingsGroup<View::stored>;

std::int64_t seats(std::int64_t max_allowed_memberships) {
  return max_allowed_memberships == 0 ? std::numeric_limits<std::int64_t>::max() : max_allowed_memberships;
}

// A role goes in by its id and is kept by its key.
std::optional<RoleGrant> resolve(const Patch<std::string>& id, std::string_view param, const Surroundings& surroundings,
                                 Change& change) {
  if (!id.has_value()) return std::nullopt;
  std::optional<RoleGrant> role = surroundings.find_role(*id);
  if (!role) {
    change.refuse(
        {.definition = &error_definition("organization_role_not_found"), .param = std::string{param}, .value = *id});
  }
  return role;
}

void set_creator_role(const RoleGrant& role, Change& change) {
  std::string lacking = lacking_for_creator(role.permissions);
  if (lacking.empty()) {
    change.after.settings.organization_settings.creator_role = role.key;
  } else {
    change.refuse({.definition = &error_definition("organization_missing_creator_role_permissions"),
                   .param = "creator_role_id",
                   .value = role.key,
                   .expected = std::move(lacking)});
  }
}

// Judged in the request's final state: selecting an organization can be forced only while there are organizations.
void settle_forced_selection(const UpdateInstanceOrganizationSettingsRequest& request, bool was_enabled,
                             Change& change) {
  StoredOrganizations& after = change.after.settings.organization_settings;
  const Patch<bool>& wish = request.force_organization_selection;
  if (wish.value_or(false) && !after.enabled) {
    change.refuse(
        {.definition = &error_definition("force_organization_selection_not_allowed_when_organizations_disabled"),
         .param = "force_organization_selection",
         .value = "true"});
  } else if (!after.enabled) {
    after.force_organization_selection = false;
  } else if (!was_enabled && !wish.has_value()) {
    after.force_organization_selection = true;
  }
}

}  // namespace

bool exceeds_membership_cap(std::int64_t before, std::int64_t wanted) {
  return seats(wanted) > seats(before) && seats(wanted) > membership_cap_without_b2b;
}

OrganizationSettings read(const operations::GetInstanceOrganizationSettings& /*operation*/,
                          const store::InstanceState& instance) {
  return answer_of(instance.settings.organization_settings);
}

OrganizationSettings answer(const operations::UpdateInstanceOrganizationSettings& /*operation*/,
                            const store::InstanceState& after) {
  return answer_of(after.settings.organization_settings);
}

void write(const operations::UpdateInstanceOrganizationSettings& operation, const Surroundings& surroundings,
           Change& change) {
  const UpdateInstanceOrganizationSettingsRequest& request = operation.body;
  const StoredOrganizations& before = change.before().organization_settings;
  StoredOrganizations& after = change.after.settings.organization_settings;
  merge(request, after);

  if (exceeds_membership_cap(before.max_allowed_memberships, after.max_allowed_memberships)) {
    change.need_feature("b2b", "max_allowed_memberships");
  }
  if (!change.refusals.empty()) return;

  if (const auto role = resolve(request.creator_role_id, "creator_role_id", surroundings, change)) {
    set_creator_role(*role, change);
  }
  if (const auto role = resolve(request.domains_default_role_id, "domains_default_role_id", surroundings, change)) {
    after.domains_default_role = role->key;
  }
  settle_forced_selection(request, before.enabled, change);
}

}  // namespace clerk::server::rules
