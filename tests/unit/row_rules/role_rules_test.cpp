#include "server/rules/permission_catalog.hpp"
#include "tests/unit/row_rules/organization_rules_support.hpp"

namespace clerk::server::rules {

namespace {

using operations::AssignPermissionToOrganizationRole;
using operations::CreateOrganizationPermission;
using operations::CreateOrganizationRole;
using operations::DeleteOrganizationPermission;
using operations::DeleteOrganizationRole;
using operations::GetOrganizationPermission;
using operations::GetOrganizationRole;
using operations::ListOrganizationPermissions;
using operations::ListOrganizationRoles;
using operations::RemovePermissionFromOrganizationRole;
using operations::UpdateOrganizationPermission;
using operations::UpdateOrganizationRole;

class RoleRules : public RulesOfOrganizations {
 protected:
  using RulesOfOrganizations::RulesOfOrganizations;

  std::string create(CreateOrganizationRoleRequest request) {
    if (request.key.empty()) request.key = "org:guest";
    request.name = request.key;
    return verdict(CreateOrganizationRole{.body = std::move(request)});
  }
  std::string update(const std::string& id, UpdateOrganizationRoleRequest request) {
    return verdict(UpdateOrganizationRole{.organization_role_id = id, .body = std::move(request)});
  }
  std::string remove(const std::string& id) { return verdict(DeleteOrganizationRole{.organization_role_id = id}); }
  std::string assign(const std::string& role, const std::string& permission) {
    return verdict(AssignPermissionToOrganizationRole{.organization_role_id = role, .permission_id = permission});
  }
  std::string withdraw(const std::string& role, const std::string& permission) {
    return verdict(RemovePermissionFromOrganizationRole{.organization_role_id = role, .permission_id = permission});
  }
  Texts permissions_of(const std::string& role) {
    Texts keys;
    for (const Permission& each : done(GetOrganizationRole{.organization_role_id = role}).permissions) {
      keys.push_back(each.key);
    }
    return keys;
  }
  Texts roles_of(const std::string& role_set) {
    Texts keys;
    for (const RoleSetItem& each : done(operations::GetRoleSet{.role_set_key_or_id = role_set}).roles) {
      keys.push_back(each.key);
    }
    return keys;
  }
  Texts listed(ListOrganizationRolesRequest query) {
    Texts keys;
    for (const Role& each : done(ListOrganizationRoles{.query = std::move(query)}).data) keys.push_back(each.key);
    return keys;
  }

  std::string create_permission(const std::string& key) {
    return verdict(CreateOrganizationPermission{.body = {.name = key, .key = key}});
  }
  std::string make_permission(const std::string& key) {
    return done(CreateOrganizationPermission{.body = {.name = key, .key = key}}).id;
  }
  std::string update_permission(const std::string& id, UpdateOrganizationPermissionRequest request) {
    return verdict(UpdateOrganizationPermission{.permission_id = id, .body = std::move(request)});
  }
  std::string remove_permission(const std::string& id) {
    return verdict(DeleteOrganizationPermission{.permission_id = id});
  }
  Texts listed_permissions(ListOrganizationPermissionsRequest query) {
    Texts keys;
    for (const Permission& each : done(ListOrganizationPermissions{.query = std::move(query)}).data) {
      keys.push_back(each.key);
    }
    return keys;
  }

