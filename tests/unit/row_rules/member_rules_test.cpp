#include "server/rules/user_filters.hpp"
#include "tests/unit/row_rules/organization_rules_support.hpp"

namespace clerk::server::rules {

namespace {

using operations::CreateOrganizationMembership;
using operations::DeleteOrganizationMembership;
using operations::InstanceGetOrganizationMemberships;
using operations::ListOrganizationMemberships;
using operations::UpdateOrganizationMembership;
using operations::UpdateOrganizationMembershipMetadata;
using operations::UsersGetOrganizationMemberships;

class MemberRules : public RulesOfOrganizations {
 protected:
  std::string add(CreateOrganizationMembershipRequest request) {
    if (request.role.empty()) request.role = "org:member";
    return verdict(CreateOrganizationMembership{.organization_id = acme, .body = std::move(request)});
  }
  std::string update(const std::string& user_id, const std::string& role) {
    return verdict(UpdateOrganizationMembership{.organization_id = acme, .user_id = user_id, .body = {.role = role}});
  }
  std::string remove(const std::string& user_id) {
    return verdict(DeleteOrganizationMembership{.organization_id = acme, .user_id = user_id});
  }
  std::string merge(const std::string& user_id, UpdateOrganizationMembershipMetadataRequest request) {
    return verdict(
        UpdateOrganizationMembershipMetadata{.organization_id = acme, .user_id = user_id, .body = std::move(request)});
  }
  void allow_members(std::int64_t most) {
    done(operations::UpdateOrganization{.organization_id = acme, .body = {.max_allowed_memberships = most}});
  }
  Texts listed(ListOrganizationMembershipsRequest query) {
    Texts users;
    for (const auto& each :
         done(ListOrganizationMemberships{.organization_id = acme, .query = std::move(query)}).data) {
      users.push_back(each.public_user_data.value_or(OrganizationMembershipPublicUserData{}).user_id);
    }
    return users;
  }

