#include "tests/unit/rules/rules_support.hpp"

#include <gtest/gtest.h>

namespace clerk::server::rules {

namespace {

struct Row {
  std::string_view fact;
  store::InstanceState instance;
  UpdateInstanceRestrictionsRequest request;
  Texts refusals;
};

store::InstanceState with_allowlist(store::InstanceState instance) {
  instance.settings.restrictions.allowlist = true;
  return instance;
}

}  // namespace

TEST(RestrictionRules, need_the_plan_and_the_public_mode_only_to_turn_a_list_on) {
  const std::vector<Row> rows{
      {"facts 2.3: paid features are free in development",
       fresh(development),
       {.allowlist = true, .blocklist = true},
       {}},
      {"facts 9.10: production needs the feature",
       fresh(production),
       {.allowlist = true},
       {"unsupported_subscription_plan_features allowlist"}},
      {"facts 9.10: one refusal names all the features",
       fresh(production),
       {.allowlist = true, .blocklist = true},
       {"unsupported_subscription_plan_features allowlist"}},
      {"facts 9.10: a plan with the feature", fresh(production, {"allowlist"}), {.allowlist = true}, {}},
      {"facts 9.10: the other feature does not do",
       fresh(production, {"allowlist"}),
       {.blocklist = true},
       {"unsupported_subscription_plan_features blocklist"}},
      {"store 7.4: turning off never needs it", with_allowlist(fresh(production)), {.allowlist = false}, {}},
      {"store 7.4: staying on neither", with_allowlist(fresh(production)), {.allowlist = true}, {}},
      {"facts 9.10: free settings stay free",
       fresh(production),
       {.block_email_subaddresses = true, .block_disposable_email_domains = true},
       {}},
      {"facts 9.11: the allowlist needs the public mode",
       fresh(development, {}, "restricted"),
       {.allowlist = true},
       {"sign_up_mode_restricted_invalid_value allowlist"}},
      {"facts 9.11: also in waitlist mode",
       fresh(development, {}, "waitlist"),
       {.allowlist = true},
       {"sign_up_mode_restricted_invalid_value allowlist"}},
      {"facts 9.11: the blocklist does not", fresh(development, {}, "restricted"), {.blocklist = true}, {}},
      {"store 7.1: plan before state",
       fresh(production, {}, "restricted"),
       {.allowlist = true},
       {"unsupported_subscription_plan_features allowlist"}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(refusals_of(run<operations::UpdateInstanceRestrictions>(row.instance, row.request)), row.refusals)
        << row.fact;
  }
}

TEST(RestrictionRules, one_refusal_names_every_feature_that_the_plan_lacks) {
  const Change change =
      run<operations::UpdateInstanceRestrictions>(fresh(production), {.allowlist = true, .blocklist = true});
  ASSERT_EQ(change.refusals.size(), 1U);
  EXPECT_EQ(change.refusals.front().unsupported_features, (Texts{"allowlist", "blocklist"}));
}

TEST(RestrictionRules, the_answer_shows_the_state_after_the_write) {
  const operations::UpdateInstanceRestrictions operation{.body = {.blocklist = true}};
  Change change{fresh(development)};
  write(operation, surroundings(), change);
  const InstanceRestrictions shown = answer(operation, change.after);
  EXPECT_TRUE(shown.blocklist);
  EXPECT_FALSE(shown.allowlist);
  EXPECT_TRUE(shown.allowlist_blocklist_disabled_on_sign_in);
  EXPECT_FALSE(shown.ignore_dots_for_gmail_addresses.has_value());
}

}  // namespace clerk::server::rules