  std::string admin{role_id("org:admin")};
  std::string member{role_id("org:member")};
};

class RoleRulesInProduction : public RoleRules {
 protected:
  RoleRulesInProduction() : RoleRules{production} {}
};

}  // namespace

TEST_F(RoleRules, two_roles_are_there_from_the_beginning) {
  const Role first = done(GetOrganizationRole{.organization_role_id = admin});
  EXPECT_EQ(first.name, "Admin");
  EXPECT_EQ(first.permissions.size(), system_permissions.size()) << "facts 6: every one";
  EXPECT_TRUE(first.is_creator_eligible);
  const Role second = done(GetOrganizationRole{.organization_role_id = member});
  EXPECT_EQ(permissions_of(member), (Texts{"org:sys_memberships:read", "org:sys_billing:read"})) << "facts 6";
  EXPECT_FALSE(second.is_creator_eligible);
  EXPECT_EQ(done(ListOrganizationRoles{}).total_count, 2) << "another instance's are not seen";
  expect({{"facts 4.2", verdict(GetOrganizationRole{.organization_role_id = "role_0"}), "resource_not_found"}});
}

TEST_F(RoleRules, a_role_has_a_key_of_its_own_and_permissions_that_are_there) {
  const std::string read = permission_id("org:sys_billing:read");
  expect({
      {"facts 3.2", create({.permissions = Texts{"perm_none"}}), "resource_not_found permissions"},
      {"facts 3.2", create({.permissions = Texts{read, read}}), "done"},
      {"facts 3.3", create({}), "form_identifier_exists key"},
      {"facts 3.3", create({.key = "org:admin"}), "form_identifier_exists key"},
      {"facts 3.2", create({.key = "org:creator", .permissions = creator_permission_ids()}), "done"},
      {"facts 3.2: none", create({.key = "org:plain", .permissions = Texts{}}), "done"},
  });
  EXPECT_EQ(permissions_of(role_id("org:guest")), Texts{"org:sys_billing:read"}) << "(inferred): each once";
  EXPECT_TRUE(done(GetOrganizationRole{.organization_role_id = role_id("org:creator")}).is_creator_eligible)
      << "facts 2.5";
}

TEST_F(RoleRules, an_instance_has_so_many_and_no_more) {
  instance.settings.organization_settings.max_allowed_roles = 3;
  expect({
      {"facts 3.3", create({.key = "org:third"}), "done"},
      {"facts 3.3", create({.key = "org:fourth"}), "organization_instance_roles_quota_exceeded"},
      {"facts 3.1", remove(role_id("org:third")), "done"},
      {"facts 3.3 (inferred)", create({.key = "org:fourth"}), "done"},
  });
}

TEST_F(RoleRulesInProduction, roles_of_ones_own_need_a_feature_of_the_plan) {
  expect({
      {"facts 4.4", create({}), "unsupported_subscription_plan_features"},
      {"facts 4.4 (inferred): only new ones", update(member, {.name = "Colleague"}), "done"},
  });
  instance.traits.plan_features = {"custom_roles"};
  expect({{"facts 4.4", create({}), "done"}});
}

TEST_F(RoleRules, a_new_role_joins_the_initial_role_set_only_if_that_is_asked_for) {
  make_role("org:apart");
  EXPECT_EQ(roles_of("role_set:default"), (Texts{"org:admin", "org:member"})) << "facts 3.2";
  make_role("org:inside", {}, true);
  EXPECT_EQ(roles_of("role_set:default"), (Texts{"org:admin", "org:member", "org:inside"})) << "facts 3.2";
}

TEST_F(RoleRules, what_a_request_leaves_out_stays) {
  const std::string guest = make_role("org:guest", {permission_id("org:sys_billing:read")});
  expect({
      {"facts 4.2", update("role_0", {.name = "x"}), "resource_not_found"},
      {"facts 3.1: nothing", update(guest, {}), "done"},
      {"facts 3.1", update(guest, {.name = "Visitor", .description = "Comes and goes."}), "done"},
      {"facts 3.1 (inferred): null leaves it", update(guest, {.name = null, .permissions = null}), "done"},
      {"facts 3.3", update(guest, {.key = "org:member"}), "form_identifier_exists key"},
      {"facts 3.1: its own", update(guest, {.key = "org:guest"}), "done"},
      {"facts 4.2", update(guest, {.permissions = Texts{"perm_none"}}), "resource_not_found permissions"},
  });
  const Role role = done(GetOrganizationRole{.organization_role_id = guest});
  EXPECT_EQ(role.name, "Visitor");
  EXPECT_EQ(role.description, "Comes and goes.");
  EXPECT_EQ(permissions_of(guest), Texts{"org:sys_billing:read"});
  ASSERT_EQ(update(guest, {.permissions = Texts{}}), "done");
  EXPECT_EQ(permissions_of(guest), Texts{});
}

TEST_F(RoleRules, what_creators_must_be_able_to_do_stays_with_their_role) {
  constexpr std::string_view lacking = "organization_missing_creator_role_permissions permissions";
  const std::string manage = permission_id("org:sys_memberships:manage");
  const std::string billing = permission_id("org:sys_billing:manage");
  const std::string guest = make_role("org:guest", {manage});
  const std::string creator = make_role("org:creator", creator_permission_ids());
  done(operations::CreateRoleSet{.body = {.name = "Sales",
                                          .default_role_key = "org:guest",
                                          .creator_role_key = "org:creator",
                                          .roles = {"org:creator", "org:guest"}}});
  expect({
      {"facts 2.5", update(admin, {.permissions = Texts{manage}}), lacking},
      {"facts 2.5 (inferred): of a role set", update(creator, {.permissions = Texts{}}), lacking},
      {"facts 2.5", update(guest, {.permissions = Texts{}}), "done"},
      {"facts 2.5: these will do", update(admin, {.permissions = creator_permission_ids()}), "done"},
      {"facts 2.5", withdraw(admin, manage), lacking},
      {"facts 2.5 (inferred)", withdraw(creator, manage), lacking},
      {"facts 3.1", assign(admin, billing), "done"},
      {"facts 3.1: none of them", withdraw(admin, billing), "done"},
  });
}

TEST_F(RoleRules, a_permission_is_given_and_taken_once) {
  const std::string guest = make_role("org:guest");
  const std::string billing = permission_id("org:sys_billing:read");
  expect({
      {"facts 4.2", assign("role_0", billing), "resource_not_found"},
      {"facts 4.2", assign(guest, "perm_none"), "resource_not_found"},
      {"facts 3.1", assign(guest, billing), "done"},
      {"facts 3.1: 409", assign(guest, billing), "organization_role_permission_association_exists"},
      {"facts 4.2", withdraw("role_0", billing), "resource_not_found"},
      {"facts 4.2", withdraw(guest, "perm_none"), "resource_not_found"},
      {"facts 3.1", withdraw(guest, billing), "done"},
      {"facts 3.1: 404", withdraw(guest, billing), "resource_not_found"},
  });
  const auto refused =
      run(RemovePermissionFromOrganizationRole{.organization_role_id = guest, .permission_id = billing});
  ASSERT_TRUE(refused.has_error());
  EXPECT_EQ(refused.error().refusals.at(0).definition,
            &error_definition("organization_role_permission_association_not_found"));
}

TEST_F(RoleRules, who_names_a_role_by_its_key_names_the_new_key) {
  const std::string guest = make_role("org:guest", {}, true);
  done(operations::CreateRoleSet{.body = {.name = "Sales",
                                          .key = "role_set:sales",
                                          .default_role_key = "org:guest",
                                          .creator_role_key = "org:admin",
                                          .roles = {"org:admin", "org:guest"}}});
  const std::string acme = make_organization().id;
  const std::string ada = make_member(acme, "ada@example.com", "org:guest");
  const std::string bob = make_member(acme, "bob@example.com");
  const OrganizationInvitation open = make_invitation(acme, {.email_address = "x@example.com", .role = "org:guest"});
  const OrganizationInvitation other = make_invitation(acme, {.email_address = "y@example.com"});
  ASSERT_EQ(update(guest, {.key = "org:visitor"}), "done");
  EXPECT_EQ(role_of(acme, ada), "org:visitor") << "(inferred)";
  EXPECT_EQ(role_of(acme, bob), "org:member");
  const auto role_in_invitation = [&](const OrganizationInvitation& invitation) {
    return done(operations::GetOrganizationInvitation{.organization_id = acme, .invitation_id = invitation.id}).role;
  };
  EXPECT_EQ(role_in_invitation(open), "org:visitor") << "(inferred)";
  EXPECT_EQ(role_in_invitation(other), "org:member");
  EXPECT_EQ(roles_of("role_set:default"), (Texts{"org:admin", "org:member", "org:visitor"})) << "(inferred)";
  EXPECT_EQ(roles_of("role_set:sales"), (Texts{"org:admin", "org:visitor"})) << "(inferred)";
  const RoleSet sales = done(operations::GetRoleSet{.role_set_key_or_id = "role_set:sales"});
  ASSERT_TRUE(sales.default_role);
  EXPECT_EQ(sales.default_role->key, "org:visitor") << "(inferred)";
}

TEST_F(RoleRules, the_settings_roles_are_neither_renamed_nor_deleted) {
  constexpr std::string_view for_creators = "organization_role_default_creator_role";
  constexpr std::string_view by_domains = "organization_role_domain_default_role";
  expect({
      {"facts 3.3 (inferred)", update(admin, {.key = "org:boss"}), for_creators},
      {"facts 3.3 (inferred)", update(member, {.key = "org:mate"}), by_domains},
      {"facts 3.3", remove(admin), for_creators},
      {"facts 3.3", remove(member), by_domains},
      {"facts 3.1", update(admin, {.name = "Boss"}), "done"},
  });
  make_role("org:guest");
  instance.settings.organization_settings.domains_default_role = "org:guest";
  expect({
      {"facts 3.3", remove(role_id("org:guest")), by_domains},
      {"facts 3.3", remove(member), "done"},
  });
}

TEST_F(RoleRules, a_role_that_is_in_use_stays) {
  const std::string acme = make_organization().id;
  const std::string held = make_role("org:held", {}, true);
  const std::string offered = make_role("org:offered", {}, true);
  const std::string special = make_role("org:special", creator_permission_ids());
  const std::string named = make_role("org:named", {}, true);
  const std::string ada = make_member(acme, "ada@example.com", "org:held");
  const std::string open = make_invitation(acme, {.email_address = "x@example.com", .role = "org:offered"}).id;
  const RoleSet sales = done(operations::CreateRoleSet{.body = {.name = "Sales",
                                                                .default_role_key = "org:special",
                                                                .creator_role_key = "org:special",
                                                                .roles = {"org:special", "org:named"}}});
  expect({
      {"facts 4.2", remove("role_0"), "resource_not_found"},
      {"facts 3.1 (inferred)", remove(held), "organization_role_assigned_members"},
      {"facts 3.1 (inferred)", remove(offered), "organization_role_exists_in_invitations"},
      {"facts 3.1 (inferred): a set's default", remove(special), "organization_role_in_role_set"},
      {"facts 3.1 (inferred): one of many in a set", remove(named), "done"},
      {"facts 4.2", remove(named), "resource_not_found"},
  });
  EXPECT_EQ(roles_of(sales.key), Texts{"org:special"});
  EXPECT_EQ(roles_of("role_set:default"), (Texts{"org:admin", "org:member", "org:held", "org:offered"}));
  done(operations::DeleteOrganizationMembership{.organization_id = acme, .user_id = ada});
  done(operations::RevokeOrganizationInvitation{.organization_id = acme, .invitation_id = open});
  expect({
      {"facts 3.1 (inferred)", remove(held), "done"},
      {"facts 3.1 (inferred): no longer open", remove(offered), "done"},
  });
}

TEST_F(RoleRules, a_list_of_roles_is_searched_and_ordered) {
  now += 1;
  make_role("org:guest");
  EXPECT_EQ(listed({}).front(), "org:guest") << "facts 3.1: the newest first";
  EXPECT_EQ(listed({.order_by = "key"}), (Texts{"org:admin", "org:guest", "org:member"}));
  EXPECT_EQ(listed({.order_by = "-name"}), (Texts{"org:guest", "org:member", "org:admin"}));
  EXPECT_EQ(listed({.order_by = "key", .limit = 1, .offset = 1}), Texts{"org:guest"});
  EXPECT_EQ(listed({.query = "ADM"}), Texts{"org:admin"});
  EXPECT_EQ(listed({.query = "none"}), Texts{});
  EXPECT_EQ(done(ListOrganizationRoles{.query = {.limit = 1}}).total_count, 3);
}

TEST_F(RoleRules, system_permissions_are_there_and_stay_as_they_are) {
  EXPECT_EQ(done(ListOrganizationPermissions{.query = {.limit = 100}}).total_count, 9) << "facts 6";
  const std::string id = permission_id("org:sys_profile:manage");
  const Permission permission = done(GetOrganizationPermission{.permission_id = id});
  EXPECT_EQ(permission.type, "system");
  EXPECT_EQ(permission.key, "org:sys_profile:manage");
  expect({
      {"facts 4.2", verdict(GetOrganizationPermission{.permission_id = "perm_none"}), "resource_not_found"},
      {"facts 3.1: 403", update_permission(id, {.name = "x"}), "organization_system_permission_not_modifiable"},
      {"facts 3.1: 403", remove_permission(id), "organization_system_permission_not_modifiable"},
      {"facts 4.2", update_permission("perm_none", {.name = "x"}), "resource_not_found"},
      {"facts 4.2", remove_permission("perm_none"), "resource_not_found"},
  });
}

TEST_F(RoleRules, a_permission_of_ones_own_is_made_changed_and_deleted_with_what_names_it) {
  const std::string pay = make_permission("org:invoices:pay");
  const std::string see = make_permission("org:invoices:see");
  const std::string guest = make_role("org:guest", {pay, see});
  expect({
      {"facts 3.3 (inferred)", create_permission("org:invoices:pay"), "form_identifier_exists key"},
      {"facts 3.3 (inferred)", update_permission(see, {.key = "org:invoices:pay"}), "form_identifier_exists key"},
      {"facts 3.1: its own", update_permission(pay, {.key = "org:invoices:pay"}), "done"},
      {"facts 3.1: nothing", update_permission(pay, {}), "done"},
      {"facts 3.1", update_permission(pay, {.name = "Settle", .key = "org:invoices:settle"}), "done"},
  });
  EXPECT_EQ(done(GetOrganizationPermission{.permission_id = pay}).type, "user");
  EXPECT_EQ(permissions_of(guest), (Texts{"org:invoices:settle", "org:invoices:see"})) << "(inferred)";
  expect({
      {"facts 3.1", remove_permission(see), "done"},
      {"facts 4.2", remove_permission(see), "resource_not_found"},
  });
  EXPECT_EQ(permissions_of(guest), Texts{"org:invoices:settle"}) << "(inferred)";
  EXPECT_EQ(listed_permissions({.query = "INVOICES"}), Texts{"org:invoices:settle"});
  EXPECT_EQ(listed_permissions({.order_by = "key", .limit = 2}),
            (Texts{"org:invoices:settle", "org:sys_billing:manage"}));
}

}  // namespace clerk::server::rules
