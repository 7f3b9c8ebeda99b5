#pragma once

#include "server/rules/roles.hpp"
#include "tests/unit/row_rules/row_rules_support.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace clerk::server::rules {

/// The rules where organizations are enabled and both instances have the two roles that new ones have.
class RulesOfOrganizations : public RowRules {
 protected:
  explicit RulesOfOrganizations(std::string_view environment_type = development) : RowRules{environment_type} {
    instance.settings.organization_settings.enabled = true;
    connection->begin_write();
    store::Transaction transaction{*connection};
    for (const std::string_view id : {"ins_1", "ins_2"}) {
      for (const store::RoleRow& row : first_roles(id, now, make_call().make_id)) {
        EXPECT_TRUE(store::Roles{transaction}.insert(row));
      }
    }
    connection->commit();
  }

  Organization make_organization(CreateOrganizationRequest request = {.name = "Acme"}) {
    return done(operations::CreateOrganization{.body = std::move(request)});
  }
  Organization organization(const std::string& id) {
    return done(operations::GetOrganization{
        .organization_id = id,
        .query = {.include_members_count = true, .include_missing_member_with_elevated_permissions = true}});
  }

  std::string join(const std::string& organization_id, const std::string& user_id,
                   const std::string& role = "org:member") {
    return verdict(operations::CreateOrganizationMembership{.organization_id = organization_id,
                                                            .body = {.user_id = user_id, .role = role}});
  }
  /// The id of a new user who is a member.
  std::string make_member(const std::string& organization_id, const std::string& address,
                          const std::string& role = "org:member") {
    std::string id = make_user(address).id;
    EXPECT_EQ(join(organization_id, id, role), "done");
    return id;
  }
  /// The role of the member; nothing if there is none.
  std::string role_of(const std::string& organization_id, const std::string& user_id) {
    const auto found = done(
        operations::ListOrganizationMemberships{.organization_id = organization_id, .query = {.user_id = {user_id}}});
    return found.data.empty() ? std::string{} : found.data[0].role;
  }

  std::string invite(const std::string& organization_id, CreateOrganizationInvitationRequest request) {
    if (request.role.empty()) request.role = "org:member";
    return verdict(
        operations::CreateOrganizationInvitation{.organization_id = organization_id, .body = std::move(request)});
  }
  OrganizationInvitation make_invitation(const std::string& organization_id,
                                         CreateOrganizationInvitationRequest request) {
    if (request.role.empty()) request.role = "org:member";
    return done(
        operations::CreateOrganizationInvitation{.organization_id = organization_id, .body = std::move(request)});
  }
  std::string accept(const std::string& invitation_id, std::optional<std::string> user_id = std::nullopt) {
    return verdict(
        tools::AcceptOrganizationInvitation{.invitation_id = invitation_id, .body = {.user_id = std::move(user_id)}});
  }

  /// The id of a new role, by default in no role set.
  std::string make_role(const std::string& key, Texts permissions = {}, bool in_initial_set = false) {
    return done(operations::CreateOrganizationRole{.body = {.name = key,
                                                            .key = key,
                                                            .permissions = std::move(permissions),
                                                            .include_in_initial_role_set = in_initial_set}})
        .id;
  }
  std::string role_id(std::string_view key) {
    for (const Role& role : done(operations::ListOrganizationRoles{}).data) {
      if (role.key == key) return role.id;
    }
    return {};
  }
  std::string permission_id(std::string_view key) {
    for (const Permission& permission : done(operations::ListOrganizationPermissions{.query = {.limit = 100}}).data) {
      if (permission.key == key) return permission.id;
    }
    return {};
  }
  /// The ids of the permissions without which a role is not for creators.
  Texts creator_permission_ids() {
    return {permission_id("org:sys_memberships:manage"), permission_id("org:sys_memberships:read"),
            permission_id("org:sys_profile:delete")};
  }
};

/// A JSON object of so many bytes.
inline RawJson json_of_size(std::size_t bytes) {
  constexpr std::size_t around = 8;
  return RawJson{R"({"k":")" + std::string(bytes - around, 'x') + R"("})"};
}

}  // namespace clerk::server::rules
