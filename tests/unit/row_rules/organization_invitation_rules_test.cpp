#include "tests/unit/row_rules/organization_rules_support.hpp"

namespace clerk::server::rules {

namespace {

using operations::CreateOrganizationInvitation;
using operations::CreateOrganizationInvitationBulk;
using operations::GetOrganizationInvitation;
using operations::ListInstanceOrganizationInvitations;
using operations::ListOrganizationInvitations;
using operations::ListPendingOrganizationInvitations;
using operations::RevokeOrganizationInvitation;
using operations::UsersGetOrganizationInvitations;

class OrganizationInvitationRules : public RulesOfOrganizations {
 protected:
  std::string ask(CreateOrganizationInvitationRequest request) { return invite(acme, std::move(request)); }
  std::string make(const std::string& address, std::int64_t days = 30) {
    return make_invitation(acme, {.email_address = address, .expires_in_days = days}).id;
  }
  std::string bulk(std::initializer_list<const char*> addresses) {
    CreateOrganizationInvitationBulkRequest request;
    for (const char* address : addresses) request.data.push_back({.email_address = address, .role = "org:member"});
    return verdict(CreateOrganizationInvitationBulk{.organization_id = acme, .body = std::move(request)});
  }
  std::string get(const std::string& organization_id, const std::string& id) {
    return verdict(GetOrganizationInvitation{.organization_id = organization_id, .invitation_id = id});
  }
  std::string revoke(const std::string& id, std::optional<std::string> by = std::nullopt) {
    return verdict(RevokeOrganizationInvitation{
        .organization_id = acme, .invitation_id = id, .body = {.requesting_user_id = std::move(by)}});
  }
  std::string status_of(const std::string& id) {
    const auto found = done(GetOrganizationInvitation{.organization_id = acme, .invitation_id = id});
    return found.status.value_or(InvitationStatus{}).text();
  }
  void allow_members(std::int64_t most) {
    done(operations::UpdateOrganization{.organization_id = acme, .body = {.max_allowed_memberships = most}});
  }
  static Texts addresses_of(const OrganizationInvitations& invitations) {
    Texts addresses;
    for (const OrganizationInvitation& each : invitations.data) addresses.push_back(each.email_address);
    return addresses;
  }
  Texts listed(ListOrganizationInvitationsRequest query) {
    return addresses_of(done(ListOrganizationInvitations{.organization_id = acme, .query = std::move(query)}));
  }
  Texts listed_everywhere(ListInstanceOrganizationInvitationsRequest query) {
    return addresses_of(done(ListInstanceOrganizationInvitations{.query = std::move(query)}));
  }

