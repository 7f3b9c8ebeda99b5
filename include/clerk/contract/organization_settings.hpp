#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>
#include <clerk/contract/operation.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk {

struct EnrollmentModes {
  static constexpr std::string_view name = "EnrollmentMode";
  static constexpr std::string_view manual_invitation = "manual_invitation";
  static constexpr std::string_view automatic_invitation = "automatic_invitation";
  static constexpr std::string_view automatic_suggestion = "automatic_suggestion";
  static constexpr std::array values{manual_invitation, automatic_invitation, automatic_suggestion};
};
/// `EnrollmentMode::manual_invitation`, `::automatic_invitation`, `::automatic_suggestion`, or a later value.
using EnrollmentMode = OpenEnum<EnrollmentModes>;

/// A feature that is on or off.
struct FeatureSwitch {
  static constexpr ModelInfo info{"FeatureSwitch", "A feature that is on or off."};

  bool enabled{};
  RawFields extra{};

  static constexpr void fields(auto&& field) { field("enabled", &FeatureSwitch::enabled, {}, "Whether it is on."); }
  friend bool operator==(const FeatureSwitch&, const FeatureSwitch&) = default;
};

/// What a new organization starts with. facts 2.5
struct OrganizationCreationDefaults {
  static constexpr ModelInfo info{"OrganizationCreationDefaults", "What a new organization starts with."};

  bool enabled{};
  FeatureSwitch automatic_organization_creation{};
  FeatureSwitch detect_from_email_domain{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = OrganizationCreationDefaults;
    field("enabled", &M::enabled, {}, "Whether defaults are offered at all.");
    field("automatic_organization_creation", &M::automatic_organization_creation, {},
          "A new user gets an organization at once.");
    field("detect_from_email_domain", &M::detect_from_email_domain, {},
          "Name and logo are proposed from the domain of the user's address.");
  }
  friend bool operator==(const OrganizationCreationDefaults&, const OrganizationCreationDefaults&) = default;
};

/// How organizations work on the instance. Roles go in as ids and come out as keys. facts 2.4, 2.5
template <View V>
struct OrganizationSettingsGroup {
  static constexpr ModelInfo info =
      info_of<V>({"UpdateInstanceOrganizationSettingsRequest",
                  "What may be changed of how organizations work. Roles are given as ids."},
                 {"OrganizationSettings", "How organizations work on the instance. Roles are answered as keys."});

  Derived<V, std::string> object{};
  Setting<V, bool> enabled{};
  Setting<V, std::int64_t> max_allowed_memberships{};
  ReadOnly<V, std::int64_t> max_allowed_roles{};
  ReadOnly<V, std::optional<std::int64_t>> max_role_sets_allowed{};
  ReadOnly<V, std::int64_t> max_allowed_domains{};
  ReadOnly<V, std::optional<std::int64_t>> max_allowed_permissions{};
  ReadOnly<V, std::string> creator_role{};
  Alias<V, std::string> creator_role_id{};
  Setting<V, bool> admin_delete_enabled{};
  Setting<V, bool> domains_enabled{};
  Setting<V, std::optional<bool>> slug_disabled{};
  Setting<V, std::vector<EnrollmentMode>> domains_enrollment_modes{};
  ReadOnly<V, std::string> domains_default_role{};
  Alias<V, std::string> domains_default_role_id{};
  ReadOnly<V, std::optional<std::string>> initial_role_set_key{};
  Setting<V, std::optional<bool>> force_organization_selection{};
  ReadOnly<V, std::optional<OrganizationCreationDefaults>> organization_creation_defaults{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = OrganizationSettingsGroup;
    field("object", &M::object, {.constant = "organization_settings"}, "Names the type of the object.");
    field("enabled", &M::enabled, {},
          "Organizations can be used. Turning it on also turns force_organization_selection on, unless the same "
          "request says otherwise.");
    field("max_allowed_memberships", &M::max_allowed_memberships, {.minimum = 0},
          "Members and open invitations a new organization may have; 0 means no limit.");
    field("max_allowed_roles", &M::max_allowed_roles, {}, "Roles the instance may have.");
    field("max_role_sets_allowed", &M::max_role_sets_allowed, {.required = false, .since = "2025-11-24"},
          "Role sets the instance may have.");
    field("max_allowed_domains", &M::max_allowed_domains, {.since = "2026-04-14"},
          "Verified domains an organization may have.");
    field("max_allowed_permissions", &M::max_allowed_permissions, {.required = false, .standing = Standing::deprecated},
          "No longer limits anything.");
    field("creator_role", &M::creator_role, {}, "Key of the role that the creator of an organization gets.");
    field("creator_role_id", &M::creator_role_id, {.alias_of = "creator_role"},
          "Id of the role that the creator of an organization gets. It is answered as a key, in creator_role.");
    field("admin_delete_enabled", &M::admin_delete_enabled, {},
          "Administrators of organizations created from now on may delete them.");
    field("domains_enabled", &M::domains_enabled, {}, "Organizations may have verified domains.");
    field("slug_disabled", &M::slug_disabled, {.required = false, .since = "2025-10-28"},
          "Organizations have no slugs.");
    field("domains_enrollment_modes", &M::domains_enrollment_modes, {.nullable = false, .unique_items = true},
          "Ways in which people with an address at a verified domain may join. Replaces the whole list.");
    field("domains_default_role", &M::domains_default_role, {},
          "Key of the role that people who join by a domain get.");
    field("domains_default_role_id", &M::domains_default_role_id, {.alias_of = "domains_default_role"},
          "Id of the role that people who join by a domain get. It is answered as a key, in domains_default_role.");
    field("initial_role_set_key", &M::initial_role_set_key,
          {.required = false, .answered_null = true, .since = "2025-10-28"},
          "Key of the role set that new organizations start with, or null.");
    field("force_organization_selection", &M::force_organization_selection,
          {.required = false, .standing = Standing::live_only},
          "Users must belong to an organization: a session without one stays pending.");
    field("organization_creation_defaults", &M::organization_creation_defaults,
          {.required = false, .standing = Standing::live_only}, "What a new organization starts with.");
  }

  friend bool operator==(const OrganizationSettingsGroup&, const OrganizationSettingsGroup&) = default;
};

using UpdateInstanceOrganizationSettingsRequest = OrganizationSettingsGroup<View::request>;
using OrganizationSettings = OrganizationSettingsGroup<View::answer>;

namespace operations {

struct GetInstanceOrganizationSettings {
  using Answer = OrganizationSettings;
  static constexpr OperationInfo info{
      .api = "InstanceSettingsApi",
      .name = "get_instance_organization_settings",
      .method = Method::get,
      .path = "/instance/organization_settings",
      .success = 200,
      .errors = {402, 404, 422},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Get instance organization settings",
      .description = "The organization settings of the instance.",
  };
};

struct UpdateInstanceOrganizationSettings {
  using Body = UpdateInstanceOrganizationSettingsRequest;
  using Answer = OrganizationSettings;
  static constexpr OperationInfo info{
      .api = "InstanceSettingsApi",
      .name = "update_instance_organization_settings",
      .method = Method::patch,
      .path = "/instance/organization_settings",
      .success = 200,
      .errors = {400, 402, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update instance organization settings",
      .description =
          "Changes the organization settings of the instance and answers with all of them; what the "
          "request leaves out stays as it is.",
      .example = ".enabled = true, .max_allowed_memberships = 20",
  };
  Body body{};
};

}  // namespace operations
}  // namespace clerk