  std::string acme{make_organization().id};
};

}  // namespace

TEST_F(MemberRules, a_user_becomes_a_member_once_with_a_role_of_the_organization) {
  const std::string ada = make_user("ada@example.com").id;
  make_role("org:guest");
  const RawJson object{R"({"a":1})"};
  expect({
      {"facts 4.2", join("org_0", ada), "resource_not_found"},
      {"facts 3.1 (inferred)", add({.user_id = "user_0"}), "resource_not_found user_id"},
      {"facts 4.2", add({.user_id = ada, .role = "org:none"}), "resource_not_found role"},
      {"facts 3.2 (inferred): in no role set", add({.user_id = ada, .role = "org:guest"}),
       "form_param_value_invalid role"},
      {"facts 4.3", add({.user_id = ada, .public_metadata = RawJson{"[]"}}), "form_param_type_invalid public_metadata"},
      {"facts 5.1", add({.user_id = ada, .private_metadata = json_of_size(8193)}),
       "form_param_exceeds_allowed_size private_metadata"},
      {"facts 3.2", add({.user_id = ada, .public_metadata = object}), "done"},
      {"facts 3.3", add({.user_id = ada}), "already_a_member_in_organization"},
      {"facts 3.3", add({.user_id = ada, .role = "org:admin"}), "already_a_member_in_organization"},
  });
  EXPECT_EQ(organization(acme).members_count, 1);
}

TEST_F(MemberRules, a_membership_tells_the_role_the_user_and_the_organization) {
  const std::string ada = make_user("ada@example.com").id;
  const auto made = done(CreateOrganizationMembership{.organization_id = acme,
                                                      .body = {.user_id = ada,
                                                               .role = "org:member",
                                                               .public_metadata = RawJson{R"({"a":1})"},
                                                               .private_metadata = RawJson{R"({"b":2})"}}});
  EXPECT_EQ(made.role_name, "Member");
  EXPECT_EQ(made.permissions, (Texts{"org:sys_memberships:read", "org:sys_billing:read"})) << "facts 6";
  EXPECT_EQ(made.public_metadata, RawJson{R"({"a":1})"});
  EXPECT_EQ(made.private_metadata, RawJson{R"({"b":2})"});
  EXPECT_EQ(made.organization.id, acme);
  EXPECT_EQ(made.organization.members_count, 1);
  ASSERT_TRUE(made.public_user_data);
  EXPECT_EQ(made.public_user_data->user_id, ada);
  EXPECT_EQ(made.public_user_data->identifier, "ada@example.com");
}

TEST_F(MemberRules, members_and_open_invitations_take_the_seats) {
  const std::string ada = make_user("ada@example.com").id;
  const std::string bob = make_user("bob@example.com").id;
  const std::string eve = make_user("eve@example.com").id;
  allow_members(2);
  const std::string open = make_invitation(acme, {.email_address = "x@example.com"}).id;
  expect({
      {"facts 3.3", add({.user_id = ada}), "done"},
      {"facts 3.3: pending ones count", add({.user_id = bob}), "organization_membership_quota_exceeded"},
      {"facts 3.3 (inferred): who is a member is told first", add({.user_id = ada}),
       "already_a_member_in_organization"},
  });
  done(operations::RevokeOrganizationInvitation{.organization_id = acme, .invitation_id = open});
  expect({{"facts 3.3 (inferred): a revoked one is none", add({.user_id = bob}), "done"},
          {"facts 3.3", add({.user_id = eve}), "organization_membership_quota_exceeded"},
          {"facts 3.1", remove(bob), "done"}});
  make_invitation(acme, {.email_address = "y@example.com", .expires_in_days = 1});
  expect({{"facts 3.3", add({.user_id = eve}), "organization_membership_quota_exceeded"}});
  now += day;
  expect({{"facts 3.3 (inferred): an expired one is none", add({.user_id = eve}), "done"},
          {"facts 3.3", add({.user_id = bob}), "organization_membership_quota_exceeded"}});
  allow_members(0);
  expect({{"facts 2.5: 0 is no limit", add({.user_id = bob}), "done"}});
}

TEST_F(MemberRules, somebody_who_may_manage_members_stays) {
  const std::string ada = make_member(acme, "ada@example.com", "org:admin");
  expect({{"facts 3.3 (inferred): alone", update(ada, "org:member"), "organization_minimum_permissions_needed"}});
  const std::string bob = make_member(acme, "bob@example.com");
  expect({
      {"facts 3.3 (inferred)", update(ada, "org:member"), "organization_minimum_permissions_needed"},
      {"facts 3.3 (inferred)", remove(ada), "organization_minimum_permissions_needed"},
      {"facts 3.1: the same", update(ada, "org:admin"), "done"},
      {"facts 3.1: another manager", update(bob, "org:admin"), "done"},
      {"facts 3.1", update(ada, "org:member"), "done"},
      {"facts 3.3 (inferred)", remove(bob), "organization_minimum_permissions_needed"},
      {"facts 3.1", remove(ada), "done"},
      {"facts 3.3 (inferred): nobody stays", remove(bob), "done"},
  });
  EXPECT_EQ(organization(acme).members_count, 0);
}

TEST_F(MemberRules, only_members_are_changed) {
  const std::string ada = make_member(acme, "ada@example.com");
  const std::string other = make_user("other@example.com").id;
  make_role("org:guest");
  expect({
      {"facts 3.1", verdict(UpdateOrganizationMembership{.organization_id = "org_0", .user_id = ada}),
       "resource_not_found"},
      {"facts 3.1", update(other, "org:admin"), "resource_not_found"},
      {"facts 4.2", update(ada, "org:none"), "resource_not_found role"},
      {"facts 3.2 (inferred): in no role set", update(ada, "org:guest"), "form_param_value_invalid role"},
      {"facts 3.1", update(ada, "org:admin"), "done"},
      {"facts 3.1", verdict(DeleteOrganizationMembership{.organization_id = "org_0", .user_id = ada}),
       "resource_not_found"},
      {"facts 3.1", remove(other), "resource_not_found"},
      {"facts 3.1", remove("user_0"), "resource_not_found"},
  });
  EXPECT_EQ(role_of(acme, ada), "org:admin");
}

TEST_F(MemberRules, metadata_are_merged_and_judged_as_a_whole) {
  const std::string ada = make_member(acme, "ada@example.com");
  expect({
      {"facts 3.1", merge("user_0", {}), "resource_not_found"},
      {"facts 3.1", verdict(UpdateOrganizationMembershipMetadata{.organization_id = "org_0", .user_id = ada}),
       "resource_not_found"},
      {"facts 4.3", merge(ada, {.public_metadata = RawJson{"[]"}}), "form_param_type_invalid public_metadata"},
      {"facts 3.1", merge(ada, {.public_metadata = RawJson{R"({"a":1})"}, .private_metadata = json_of_size(8192)}),
       "done"},
      {"facts 5.1", merge(ada, {.private_metadata = RawJson{R"({"m":1})"}}),
       "form_param_exceeds_allowed_size private_metadata"},
      {"facts 3.1", merge(ada, {.public_metadata = RawJson{R"({"a":null,"b":2})"}}), "done"},
  });
  const auto found = done(ListOrganizationMemberships{.organization_id = acme});
  ASSERT_EQ(found.data.size(), 1U);
  EXPECT_EQ(found.data[0].public_metadata, RawJson{R"({"b":2})"});
}

TEST_F(MemberRules, a_list_of_members_is_searched_by_their_users) {
  const std::string ada = make_member(acme, "ada@example.com", "org:admin");
  now += 10;
  const std::string bob = make_member(acme, "bob@other.example");
  now += 10;
  const std::string eve = make_member(acme, "eve@example.com");
  make_user("nobody@example.com");
  done(operations::UpdateUser{.user_id = bob, .body = {.first_name = "Zoe", .last_name = "Young"}});
  done(operations::UpdateUser{.user_id = eve, .body = {.first_name = "Ann", .last_name = "Able"}});
  EXPECT_EQ(listed({}), (Texts{eve, bob, ada})) << "facts 3.1";
  EXPECT_EQ(listed({.order_by = "+created_at"}), (Texts{ada, bob, eve}));
  EXPECT_EQ(listed({.order_by = "-email_address"}), (Texts{eve, bob, ada}));
  EXPECT_EQ(listed({.order_by = "email_address", .limit = 1, .offset = 1}), Texts{bob});
  EXPECT_EQ(listed({.user_id = {ada, bob}}), (Texts{bob, ada}));
  EXPECT_EQ(listed({.user_id = {"-" + ada}}), (Texts{eve, bob}));
  EXPECT_EQ(listed({.email_address = {"EVE@example.com"}}), Texts{eve});
  EXPECT_EQ(listed({.email_address = {"no address"}}), Texts{}) << "(inferred): nobody has what is none";
  EXPECT_EQ(listed({.role = {"org:member"}}), (Texts{eve, bob}));
  EXPECT_EQ(listed({.role = {"org:member", "org:admin"}}), (Texts{eve, bob, ada}));
  EXPECT_EQ(listed({.role = {"org:none"}}), Texts{});
  EXPECT_EQ(listed({.query = "OTHER"}), Texts{bob});
  EXPECT_EQ(listed({.query = "zoe"}), Texts{bob});
  EXPECT_EQ(listed({.email_address_query = "example.com"}), (Texts{eve, ada}));
  EXPECT_EQ(listed({.name_query = "ABLE"}), Texts{eve});
  EXPECT_EQ(listed({.username_query = "zoe"}), Texts{});
  EXPECT_EQ(listed({.phone_number_query = "+1"}), Texts{});
  EXPECT_EQ(listed({.created_at_after = now - 20}), (Texts{eve, bob}));
  EXPECT_EQ(listed({.created_at_before = now}), (Texts{bob, ada}));
  EXPECT_EQ(listed({.role = {"org:member"}, .query = "example.com"}), Texts{eve});
}

TEST_F(MemberRules, a_sign_before_an_id_says_whether_it_is_wanted) {
  const store::Selection selection = selection_of({"user_1", "+user_2", "-user_3"});
  EXPECT_EQ(selection.included, (Texts{"user_1", "user_2"})) << "facts 3.1";
  EXPECT_EQ(selection.excluded, Texts{"user_3"}) << "facts 3.1";
}

TEST_F(MemberRules, users_are_listed_by_the_organizations_that_they_are_in) {
  const std::string other = make_organization({.name = "Other"}).id;
  const std::string ada = make_member(acme, "ada@example.com");
  now += 1;
  const std::string bob = make_member(other, "bob@example.com");
  now += 1;
  const std::string eve = make_user("eve@example.com").id;
  const auto users_in = [&](const Texts& organizations) {
    Texts ids;
    for (const User& each : done(operations::GetUserList{.query = {.organization_id = organizations}}).data) {
      ids.push_back(each.id);
    }
    return ids;
  };
  EXPECT_EQ(users_in({acme}), Texts{ada}) << "facts 3.1";
  EXPECT_EQ(users_in({acme, other}), (Texts{bob, ada})) << "facts 3.1";
  EXPECT_EQ(users_in({"-" + acme}), (Texts{eve, bob})) << "facts 3.1";
  EXPECT_EQ(users_in({"org_0"}), Texts{});
}

TEST_F(MemberRules, totals_are_of_all_pages_of_what_was_asked_for) {
  const std::string other = make_organization({.name = "Other"}).id;
  const std::string ada = make_member(acme, "ada@example.com", "org:admin");
  make_member(acme, "bob@example.com");
  ASSERT_EQ(join(other, ada), "done");
  const auto total = [&](ListOrganizationMembershipsRequest query) {
    return done(ListOrganizationMemberships{.organization_id = acme, .query = std::move(query)}).total_count;
  };
  EXPECT_EQ(total({.limit = 1}), 2) << "facts 3.1";
  EXPECT_EQ(total({.role = {"org:admin"}, .limit = 1}), 1);
  EXPECT_EQ(total({.query = "bob", .offset = 5}), 1);
  const auto everywhere = done(InstanceGetOrganizationMemberships{.query = {.limit = 2}});
  EXPECT_EQ(everywhere.total_count, 3) << "facts 3.1";
  EXPECT_EQ(everywhere.data.size(), 2U);
  const auto of_ada = done(UsersGetOrganizationMemberships{.user_id = ada});
  EXPECT_EQ(of_ada.total_count, 2) << "facts 3.1";
  expect({
      {"facts 3.1 (inferred)", verdict(ListOrganizationMemberships{.organization_id = "org_0"}), "resource_not_found"},
      {"facts 3.1 (inferred)", verdict(UsersGetOrganizationMemberships{.user_id = "user_0"}), "resource_not_found"},
  });
}

TEST_F(MemberRules, a_user_who_goes_leaves_all_organizations) {
  const std::string ada = make_member(acme, "ada@example.com", "org:admin");
  make_member(acme, "bob@example.com");
  done(operations::DeleteUser{.user_id = ada});
  EXPECT_EQ(organization(acme).members_count, 1) << "facts 3.1 (inferred): the last manager too";
  EXPECT_EQ(organization(acme).missing_member_with_elevated_permissions, true);
  EXPECT_EQ(done(InstanceGetOrganizationMemberships{}).total_count, 1);
}

}  // namespace clerk::server::rules
