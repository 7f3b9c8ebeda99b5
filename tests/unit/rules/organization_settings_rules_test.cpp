#include "tests/unit/rules/rules_support.hpp"

#include <gtest/gtest.h>

namespace clerk::server::rules {

namespace {

using Request = UpdateInstanceOrganizationSettingsRequest;

Change change_of(store::InstanceState instance, Request request) {
  return run<operations::UpdateInstanceOrganizationSettings>(std::move(instance), std::move(request));
}

store::InstanceState with_limit(std::int64_t limit, std::string_view environment, Texts features = {}) {
  store::InstanceState instance = fresh(environment, std::move(features));
  instance.settings.organization_settings.max_allowed_memberships = limit;
  return instance;
}

store::InstanceState enabled(bool forced) {
  store::InstanceState instance = fresh(development);
  instance.settings.organization_settings.enabled = true;
  instance.settings.organization_settings.force_organization_selection = forced;
  return instance;
}

}  // namespace

TEST(OrganizationSettingsRules, raising_the_member_limit_above_the_cap_needs_the_plan) {
  struct Row {
    std::string_view fact;
    store::InstanceState instance;
    std::int64_t wanted;
    bool refused;
  };
  const std::vector<Row> rows{
      {"facts 9.10: never in development", with_limit(5, development), 1000, false},
      {"facts 7: up to 20 is free", with_limit(5, production), 20, false},
      {"facts 9.9: above 20 is not", with_limit(5, production), 21, true},
      {"store 7.4: no limit counts as above", with_limit(5, production), 0, true},
      {"facts 9.9: with the feature it is", with_limit(5, production, {"b2b"}), 0, false},
      {"store 7.4: lowering never needs it", with_limit(100, production), 50, false},
      {"store 7.4: nor lowering from no limit", with_limit(0, production), 50, false},
      {"store 7.4: nor staying", with_limit(100, production), 100, false},
      {"store 7.4: raising what is above already does", with_limit(100, production), 101, true},
  };
  for (const Row& row : rows) {
    const Change change = change_of(row.instance, {.max_allowed_memberships = row.wanted});
    EXPECT_EQ(refusals_of(change),
              row.refused ? Texts{"unsupported_subscription_plan_features max_allowed_memberships"} : Texts{})
        << row.fact;
  }
}

TEST(OrganizationSettingsRules, forced_selection_is_judged_in_the_final_state) {
  struct Row {
    std::string_view fact;
    store::InstanceState instance;
    Request request;
    bool forced;
    Texts refusals;
  };
  const Texts refused{
      "force_organization_selection_not_allowed_when_organizations_disabled force_organization_selection"};
  const std::vector<Row> rows{
      {"facts 9.7: turning on forces", fresh(development), {.enabled = true}, true, {}},
      {"facts 9.7: unless the body says otherwise",
       fresh(development),
       {.enabled = true, .force_organization_selection = false},
       false,
       {}},
      {"facts 9.7: on again changes nothing", enabled(false), {.enabled = true}, false, {}},
      {"store 7.3: turning off clears it", enabled(true), {.enabled = false}, false, {}},
      {"store 7.3: forcing while off is refused",
       fresh(development),
       {.force_organization_selection = true},
       false,
       refused},
      {"store 7.3: so is forcing while turning off",
       enabled(false),
       {.enabled = false, .force_organization_selection = true},
       false,
       refused},
      {"store 7.3: forcing while turning on is fine",
       fresh(development),
       {.enabled = true, .force_organization_selection = true},
       true,
       {}},
      {"facts 9.2: null says nothing",
       fresh(development),
       {.enabled = true, .force_organization_selection = null},
       true,
       {}},
  };
  for (const Row& row : rows) {
    const Change change = change_of(row.instance, row.request);
    EXPECT_EQ(refusals_of(change), row.refusals) << row.fact;
    if (row.refusals.empty()) {
      EXPECT_EQ(change.after.settings.organization_settings.force_organization_selection, row.forced) << row.fact;
    }
  }
}

// facts 2.5, 9.8
TEST(OrganizationSettingsRules, roles_go_in_by_id_and_are_kept_by_key) {
  const Change change =
      change_of(fresh(development), {.creator_role_id = "role_admin", .domains_default_role_id = "role_admin"});
  EXPECT_TRUE(change.refusals.empty());
  EXPECT_EQ(change.after.settings.organization_settings.creator_role, "org:admin");
  EXPECT_EQ(change.after.settings.organization_settings.domains_default_role, "org:admin");
}

TEST(OrganizationSettingsRules, every_unknown_role_is_named) {
  const Change change =
      change_of(fresh(development), {.creator_role_id = "role_x", .domains_default_role_id = "role_y"});
  EXPECT_EQ(refusals_of(change),
            (Texts{"resource_not_found creator_role_id", "resource_not_found domains_default_role_id"}));
}

TEST(OrganizationSettingsRules, a_creator_must_be_able_to_manage_members_and_delete) {
  const Change change = change_of(fresh(development), {.creator_role_id = "role_member"});
  EXPECT_EQ(refusals_of(change), (Texts{"organization_missing_creator_role_permissions creator_role_id"}));
  EXPECT_EQ(change.refusals.front().expected, "org:sys_memberships:manage, org:sys_profile:delete");
}

}  // namespace clerk::server::rules