  std::string acme{make_organization({.name = "Acme", .max_allowed_memberships = 0}).id};
};

}  // namespace

TEST_F(OrganizationInvitationRules, an_address_has_one_open_invitation_to_an_organization) {
  const std::string other = make_organization({.name = "Other"}).id;
  expect({
      {"facts 4.2", invite("org_0", {.email_address = "a@example.com"}), "resource_not_found"},
      {"facts 3.2", ask({.email_address = "a@example.com"}), "done"},
      {"facts 3.3", ask({.email_address = "A@Example.com"}), "organization_invitation_not_unique"},
      {"facts 3.3 (inferred): another role", ask({.email_address = "a@example.com", .role = "org:admin"}),
       "organization_invitation_not_unique"},
      {"facts 3.3 (inferred): another organization", invite(other, {.email_address = "a@example.com"}), "done"},
  });
  const auto refused = run(CreateOrganizationInvitation{
      .organization_id = acme, .body = {.email_address = "a@example.com", .role = "org:member"}});
  ASSERT_TRUE(refused.has_error());
  EXPECT_EQ(refused.error().refusals.at(0).email_addresses, Texts{"a@example.com"}) << "facts 3.3 (inferred): meta";
}

TEST_F(OrganizationInvitationRules, an_invitation_that_is_no_longer_open_frees_its_place) {
  const std::string revoked = make("a@example.com");
  const std::string expired = make("b@example.com", 1);
  const std::string accepted = make("c@example.com");
  const std::string carl = make_user("c@example.com").id;
  ASSERT_EQ(accept(accepted), "done");
  expect({
      {"facts 3.1", revoke(revoked), "done"},
      {"facts 3.3 (inferred)", ask({.email_address = "a@example.com"}), "done"},
      {"facts 3.3", ask({.email_address = "b@example.com"}), "organization_invitation_not_unique"},
      {"facts 3.3", ask({.email_address = "c@example.com"}), "already_a_member_in_organization"},
  });
  now += day;
  expect({{"facts 3.2: expires_in_days", ask({.email_address = "b@example.com"}), "done"},
          {"facts 3.3", ask({.email_address = "b@example.com"}), "organization_invitation_not_unique"}});
  done(operations::DeleteOrganizationMembership{.organization_id = acme, .user_id = carl});
  expect({{"facts 3.3 (inferred): no longer a member", ask({.email_address = "c@example.com"}), "done"}});
  EXPECT_EQ(status_of(expired), "expired");
}

TEST_F(OrganizationInvitationRules, its_role_and_its_metadata_are_judged) {
  make_role("org:guest");
  expect({
      {"facts 4.2", ask({.email_address = "a@example.com", .role = "org:none"}), "resource_not_found role"},
      {"facts 3.2 (inferred): in no role set", ask({.email_address = "a@example.com", .role = "org:guest"}),
       "form_param_value_invalid role"},
      {"facts 4.3", ask({.email_address = "a@example.com", .public_metadata = RawJson{"[]"}}),
       "form_param_type_invalid public_metadata"},
      {"facts 4.3", ask({.email_address = "a@example.com", .private_metadata = RawJson{"\"x\""}}),
       "form_param_type_invalid private_metadata"},
      {"facts 5.1", ask({.email_address = "a@example.com", .public_metadata = json_of_size(8193)}),
       "form_param_exceeds_allowed_size public_metadata"},
      {"facts 5.1", ask({.email_address = "a@example.com", .public_metadata = json_of_size(8192)}), "done"},
  });
}

TEST_F(OrganizationInvitationRules, who_invites_or_revokes_may_manage_members) {
  const std::string admin = make_member(acme, "admin@example.com", "org:admin");
  const std::string member = make_member(acme, "member@example.com");
  const std::string stranger = make_user("stranger@example.com").id;
  const auto by = [&](const std::string& user_id) {
    return ask({.email_address = "a@example.com", .inviter_user_id = user_id});
  };
  expect({
      {"facts 3.2 (inferred): code", by("user_0"), "not_an_admin_in_organization inviter_user_id"},
      {"facts 3.2 (inferred): code", by(stranger), "not_an_admin_in_organization inviter_user_id"},
      {"facts 3.2 (inferred): code", by(member), "not_an_admin_in_organization inviter_user_id"},
      {"facts 3.2", by(admin), "done"},
      {"facts 3.2: nobody", ask({.email_address = "b@example.com"}), "done"},
  });
  const auto all = done(ListOrganizationInvitations{.organization_id = acme, .query = {.order_by = "email_address"}});
  ASSERT_EQ(all.data.size(), 2U);
  ASSERT_TRUE(all.data[0].public_inviter_data);
  EXPECT_EQ(all.data[0].public_inviter_data->identifier, "admin@example.com");
  EXPECT_FALSE(all.data[1].public_inviter_data);
  const std::string id = all.data[0].id;
  expect({
      {"facts 3.1 (inferred)", revoke(id, "user_0"), "not_an_admin_in_organization requesting_user_id"},
      {"facts 3.1 (inferred)", revoke(id, member), "not_an_admin_in_organization requesting_user_id"},
      {"facts 3.1", revoke(id, admin), "done"},
  });
}

TEST_F(OrganizationInvitationRules, a_member_is_not_invited_and_seats_are_counted) {
  make_member(acme, "ada@example.com");
  allow_members(2);
  expect({
      {"facts 3.3", ask({.email_address = "Ada@example.com"}), "already_a_member_in_organization"},
      {"facts 3.3", ask({.email_address = "a@example.com", .expires_in_days = 1}), "done"},
      {"facts 3.3: pending ones count", ask({.email_address = "b@example.com"}),
       "organization_membership_quota_exceeded"},
      {"facts 3.3 (inferred): a duplicate is told first", ask({.email_address = "a@example.com"}),
       "organization_invitation_not_unique"},
  });
  now += day;
  expect({{"facts 3.3 (inferred): an expired one is none", ask({.email_address = "b@example.com"}), "done"},
          {"facts 3.3", ask({.email_address = "c@example.com"}), "organization_membership_quota_exceeded"}});
  allow_members(0);
  expect({{"facts 2.5: 0 is no limit", ask({.email_address = "c@example.com"}), "done"}});
}

TEST_F(OrganizationInvitationRules, many_are_invited_or_none) {
  expect({
      {"facts 4.2",
       verdict(CreateOrganizationInvitationBulk{
           .organization_id = "org_0", .body = {.data = {{.email_address = "a@example.com", .role = "org:member"}}}}),
       "resource_not_found"},
      {"facts 3.3: the same address twice", bulk({"a@example.com", "b@example.com", "A@example.com"}),
       "organization_invitation_not_unique"},
      {"store 1.4: nothing of it stayed", bulk({"a@example.com", "b@example.com"}), "done"},
      {"facts 3.3", bulk({"c@example.com", "b@example.com"}), "organization_invitation_not_unique"},
  });
  EXPECT_EQ(listed({}).size(), 2U);
  allow_members(3);
  expect({{"facts 3.3: one seat for two", bulk({"c@example.com", "d@example.com"}),
           "organization_membership_quota_exceeded"},
          {"facts 3.3", bulk({"d@example.com"}), "done"}});
  EXPECT_EQ(listed({}).size(), 3U);
  CreateOrganizationInvitationBulkRequest wrong;
  wrong.data.push_back({.email_address = "e@example.com", .role = "org:none"});
  expect({{"facts 4.2", verdict(CreateOrganizationInvitationBulk{.organization_id = acme, .body = wrong}),
           "resource_not_found role"}});
}

TEST_F(OrganizationInvitationRules, an_invitation_expires_by_the_clock_and_tells_what_it_is) {
  const OrganizationInvitation usual =
      make_invitation(acme, {.email_address = "a@example.com", .redirect_url = "https://example.com/in?x=1"});
  EXPECT_EQ(usual.expires_at, now + 30 * day) << "facts 3.2";
  EXPECT_EQ(usual.url, "https://example.com/in?x=1&__clerk_ticket=" + usual.id);
  EXPECT_EQ(usual.role_name, "Member");
  EXPECT_EQ(usual.organization_id, acme);
  EXPECT_FALSE(usual.public_organization_data) << "facts 3.1: only in lists of the instance and of a user";
  const std::string brief = make("b@example.com", 1);
  EXPECT_EQ(status_of(brief), "pending");
  now += day;
  EXPECT_EQ(status_of(brief), "expired");
  EXPECT_EQ(listed({.status = {InvitationStatus{"expired"}}}), Texts{"b@example.com"});
  EXPECT_EQ(listed({.status = {InvitationStatus{"pending"}}}), Texts{"a@example.com"});
  expect({
      {"facts 3.1 (inferred)", accept(brief), "organization_invitation_expired"},
      {"facts 3.1 (inferred): still taken back", revoke(brief), "done"},
  });
  EXPECT_EQ(status_of(brief), "revoked");
}

TEST_F(OrganizationInvitationRules, only_an_open_one_of_the_organization_is_revoked) {
  const std::string other = make_organization({.name = "Other"}).id;
  const std::string elsewhere = make_invitation(other, {.email_address = "a@example.com"}).id;
  const std::string open = make("a@example.com");
  const std::string accepted = make("b@example.com");
  make_user("b@example.com");
  ASSERT_EQ(accept(accepted), "done");
  expect({
      {"facts 4.2", verdict(RevokeOrganizationInvitation{.organization_id = "org_0", .invitation_id = open}),
       "resource_not_found"},
      {"facts 4.2", revoke("orginv_0"), "resource_not_found"},
      {"facts 4.2", revoke(elsewhere), "resource_not_found"},
      {"facts 3.1 (inferred)", revoke(accepted), "organization_invitation_already_accepted"},
      {"facts 3.1", revoke(open), "done"},
      {"facts 3.1 (inferred)", revoke(open), "organization_invitation_already_revoked"},
      {"facts 4.2", get("org_0", open), "resource_not_found"},
      {"facts 4.2", get(acme, elsewhere), "resource_not_found"},
      {"facts 4.2", get(acme, "orginv_0"), "resource_not_found"},
      {"facts 3.1", get(acme, open), "done"},
  });
}

TEST_F(OrganizationInvitationRules, who_accepts_becomes_the_member_that_it_says) {
  const std::string id = make_invitation(acme, {.email_address = "a@example.com",
                                                .role = "org:admin",
                                                .public_metadata = RawJson{R"({"a":1})"},
                                                .private_metadata = RawJson{R"({"b":2})"}})
                             .id;
  expect({
      {"tool", accept("orginv_0"), "resource_not_found"},
      {"tool: nobody has the address", accept(id), "resource_not_found user_id"},
      {"tool", accept(id, "user_0"), "resource_not_found user_id"},
  });
  const std::string ada = make_user("a@example.com").id;
  expect({
      {"tool", accept(id), "done"},
      {"tool", accept(id), "organization_invitation_already_accepted"},
  });
  EXPECT_EQ(status_of(id), "accepted");
  const auto members = done(operations::ListOrganizationMemberships{.organization_id = acme});
  ASSERT_EQ(members.data.size(), 1U);
  EXPECT_EQ(members.data[0].role, "org:admin");
  EXPECT_EQ(members.data[0].public_metadata, RawJson{R"({"a":1})"}) << "facts 3.1";
  EXPECT_EQ(members.data[0].private_metadata, RawJson{R"({"b":2})"});
  EXPECT_EQ(role_of(acme, ada), "org:admin");
}

TEST_F(OrganizationInvitationRules, an_invitation_is_accepted_on_the_seat_that_it_holds) {
  const std::string ada = make_user("a@example.com").id;
  const std::string bob = make_user("b@example.com").id;
  const std::string first = make("a@example.com");
  const std::string second = make("b@example.com");
  const std::string gone = make("c@example.com");
  done(RevokeOrganizationInvitation{.organization_id = acme, .invitation_id = gone});
  allow_members(2);
  expect({
      {"tool", accept(gone, ada), "organization_invitation_already_revoked"},
      {"facts 3.3 (inferred): full of what is open", accept(first), "done"},
  });
  allow_members(1);
  expect({{"facts 3.3 (inferred): there were more seats", accept(second), "organization_membership_quota_exceeded"}});
  allow_members(3);
  ASSERT_EQ(join(acme, bob), "done");
  expect({
      {"facts 3.3: a member by another way", accept(second), "already_a_member_in_organization"},
      {"tool: the user is named", accept(second, ada), "already_a_member_in_organization"},
      {"tool: anybody", accept(second, make_user("d@example.com").id), "done"},
  });
  EXPECT_EQ(organization(acme).members_count, 3);
  EXPECT_EQ(organization(acme).pending_invitations_count, 0);
}

TEST_F(OrganizationInvitationRules, the_lists_filter_order_and_count) {
  const std::string other = make_organization({.name = "Other"}).id;
  const std::string beta = make("b@example.com");
  now += 1;
  make("a@example.com");
  now += 1;
  make("c@example.com");
  now += 1;
  make_invitation(other, {.email_address = "b@example.com"});
  done(RevokeOrganizationInvitation{.organization_id = acme, .invitation_id = beta});
  EXPECT_EQ(listed({}), (Texts{"c@example.com", "a@example.com", "b@example.com"})) << "facts 3.1";
  EXPECT_EQ(listed({.order_by = "+created_at", .limit = 1, .offset = 1}), Texts{"a@example.com"});
  EXPECT_EQ(listed({.order_by = "-email_address"}), (Texts{"c@example.com", "b@example.com", "a@example.com"}));
  EXPECT_EQ(listed({.email_address = "B@example.com"}), Texts{"b@example.com"});
  EXPECT_EQ(listed({.status = {InvitationStatus{"revoked"}}}), Texts{"b@example.com"});
  EXPECT_EQ(listed({.status = {InvitationStatus{"revoked"}, InvitationStatus{"pending"}}}).size(), 3U);
  EXPECT_EQ(listed({.status = {InvitationStatus{"accepted"}}}), Texts{});
  EXPECT_EQ(done(ListOrganizationInvitations{.organization_id = acme, .query = {.limit = 1}}).total_count, 3);
  const auto open = done(ListPendingOrganizationInvitations{.organization_id = acme, .query = {.limit = 1}});
  EXPECT_EQ(addresses_of(open), Texts{"c@example.com"}) << "facts 3.1";
  EXPECT_EQ(open.total_count, 2);
  EXPECT_EQ(listed_everywhere({.order_by = "email_address"}),
            (Texts{"a@example.com", "b@example.com", "b@example.com", "c@example.com"}));
  EXPECT_EQ(listed_everywhere({.status = {InvitationStatus{"pending"}}, .query = "B@EX"}), Texts{"b@example.com"});
  const auto everywhere = done(ListInstanceOrganizationInvitations{.query = {.limit = 1}});
  EXPECT_EQ(everywhere.total_count, 4);
  ASSERT_EQ(everywhere.data.size(), 1U);
  ASSERT_TRUE(everywhere.data[0].public_organization_data) << "facts 3.1";
  EXPECT_EQ(everywhere.data[0].public_organization_data->name, "Other");
  expect({
      {"facts 3.1", verdict(ListOrganizationInvitations{.organization_id = "org_0"}), "resource_not_found"},
      {"facts 3.1", verdict(ListPendingOrganizationInvitations{.organization_id = "org_0"}), "resource_not_found"},
  });
}

TEST_F(OrganizationInvitationRules, a_user_has_the_invitations_of_all_their_addresses) {
  const std::string ada = make_user("a@example.com").id;
  done(operations::CreateEmailAddress{.body = {.user_id = ada, .email_address = "second@example.com"}});
  make("a@example.com");
  now += 1;
  const std::string revoked = make("second@example.com");
  make("b@example.com");
  done(RevokeOrganizationInvitation{.organization_id = acme, .invitation_id = revoked});
  const auto of_user = [&](UsersGetOrganizationInvitationsRequest query) {
    return done(UsersGetOrganizationInvitations{.user_id = ada, .query = std::move(query)});
  };
  EXPECT_EQ(addresses_of(of_user({})), (Texts{"second@example.com", "a@example.com"})) << "facts 3.1 (inferred)";
  EXPECT_EQ(addresses_of(of_user({.status = InvitationStatus{"pending"}})), Texts{"a@example.com"});
  EXPECT_EQ(of_user({.limit = 1}).total_count, 2);
  EXPECT_TRUE(of_user({}).data.at(0).public_organization_data) << "facts 3.1";
  const std::string nameless = done(operations::CreateUser{.body = {.username = "nameless"}}).id;
  EXPECT_EQ(done(UsersGetOrganizationInvitations{.user_id = nameless}).total_count, 0);
  expect({{"facts 3.1", verdict(UsersGetOrganizationInvitations{.user_id = "user_0"}), "resource_not_found"}});
}

}  // namespace clerk::server::rules
