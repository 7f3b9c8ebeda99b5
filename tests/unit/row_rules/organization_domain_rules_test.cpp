#include "server/rules/common_email_domains.hpp"
#include "tests/unit/row_rules/organization_rules_support.hpp"

namespace clerk::server::rules {

namespace {

using operations::CreateOrganizationDomain;
using operations::DeleteOrganizationDomain;
using operations::ListAllOrganizationDomains;
using operations::ListOrganizationDomains;
using operations::UpdateOrganizationDomain;
using operations::VerifyOrganizationDomainOwnership;

class OrganizationDomainRules : public RulesOfOrganizations {
 protected:
  OrganizationDomainRules() {
    auto& settings = instance.settings.organization_settings;
    settings.domains_enabled = true;
    settings.domains_enrollment_modes = {EnrollmentMode{"automatic_invitation"},
                                         EnrollmentMode{"automatic_suggestion"}};
  }

  std::string add(const std::string& organization_id, CreateOrganizationDomainRequest request) {
    if (request.enrollment_mode.text().empty()) request.enrollment_mode = "manual_invitation";
    return verdict(CreateOrganizationDomain{.organization_id = organization_id, .body = std::move(request)});
  }
  std::string named(const std::string& name) { return add(acme, {.name = name}); }
  std::string make(const std::string& organization_id, const std::string& name,
                   const std::string& mode = "manual_invitation", bool verified = true) {
    return done(CreateOrganizationDomain{.organization_id = organization_id,
                                         .body = {.name = name, .enrollment_mode = mode, .verified = verified}})
        .id;
  }
  std::string update(const std::string& id, UpdateOrganizationDomainRequest request) {
    return verdict(UpdateOrganizationDomain{.organization_id = acme, .domain_id = id, .body = std::move(request)});
  }
  std::string remove(const std::string& id) {
    return verdict(DeleteOrganizationDomain{.organization_id = acme, .domain_id = id});
  }
  std::string verify(const std::string& id) {
    return verdict(VerifyOrganizationDomainOwnership{.organization_id = acme, .domain_id = id});
  }
  OrganizationDomain domain(const std::string& id) {
    for (OrganizationDomain& each : done(ListAllOrganizationDomains{.query = {.limit = 100}}).data) {
      if (each.id == id) return std::move(each);
    }
    return {};
  }
  static Texts names_of(const OrganizationDomains& domains) {
    Texts names;
    for (const OrganizationDomain& each : domains.data) names.push_back(each.name);
    return names;
  }
  Texts listed(ListOrganizationDomainsRequest query) {
    return names_of(done(ListOrganizationDomains{.organization_id = acme, .query = std::move(query)}));
  }
  Texts listed_everywhere(ListAllOrganizationDomainsRequest query) {
    return names_of(done(ListAllOrganizationDomains{.query = std::move(query)}));
  }
  /// The user's open invitations that domains made.
  std::vector<OrganizationInvitation> invitations_of(const std::string& user_id) {
    return done(operations::UsersGetOrganizationInvitations{.user_id = user_id,
                                                            .query = {.status = InvitationStatus{"pending"}}})
        .data;
  }
  std::vector<tools::OrganizationSuggestion> suggestions_of(const std::string& user_id) {
    return done(tools::ListOrganizationSuggestions{.user_id = user_id}).data;
  }
  std::string accept_suggestion(const std::string& id) {
    return verdict(tools::AcceptOrganizationSuggestion{.suggestion_id = id});
  }
  /// Writes the user once more.
  void touch(const std::string& user_id) { done(operations::UpdateUser{.user_id = user_id}); }

