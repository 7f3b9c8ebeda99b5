#pragma once

#include <clerk/contract/organization_permissions.hpp>

#include <array>
#include <string_view>

namespace clerk::server::rules {

/// A permission that is there without having been made.
struct SystemPermission {
  std::string_view key{};
  std::string_view name{};
  std::string_view description{};
};

/// The permissions that Clerk's own pages ask for. facts 6
inline constexpr auto system_permissions = std::to_array<SystemPermission>({
    {"org:sys_profile:manage", "Manage organization", "May change the organization's name and logo."},
    {"org:sys_profile:delete", "Delete organization", "May delete the organization."},
    {"org:sys_memberships:read", "Read members", "May see the members and what their roles are."},
    {"org:sys_memberships:manage", "Manage members", "May invite, change and remove members."},
    {"org:sys_domains:read", "Read domains", "May see the organization's domains."},
    {"org:sys_domains:manage", "Manage domains", "May add, change and remove the organization's domains."},
    {"org:sys_billing:read", "Read billing", "May see the organization's plan."},
    {"org:sys_billing:manage", "Manage billing", "May change the organization's plan."},
    {"org:sys_entconns:manage", "Manage enterprise connections", "May change how companies' members sign in."},
});

/// Who may do this is an administrator.
inline constexpr std::string_view manages_members = "org:sys_memberships:manage";

/// What members of a new instance's second role may do. facts 6
inline constexpr auto member_permissions =
    std::to_array<std::string_view>({"org:sys_memberships:read", "org:sys_billing:read"});

/// What a creator must be able to do. facts 2.5
inline constexpr auto creator_permissions = std::to_array<std::string_view>(
    {"org:sys_memberships:manage", "org:sys_memberships:read", "org:sys_profile:delete"});

[[nodiscard]] constexpr bool is_system_permission(std::string_view key) {
  return key.starts_with(system_permission_prefix);
}

}  // namespace clerk::server::rules
