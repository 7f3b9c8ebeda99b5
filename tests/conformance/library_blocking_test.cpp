#include "tests/conformance/library_support.hpp"

#include <clerk/api/beta_features_api.hpp>
#include <clerk/api/instance_settings_api.hpp>

#include <gtest/gtest.h>

namespace clerk::testing {

TEST(LibraryConformance, every_operation_works_blocking) {
  expect_every_operation_works([](const ApiClient& client, const auto& operation) { return client.send(operation); });
}

// The seed's names, each once.
TEST(LibraryConformance, the_named_methods_are_the_operations) {
  const RunningServer server;
  const InstanceSettingsApi api{ApiClient{configuration_of(server, development_key)}};
  const BetaFeaturesApi beta{ApiClient{configuration_of(server, development_key)}};
  const BetaFeaturesApi production{ApiClient{configuration_of(server, production_key)}};

  EXPECT_TRUE(api.update_instance({.allowed_origins = {"capacitor://localhost"}}).has_value());
  EXPECT_EQ(api.get_instance().value().allowed_origins, (std::vector<std::string>{"capacitor://localhost"}));
  EXPECT_TRUE(api.update_instance_restrictions({.blocklist = true}).value().blocklist);
  EXPECT_TRUE(api.update_instance_organization_settings({.enabled = true}).value().enabled);
  EXPECT_TRUE(api.get_instance_organization_settings().value().force_organization_selection.value());
  EXPECT_TRUE(api.update_instance_protect({.rules_enabled = true}).value().rules_enabled);
  EXPECT_TRUE(api.get_instance_protect().value().rules_enabled);
  EXPECT_EQ(api.update_instance_communication({.blocked_country_codes = {"DE"}}).value().blocked_country_codes,
            (std::vector<std::string>{"DE"}));
  EXPECT_EQ(api.get_instance_communication().value().blocked_country_codes.size(), 1U);
  EXPECT_TRUE(api.update_instance_oauth_application_settings({.oauth_jwt_access_tokens = true})
                  .value()
                  .oauth_jwt_access_tokens);
  EXPECT_TRUE(api.get_instance_oauth_application_settings().value().oauth_jwt_access_tokens);
  EXPECT_EQ(beta.update_instance_auth_config({.from_email_address = "team"}).value().from_email_address, "team");
  EXPECT_TRUE(production.change_production_instance_domain({.home_url = "https://www.example.com"}).has_value());
}

TEST(LibraryConformance, an_argument_left_out_sends_an_empty_object_and_reads) {
  const RunningServer server;
  const InstanceSettingsApi api{ApiClient{configuration_of(server, development_key)}};
  EXPECT_TRUE(api.update_instance().has_value());
  EXPECT_FALSE(api.update_instance_restrictions().value().allowlist);
  EXPECT_EQ(api.update_instance_organization_settings().value().max_allowed_memberships, 5);
}

// field note S19
TEST(LibraryConformance, a_field_newer_than_the_library_goes_out_with_the_request) {
  const RunningServer server;
  const ApiClient client{configuration_of(server, development_key)};
  const auto answer = client.send(operations::UpdateInstanceRestrictions{
      .body = {.blocklist = true, .extra = {{"brand_new", RawJson{"{\"a\":1}"}}}}});
  ASSERT_TRUE(answer.has_value()) << answer.error().message();
  EXPECT_NE(answer->headers.find("clerkd-warning")->find("brand_new is not a field"), std::string::npos);
}

}  // namespace clerk::testing
