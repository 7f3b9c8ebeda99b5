#pragma once

#include "tests/conformance/library_support.hpp"

#include <clerk/api/instance_settings_api.hpp>
#include <clerk/api/organization_domains_api.hpp>
#include <clerk/api/organization_invitations_api.hpp>
#include <clerk/api/organization_memberships_api.hpp>
#include <clerk/api/organization_permissions_api.hpp>
#include <clerk/api/organization_roles_api.hpp>
#include <clerk/api/organizations_api.hpp>
#include <clerk/api/role_sets_api.hpp>
#include <clerk/api/sessions_api.hpp>
#include <clerk/api/users_api.hpp>

#include <gtest/gtest.h>

#include <string>

namespace clerk::testing {

/// A server whose instance has organizations, and everything of the library that works on them.
class OrganizationsTest : public ::testing::Test {
 protected:
  OrganizationsTest() { settings.update_instance_organization_settings({.enabled = true}).value(); }

  /// `done`, or the first code of the refusal.
  template <class T>
  static std::string code_of(const Result<T>& result) {
    return result ? "done" : result.error().errors.at(0).code;
  }

  User make_user(const std::string& name) const {
    return users.create_user({.email_address = std::vector<std::string>{name + "@example.com"}}).value();
  }
  Organization make_organization(const std::string& name) const {
    return organizations.create_organization({.name = name}).value();
  }
  Result<OrganizationMembership> join(const Organization& organization, const User& user,
                                      const std::string& role = "org:member") const {
    return memberships.create_organization_membership(organization.id, {.user_id = user.id, .role = role});
  }
  std::string role_id(std::string_view key) const {
    const Roles listed = roles.list_organization_roles().value();
    for (const Role& role : listed.data) {
      if (role.key == key) return role.id;
    }
    return "";
  }

  /// What no operation of the API does: a tool of the server, by its path below `/__clerkd`.
  WireAnswer use_tool(const std::string& path, const std::string& body = "{}") const {
    return server.send({.method = "POST", .target = "/__clerkd" + path, .body = body});
  }

  RunningServer server;
  ApiClient client{configuration_of(server, development_key)};
  InstanceSettingsApi settings{client};
  UsersApi users{client};
  OrganizationsApi organizations{client};
  OrganizationMembershipsApi memberships{client};
  OrganizationInvitationsApi invitations{client};
  OrganizationDomainsApi domains{client};
  OrganizationRolesApi roles{client};
  OrganizationPermissionsApi permissions{client};
  RoleSetsApi role_sets{client};
  SessionsApi sessions{client};
};

}  // namespace clerk::testing
