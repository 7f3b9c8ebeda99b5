#include "tests/unit/row_rules/organization_rules_support.hpp"

namespace clerk::server::rules {

namespace {

using operations::CreateSession;
using operations::GetSession;
using tools::SelectOrganization;

class OrganizationSessionRules : public RulesOfOrganizations {
 protected:
  std::string sign_in(std::optional<std::string> organization_id) {
    return verdict(CreateSession{.body = {.user_id = ada, .active_organization_id = std::move(organization_id)}});
  }
  /// The id of a new session.
  std::string session_in(std::optional<std::string> organization_id) {
    return session_of(ada, std::move(organization_id));
  }
  std::string session_of(const std::string& user_id, std::optional<std::string> organization_id) {
    return done(CreateSession{.body = {.user_id = user_id, .active_organization_id = std::move(organization_id)}}).id;
  }
  Session session(const std::string& id) { return done(GetSession{.session_id = id}); }
  /// Id of the organization, and how the session stands.
  std::string place_of(const std::string& id) {
    const Session found = session(id);
    return found.last_active_organization_id.value_or("none") + " " + found.status.text();
  }
  std::string select(const std::string& id, std::optional<std::string> organization_id) {
    return verdict(SelectOrganization{.session_id = id, .body = {.organization_id = std::move(organization_id)}});
  }
  void force_selection(bool is_forced) {
    instance.settings.organization_settings.force_organization_selection = is_forced;
  }

  std::string acme{make_organization().id};
  std::string other{make_organization({.name = "Other"}).id};
  std::string ada{make_member(acme, "ada@example.com")};
};

}  // namespace

TEST_F(OrganizationSessionRules, a_session_begins_in_an_organization_of_the_user_or_in_none) {
  expect({
      {"facts 3.1", sign_in(std::nullopt), "done"},
      {"facts 3.1", sign_in(acme), "done"},
      {"facts 4.3 (inferred)", sign_in(other), "form_resource_not_found active_organization_id"},
      {"facts 4.3 (inferred)", sign_in("org_0"), "form_resource_not_found active_organization_id"},
  });
  EXPECT_EQ(place_of(session_in(acme)), acme + " active");
  EXPECT_EQ(place_of(session_in(std::nullopt)), "none active");
}

TEST_F(OrganizationSessionRules, without_organizations_there_is_none_to_be_in) {
  const std::string id = session_in(std::nullopt);
  instance.settings.organization_settings.enabled = false;
  expect({
      {"facts 3.3 (inferred)", sign_in(acme), "organization_not_enabled_in_instance"},
      {"facts 3.3 (inferred)", select(id, acme), "organization_not_enabled_in_instance"},
      {"facts 3.1", sign_in(std::nullopt), "done"},
      {"facts 3.1 (inferred)", select(id, std::nullopt), "done"},
  });
}

TEST_F(OrganizationSessionRules, a_user_switches_between_their_organizations) {
  const std::string id = session_in(std::nullopt);
  expect({
      {"tool", select("sess_0", acme), "resource_not_found"},
      {"tool", select(id, other), "form_resource_not_found organization_id"},
      {"tool", select(id, acme), "done"},
  });
  EXPECT_EQ(place_of(id), acme + " active");
  ASSERT_EQ(join(other, ada), "done");
  ASSERT_EQ(select(id, other), "done");
  EXPECT_EQ(place_of(id), other + " active");
  ASSERT_EQ(select(id, std::nullopt), "done");
  EXPECT_EQ(place_of(id), "none active") << "facts 3.3: the personal account";
}

TEST_F(OrganizationSessionRules, a_session_that_is_over_is_put_nowhere) {
  const std::string revoked = session_in(std::nullopt);
  done(operations::RevokeSession{.session_id = revoked});
  const std::string expired = session_in(std::nullopt);
  expect({{"facts 4.2 (inferred)", select(revoked, acme), "authentication_invalid"},
          {"facts 4.2 (inferred)", select(expired, acme), "done"}});
  now += 7 * day;
  expect({{"facts 4.2 (inferred)", select(expired, acme), "authentication_invalid"}});
}

TEST_F(OrganizationSessionRules, who_has_to_choose_is_pending_until_they_have) {
  force_selection(true);
  const std::string id = session_in(std::nullopt);
  EXPECT_EQ(place_of(id), "none pending") << "facts 3.3";
  const Session pending = session(id);
  ASSERT_TRUE(pending.tasks);
  ASSERT_EQ(pending.tasks->size(), 1U);
  EXPECT_EQ(pending.tasks->at(0).key, "choose-organization") << "facts 3.3";
  EXPECT_EQ(place_of(session_in(acme)), acme + " active");
  expect(
      {{"facts 3.3 (inferred): a choice is still needed", select(id, other), "form_resource_not_found organization_id"},
       {"facts 3.3", select(id, acme), "done"}});
  EXPECT_EQ(place_of(id), acme + " active");
  EXPECT_FALSE(session(id).tasks);
  ASSERT_EQ(select(id, std::nullopt), "done");
  EXPECT_EQ(place_of(id), "none pending") << "facts 3.3 (inferred)";
  force_selection(false);
  ASSERT_EQ(select(id, std::nullopt), "done");
  EXPECT_EQ(place_of(id), "none active") << "facts 3.3 (inferred)";
}

TEST_F(OrganizationSessionRules, who_is_no_longer_a_member_is_no_longer_in_it) {
  ASSERT_EQ(join(other, ada), "done");
  const std::string bob = make_member(acme, "bob@example.com");
  const std::string here = session_in(acme);
  const std::string elsewhere = session_in(other);
  const std::string of_bob = session_of(bob, acme);
  done(operations::DeleteOrganizationMembership{.organization_id = acme, .user_id = ada});
  EXPECT_EQ(place_of(here), "none active") << "facts 3.3 (inferred)";
  EXPECT_EQ(place_of(elsewhere), other + " active");
  EXPECT_EQ(place_of(of_bob), acme + " active");
  force_selection(true);
  done(operations::DeleteOrganization{.organization_id = acme});
  EXPECT_EQ(place_of(of_bob), "none pending") << "facts 3.3 (inferred)";
  EXPECT_EQ(place_of(elsewhere), other + " active");
}

TEST_F(OrganizationSessionRules, a_session_that_is_over_keeps_what_it_was_in) {
  const std::string id = session_in(acme);
  done(operations::RevokeSession{.session_id = id});
  done(operations::DeleteOrganizationMembership{.organization_id = acme, .user_id = ada});
  EXPECT_EQ(place_of(id), acme + " revoked") << "(inferred)";
}

TEST_F(OrganizationSessionRules, who_was_dismissed_from_a_pending_choice_chooses_again) {
  ASSERT_EQ(join(other, ada), "done");
  force_selection(true);
  const std::string id = session_in(acme);
  done(operations::DeleteOrganization{.organization_id = acme});
  EXPECT_EQ(place_of(id), "none pending") << "facts 3.3 (inferred)";
  ASSERT_EQ(select(id, other), "done");
  EXPECT_EQ(place_of(id), other + " active") << "facts 3.3";
}

}  // namespace clerk::server::rules