  std::string acme{make_organization().id};
  std::string other{make_organization({.name = "Other"}).id};
};

}  // namespace

TEST_F(OrganizationDomainRules, domains_are_written_only_where_they_are_enabled) {
  const std::string id = make(acme, "acme.example");
  instance.settings.organization_settings.domains_enabled = false;
  expect({
      {"facts 3.3", named("second.example"), "organization_domains_not_enabled"},
      {"facts 3.3", update(id, {.verified = false}), "organization_domains_not_enabled"},
      {"facts 3.3", verify(id), "organization_domains_not_enabled"},
      {"facts 3.3", remove(id), "organization_domains_not_enabled"},
      {"facts 3.3: writes only", verdict(ListOrganizationDomains{.organization_id = acme}), "done"},
      {"facts 3.3: writes only", verdict(ListAllOrganizationDomains{}), "done"},
      {"facts 4.2: that is told first", add("org_0", {.name = "a.example"}), "resource_not_found"},
  });
}

TEST_F(OrganizationDomainRules, a_domain_has_a_mode_that_the_instance_has) {
  const auto of_mode = [&](const std::string& mode) {
    return add(acme, {.name = mode.substr(mode.size() - 6) + ".example", .enrollment_mode = mode});
  };
  const std::string id = make(acme, "acme.example");
  constexpr std::string_view refused = "organization_domain_enrollment_mode_not_enabled enrollment_mode";
  instance.settings.organization_settings.domains_enrollment_modes = {EnrollmentMode{"automatic_suggestion"}};
  expect({
      {"facts 3.3 (inferred): by hand is always possible", of_mode("manual_invitation"), "done"},
      {"facts 3.3", of_mode("automatic_suggestion"), "done"},
      {"facts 3.3", of_mode("automatic_invitation"), refused},
      {"facts 3.2 (inferred): nobody has a connection", of_mode("enterprise_sso"), refused},
      {"facts 3.3", update(id, {.enrollment_mode = "automatic_invitation"}), refused},
      {"facts 3.3 (inferred)", update(id, {.enrollment_mode = "enterprise_sso"}), refused},
      {"facts 3.3", update(id, {.enrollment_mode = "automatic_suggestion"}), "done"},
      {"facts 3.1: nothing", update(id, {}), "done"},
      {"facts 3.1 (inferred): null leaves it", update(id, {.enrollment_mode = null, .verified = null}), "done"},
  });
  EXPECT_EQ(domain(id).enrollment_mode, "automatic_suggestion");
}

TEST_F(OrganizationDomainRules, a_name_is_neither_everybodys_nor_thrown_away) {
  expect({
      {"facts 3.3", named("gmail.com"), "organization_domain_common name"},
      {"facts 3.3", named("Yahoo.co.uk"), "organization_domain_common name"},
      {"facts 3.3 (inferred): below it", named("mail.gmail.com"), "done"},
      {"facts 3.3", named("10minutemail.com"), "organization_domain_blocked name"},
      {"facts 3.3 (inferred): below it", named("mx.10minutemail.com"), "organization_domain_blocked name"},
      {"facts 3.2", named("Acme.Example"), "done"},
  });
  EXPECT_EQ(listed({.limit = 1}), Texts{"acme.example"}) << "(inferred): in lower case";
  for (const std::string_view name : common_email_domains) {
    EXPECT_EQ(named(std::string{name}), "organization_domain_common name") << name;
  }
}

TEST_F(OrganizationDomainRules, a_verified_name_is_had_once_in_an_instance) {
  constexpr std::string_view same = "organization_domain_already_exists_same_organization name";
  constexpr std::string_view elsewhere = "organization_domain_already_exists name";
  const std::string mine = make(acme, "acme.example");
  expect({
      {"facts 3.3", named("ACME.example"), same},
      {"facts 3.3 (inferred): verified or not", add(acme, {.name = "acme.example", .verified = false}), same},
      {"facts 3.3", add(other, {.name = "acme.example"}), elsewhere},
      {"facts 3.3: only verified ones", add(other, {.name = "acme.example", .verified = false}), "done"},
      {"facts 3.3", add(other, {.name = "acme.example", .verified = false}), same},
      {"facts 3.3 (inferred): the verified one is told", add(other, {.name = "acme.example"}), elsewhere},
  });
  const std::string theirs = done(ListOrganizationDomains{.organization_id = other}).data.at(0).id;
  const auto verify_theirs = [&] {
    return verdict(UpdateOrganizationDomain{.organization_id = other, .domain_id = theirs, .body = {.verified = true}});
  };
  expect({
      {"facts 3.3", verify_theirs(), elsewhere},
      {"facts 3.1", update(mine, {.verified = false}), "done"},
      {"facts 3.3: free", verify_theirs(), "done"},
      {"facts 3.3", update(mine, {.verified = true}), elsewhere},
      {"facts 3.1", update(mine, {.verified = false}), "done"},
  });
  EXPECT_EQ(domain(theirs).verification->status, "verified");
  EXPECT_EQ(domain(mine).affiliation_verification->status, "unverified");
}

TEST_F(OrganizationDomainRules, an_organization_has_so_many_and_no_more) {
  instance.settings.organization_settings.max_allowed_domains = 2;
  const std::string first = make(acme, "a.example");
  make(acme, "b.example", "manual_invitation", false);
  expect({
      {"facts 3.3", named("c.example"), "organization_domain_quota_exceeded"},
      {"facts 3.3 (inferred): a taken name is told first", named("a.example"),
       "organization_domain_already_exists_same_organization name"},
      {"facts 3.3: per organization", add(other, {.name = "c.example"}), "done"},
      {"facts 3.1", remove(first), "done"},
      {"facts 3.3 (inferred)", named("d.example"), "done"},
      {"facts 3.3", named("e.example"), "organization_domain_quota_exceeded"},
  });
}

TEST_F(OrganizationDomainRules, only_domains_of_the_organization_are_changed) {
  const std::string theirs = make(other, "other.example");
  const std::string mine = make(acme, "acme.example");
  expect({
      {"facts 4.2", add("org_0", {.name = "a.example"}), "resource_not_found"},
      {"facts 4.2", verdict(UpdateOrganizationDomain{.organization_id = "org_0", .domain_id = mine}),
       "resource_not_found"},
      {"facts 4.2", update("orgdmn_0", {}), "resource_not_found"},
      {"facts 4.2", update(theirs, {}), "resource_not_found"},
      {"facts 4.2", remove(theirs), "resource_not_found"},
      {"facts 4.2", verify(theirs), "resource_not_found"},
      {"facts 4.2", verify("orgdmn_0"), "resource_not_found"},
      {"facts 4.2 (inferred)", verdict(ListOrganizationDomains{.organization_id = "org_0"}), "resource_not_found"},
      {"facts 3.1", verify(mine), "done"},
      {"facts 3.1", remove(mine), "done"},
      {"facts 4.2", remove(mine), "resource_not_found"},
      {"facts 3.3 (inferred): free again", add(other, {.name = "acme.example"}), "done"},
  });
}

TEST_F(OrganizationDomainRules, whose_ownership_was_asked_for_is_believed) {
  const std::string id = make(acme, "acme.example");
  EXPECT_FALSE(domain(id).ownership_verification);
  ASSERT_EQ(verify(id), "done");
  ASSERT_TRUE(domain(id).ownership_verification);
  EXPECT_EQ(domain(id).ownership_verification->status, "verified") << "facts 3.1 (inferred)";
  EXPECT_EQ(domain(id).ownership_verification->verified_at, now);
  ASSERT_TRUE(domain(id).public_organization_data);
  EXPECT_EQ(domain(id).public_organization_data->name, "Acme");
}

TEST_F(OrganizationDomainRules, the_list_of_an_organization_is_filtered) {
  make(acme, "a.example");
  now += 1;
  make(acme, "b.example", "automatic_invitation");
  now += 1;
  make(acme, "c.example", "automatic_invitation", false);
  make(other, "d.example");
  EXPECT_EQ(listed({}), (Texts{"c.example", "b.example", "a.example"})) << "facts 3.1";
  EXPECT_EQ(listed({.limit = 1, .offset = 1}), Texts{"b.example"});
  EXPECT_EQ(listed({.verified = true}), (Texts{"b.example", "a.example"}));
  EXPECT_EQ(listed({.verified = false}), Texts{"c.example"});
  EXPECT_EQ(listed({.enrollment_mode = "manual_invitation"}), Texts{"a.example"});
  EXPECT_EQ(listed({.enrollment_mode = "-manual_invitation"}), (Texts{"c.example", "b.example"}));
  EXPECT_EQ(listed({.verified = true, .enrollment_mode = "automatic_invitation"}), Texts{"b.example"});
  EXPECT_EQ(listed({.verified = false, .enrollment_mode = "manual_invitation"}), Texts{});
  EXPECT_EQ(listed({.enrollment_mode = "none"}), Texts{});
  EXPECT_EQ(done(ListOrganizationDomains{.organization_id = acme, .query = {.verified = true, .limit = 1}}).total_count,
            2);
}

TEST_F(OrganizationDomainRules, the_list_of_the_instance_is_filtered_and_ordered) {
  make(acme, "b.example");
  now += 1;
  make(other, "a.example", "automatic_invitation");
  now += 1;
  make(acme, "c.example", "automatic_suggestion", false);
  EXPECT_EQ(listed_everywhere({}), (Texts{"c.example", "a.example", "b.example"})) << "facts 3.1";
  EXPECT_EQ(listed_everywhere({.order_by = "name"}), (Texts{"a.example", "b.example", "c.example"}));
  EXPECT_EQ(listed_everywhere({.order_by = "-name", .offset = 1, .limit = 1}), Texts{"b.example"});
  EXPECT_EQ(listed_everywhere({.organization_id = acme}), (Texts{"c.example", "b.example"}));
  EXPECT_EQ(listed_everywhere({.verified = true}), (Texts{"a.example", "b.example"}));
  EXPECT_EQ(listed_everywhere({.enrollment_mode = "manual_invitation,automatic_suggestion"}),
            (Texts{"c.example", "b.example"}));
  EXPECT_EQ(listed_everywhere({.enrollment_mode = "-manual_invitation,-automatic_suggestion"}), Texts{"a.example"});
  EXPECT_EQ(listed_everywhere({.enrollment_mode = "manual_invitation,-manual_invitation"}), Texts{});
  EXPECT_EQ(listed_everywhere({.query = "B.EX"}), Texts{"b.example"});
  EXPECT_EQ(listed_everywhere({.query = other}), Texts{"a.example"});
  EXPECT_EQ(listed_everywhere({.organization_id = acme, .query = other}), Texts{});
  EXPECT_EQ(listed_everywhere({.organization_id = acme, .query = acme}), (Texts{"c.example", "b.example"}));
  EXPECT_EQ(listed_everywhere({.domains = {"A.example", "b.example"}}), (Texts{"a.example", "b.example"}));
  EXPECT_EQ(done(ListAllOrganizationDomains{.query = {.limit = 1}}).total_count, 3);
}

TEST_F(OrganizationDomainRules, a_domain_invites_the_user_who_has_an_address_at_it_once) {
  const std::string id = make(acme, "acme.example", "automatic_invitation");
  const std::string ada = make_user("Ada@acme.example").id;
  const std::string bob = make_user("bob@other.example").id;
  const std::string below = make_user("eve@mx.acme.example").id;
  const auto invitations = invitations_of(ada);
  ASSERT_EQ(invitations.size(), 1U) << "facts 3.3";
  EXPECT_EQ(invitations[0].organization_id, acme);
  EXPECT_EQ(invitations[0].role, "org:member") << "facts 3.3: domains_default_role";
  EXPECT_FALSE(invitations[0].expires_at);
  EXPECT_TRUE(invitations_of(bob).empty());
  EXPECT_TRUE(invitations_of(below).empty()) << "(inferred)";
  EXPECT_EQ(domain(id).total_pending_invitations, 1);
  touch(ada);
  EXPECT_EQ(invitations_of(ada).size(), 1U);
  EXPECT_EQ(organization(acme).pending_invitations_count, 0) << "(inferred): it holds no seat";
  ASSERT_EQ(
      verdict(operations::RevokeOrganizationInvitation{.organization_id = acme, .invitation_id = invitations[0].id}),
      "done");
  touch(ada);
  EXPECT_TRUE(invitations_of(ada).empty()) << "(inferred): there is no second";
  EXPECT_EQ(domain(id).total_pending_invitations, 0);
}

TEST_F(OrganizationDomainRules, an_address_counts_once_it_is_verified) {
  make(acme, "acme.example", "automatic_invitation");
  const std::string ada = make_user("ada@home.example").id;
  const std::string address =
      done(operations::CreateEmailAddress{.body = {.user_id = ada, .email_address = "ada@acme.example"}})
          .id.value_or("");
  EXPECT_TRUE(invitations_of(ada).empty());
  done(operations::UpdateEmailAddress{.email_address_id = address, .body = {.verified = true}});
  EXPECT_EQ(invitations_of(ada).size(), 1U) << "facts 3.3 (inferred)";
}

TEST_F(OrganizationDomainRules, what_is_no_ready_domain_offers_nothing) {
  make(acme, "manual.example");
  make(acme, "unverified.example", "automatic_invitation", false);
  make(acme, "late.example", "automatic_invitation");
  make(acme, "suggesting.example", "automatic_suggestion");
  instance.settings.organization_settings.domains_enrollment_modes = {EnrollmentMode{"automatic_suggestion"}};
  for (const char* address : {"a@manual.example", "a@unverified.example", "a@late.example"}) {
    const std::string user = make_user(address).id;
    EXPECT_TRUE(invitations_of(user).empty()) << address;
    EXPECT_TRUE(suggestions_of(user).empty()) << address;
  }
  instance.settings.organization_settings.domains_enabled = false;
  EXPECT_TRUE(suggestions_of(make_user("a@suggesting.example").id).empty()) << "facts 3.3";
  instance.settings.organization_settings.domains_enabled = true;
  EXPECT_EQ(suggestions_of(make_user("b@suggesting.example").id).size(), 1U) << "facts 3.3";
}

TEST_F(OrganizationDomainRules, members_are_offered_nothing) {
  const std::string ada = make_member(acme, "ada@acme.example");
  make(acme, "acme.example", "automatic_invitation");
  make(other, "other.example", "automatic_suggestion");
  const std::string bob = make_member(other, "bob@home.example");
  done(
      operations::CreateEmailAddress{.body = {.user_id = bob, .email_address = "bob@other.example", .verified = true}});
  touch(ada);
  EXPECT_TRUE(invitations_of(ada).empty()) << "(inferred)";
  EXPECT_TRUE(suggestions_of(bob).empty()) << "(inferred)";
}

TEST_F(OrganizationDomainRules, an_offer_goes_with_its_domain_and_with_another_mode) {
  const std::string inviting = make(acme, "inviting.example", "automatic_invitation");
  const std::string suggesting = make(acme, "suggesting.example", "automatic_suggestion");
  const std::string ada = make_user("ada@inviting.example").id;
  const std::string bob = make_user("bob@suggesting.example").id;
  EXPECT_EQ(domain(suggesting).total_pending_suggestions, 1);
  ASSERT_EQ(remove(inviting), "done");
  EXPECT_TRUE(invitations_of(ada).empty()) << "facts 3.1 (inferred)";
  ASSERT_EQ(update(suggesting, {.enrollment_mode = "automatic_suggestion"}), "done");
  EXPECT_EQ(suggestions_of(bob).size(), 1U) << "(inferred): the same mode";
  ASSERT_EQ(update(suggesting, {.enrollment_mode = "automatic_invitation"}), "done");
  EXPECT_TRUE(suggestions_of(bob).empty()) << "(inferred)";
  touch(bob);
  EXPECT_EQ(invitations_of(bob).size(), 1U) << "(inferred)";
  ASSERT_EQ(update(suggesting, {.verified = false}), "done");
  EXPECT_TRUE(invitations_of(bob).empty()) << "(inferred)";
}

TEST_F(OrganizationDomainRules, a_suggestion_that_is_accepted_makes_a_member) {
  const std::string id = make(acme, "acme.example", "automatic_suggestion");
  const std::string ada = make_user("ada@acme.example").id;
  const std::string bob = make_user("bob@acme.example").id;
  touch(ada);
  const auto suggestions = suggestions_of(ada);
  ASSERT_EQ(suggestions.size(), 1U) << "facts 3.3";
  EXPECT_EQ(suggestions[0].status, "pending");
  EXPECT_EQ(suggestions[0].organization_id, acme);
  EXPECT_EQ(suggestions[0].domain_id, id);
  EXPECT_EQ(suggestions[0].user_id, ada);
  done(operations::UpdateOrganization{.organization_id = acme, .body = {.max_allowed_memberships = 1}});
  expect({
      {"tool", accept_suggestion("orgsug_0"), "resource_not_found"},
      {"tool", accept_suggestion(suggestions[0].id), "done"},
      {"facts 3.3", accept_suggestion(suggestions_of(bob).at(0).id), "organization_membership_quota_exceeded"},
  });
  EXPECT_EQ(role_of(acme, ada), "org:member") << "facts 3.3: domains_default_role";
  EXPECT_EQ(suggestions_of(ada).at(0).status, "accepted");
  EXPECT_EQ(domain(id).total_pending_suggestions, 1);
  done(operations::UpdateOrganization{.organization_id = acme, .body = {.max_allowed_memberships = 3}});
  ASSERT_EQ(join(acme, bob), "done");
  expect({
      {"tool: a member by another way", accept_suggestion(suggestions_of(bob).at(0).id),
       "already_a_member_in_organization"},
      {"tool", accept_suggestion(suggestions[0].id), "already_a_member_in_organization"},
  });
}

TEST_F(OrganizationDomainRules, what_a_domain_invites_takes_a_seat_when_it_is_accepted) {
  make(acme, "acme.example", "automatic_invitation");
  const std::string ada = make_user("ada@acme.example").id;
  const std::string bob = make_user("bob@acme.example").id;
  done(operations::UpdateOrganization{.organization_id = acme, .body = {.max_allowed_memberships = 1}});
  const std::string first = invitations_of(ada).at(0).id;
  const std::string second = invitations_of(bob).at(0).id;
  expect({
      {"facts 3.3 (inferred)", accept(first), "done"},
      {"facts 3.3", accept(second), "organization_membership_quota_exceeded"},
  });
  EXPECT_EQ(role_of(acme, ada), "org:member");
}

}  // namespace clerk::server::rules
