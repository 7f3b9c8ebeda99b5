#include "tests/unit/rules/rules_support.hpp"

#include <gtest/gtest.h>

namespace clerk::server::rules {

// facts 2.7
TEST(CommunicationRules, codes_of_no_country_are_dropped_and_said) {
  const Change change =
      run<operations::UpdateInstanceCommunication>(fresh(development), {.blocked_country_codes = {"DE", "ZZ", "US"}});
  EXPECT_EQ(change.after.settings.communication.blocked_country_codes, (Texts{"DE", "US"}));
  EXPECT_EQ(warned_params(change), (Texts{"blocked_country_codes"}));
}

TEST(CommunicationRules, know_the_countries) {
  for (const std::string_view code : {"AD", "DE", "GB", "US", "ZW"}) EXPECT_TRUE(is_country(code)) << code;
  for (const std::string_view code : {"", "D", "ZZ", "UK", "D ", "DEU", " A"}) EXPECT_FALSE(is_country(code)) << code;
}

// facts 2.8
TEST(OAuthApplicationSettingsRules, null_resets_the_scopes_and_nothing_else) {
  store::InstanceState instance = fresh(development);
  instance.settings.oauth_application_settings.default_scopes = {"email"};
  instance.settings.oauth_application_settings.oauth_jwt_access_tokens = true;
  const Change change = run<operations::UpdateInstanceOAuthApplicationSettings>(
      instance, {.default_scopes = null, .oauth_jwt_access_tokens = null});
  EXPECT_FALSE(change.after.settings.oauth_application_settings.default_scopes.has_value());
  EXPECT_TRUE(change.after.settings.oauth_application_settings.oauth_jwt_access_tokens);
}

// facts 2.6
TEST(ProtectRules, keep_what_is_set) {
  const Change change = run<operations::UpdateInstanceProtect>(fresh(development), {.rules_enabled = true});
  const InstanceProtect shown = read(operations::GetInstanceProtect{}, change.after);
  EXPECT_TRUE(shown.rules_enabled);
  EXPECT_FALSE(shown.specter_enabled);
  EXPECT_FALSE(shown.checks_bypassed);
}

// facts 2.10
TEST(BetaFeaturesRules, two_settings_are_kept_elsewhere) {
  const operations::UpdateInstanceAuthConfig operation{
      .body = {.restricted_to_allowlist = true, .from_email_address = "team", .test_mode = false}};
  Change change{fresh(development)};
  write(operation, surroundings(), change);
  EXPECT_TRUE(change.refusals.empty());
  EXPECT_TRUE(change.after.settings.restrictions.allowlist);
  EXPECT_FALSE(change.after.settings.instance.test_mode);
  const InstanceAuthConfig shown = answer(operation, change.after);
  EXPECT_EQ(shown.id, "ins_1");
  EXPECT_EQ(shown.restricted_to_allowlist, true);
  EXPECT_EQ(shown.from_email_address, "team");
  EXPECT_EQ(shown.progressive_sign_up, true);
}

TEST(BetaFeaturesRules, refusals_name_the_setting_as_the_request_does) {
  EXPECT_EQ(
      refusals_of(run<operations::UpdateInstanceAuthConfig>(fresh(production), {.restricted_to_allowlist = true})),
      (Texts{"unsupported_subscription_plan_features restricted_to_allowlist"}));
}

// facts 2.9
TEST(BetaFeaturesRules, a_domain_is_changed_in_production_to_a_safe_and_free_home) {
  struct Row {
    store::InstanceState instance;
    ChangeProductionInstanceDomainRequest request;
    Texts refusals;
  };
  const std::vector<Row> rows{
      {fresh(development), {.home_url = "https://a.example.com"}, {"request_invalid_for_environment "}},
      {fresh(production), {}, {"form_param_missing home_url"}},
      {fresh(production), {.home_url = "http://a.example.com"}, {"insecure_url home_url"}},
      {fresh(production), {.home_url = "https://taken.example.com"}, {"home_url_taken home_url"}},
      {fresh(production), {.home_url = "https://a.example.com", .is_secondary = true}, {}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(refusals_of(run<operations::ChangeProductionInstanceDomain>(row.instance, row.request)), row.refusals);
  }
}

// store 7.5
TEST(BetaFeaturesRules, changing_the_domain_ends_all_sessions) {
  const Change change = run<operations::ChangeProductionInstanceDomain>(
      fresh(production), {.home_url = "https://a.example.com", .is_secondary = true});
  EXPECT_EQ(change.after.traits.home_url, "https://a.example.com");
  EXPECT_TRUE(change.after.traits.home_url_is_secondary);
  EXPECT_EQ(change.after.traits.sessions_valid_after, surroundings().now);
}

}  // namespace clerk::server::rules
