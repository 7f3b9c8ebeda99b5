#include "tests/conformance/server_support.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::testing {

namespace {

class EnvironmentWire : public ::testing::Test {
 protected:
  WireAnswer ask(const std::string& query = "", const std::string& origin = "") const {
    WireRequest request{.target = "/__clerkd/environment" + query, .key = std::nullopt};
    if (!origin.empty()) request.headers.emplace_back("Origin", origin);
    return server.send(request);
  }

  boost::json::value at(std::string_view pointer) const { return ask().json().at_pointer(pointer); }

  RunningServer server;
};

}  // namespace

/// Each setting, what to send, where the environment shows it, and what it shows then.
TEST_F(EnvironmentWire, shows_each_setting_where_a_front_end_looks_for_it) {
  struct Row {
    const char* path;
    const char* body;
    const char* pointer;
    const char* shown;
  };
  const std::vector<Row> rows{
      {"", R"({"test_mode":false})", "/auth_config/test_mode", "false"},
      {"", R"({"url_based_session_syncing":false})", "/auth_config/url_based_session_syncing", "false"},
      {"", R"({"support_email":"help@example.com"})", "/display_config/support_email", R"("help@example.com")"},
      {"", R"({"clerk_js_version":"5.1.0"})", "/display_config/clerk_js_version", R"("5.1.0")"},
      {"", R"({"preferred_sign_in_strategy_when_password_required":"otp"})",
       "/display_config/preferred_sign_in_strategy", R"("otp")"},
      {"", R"({"development_origin":"http://localhost:3000"})", "/display_config/home_url",
       R"("http://localhost:3000")"},
      {"", R"({"hibp":false})", "/user_settings/password_settings/disable_hibp", "true"},
      {"/restrictions", R"({"allowlist":true})", "/user_settings/restrictions/allowlist/enabled", "true"},
      {"/restrictions", R"({"blocklist":true})", "/user_settings/restrictions/blocklist/enabled", "true"},
      {"/restrictions", R"({"allowlist_blocklist_disabled_on_sign_in":false})",
       "/user_settings/restrictions/allowlist_blocklist_disabled_on_sign_in/enabled", "false"},
      {"/restrictions", R"({"block_email_subaddresses":true})",
       "/user_settings/restrictions/block_email_subaddresses/enabled", "true"},
      {"/restrictions", R"({"block_disposable_email_domains":true})",
       "/user_settings/restrictions/block_disposable_email_domains/enabled", "true"},
      {"/communication", R"({"blocked_country_codes":["KP"]})", "/communication/blocked_country_codes", R"(["KP"])"},
      {"/organization_settings", R"({"enabled":true})", "/organization_settings/enabled", "true"},
      {"/organization_settings", R"({"max_allowed_memberships":9})", "/organization_settings/max_allowed_memberships",
       "9"},
      {"/organization_settings", R"({"admin_delete_enabled":false})", "/organization_settings/actions/admin_delete",
       "false"},
      {"/organization_settings", R"({"slug_disabled":false})", "/organization_settings/slug/disabled", "false"},
      {"/organization_settings", R"({"domains_enabled":true})", "/organization_settings/domains/enabled", "true"},
      {"/organization_settings", R"({"domains_enrollment_modes":["automatic_invitation"]})",
       "/organization_settings/domains/enrollment_modes", R"(["automatic_invitation"])"},
  };
  for (const Row& row : rows) {
    const auto shown = boost::json::parse(row.shown);
    EXPECT_NE(at(row.pointer), shown) << row.pointer << " before";
    EXPECT_LT(server.patch("/v1/instance" + std::string{row.path}, row.body).status, 300U) << row.body;
    EXPECT_EQ(at(row.pointer), shown) << row.pointer;
  }
}

TEST_F(EnvironmentWire, shows_the_sign_up_mode_and_the_instance_that_is_asked_for) {
  server.set_traits(development_key, R"({"sign_up_mode":"waitlist"})");
  EXPECT_EQ(at("/user_settings/sign_up/mode"), "waitlist");
  const auto instances = server.send({.target = "/__clerkd/instances"}).json().at("data").as_array();
  for (const auto& instance : instances) {
    const std::string id{instance.at("id").as_string()};
    const auto environment = ask("?instance_id=" + id).json();
    EXPECT_EQ(environment.at("id"), instance.at("id"));
    EXPECT_EQ(environment.at_pointer("/display_config/instance_environment_type"), instance.at("environment_type"));
  }
  EXPECT_EQ(ask("?instance_id=ins_unknown").status, 404U);
}

TEST_F(EnvironmentWire, is_given_to_the_origins_that_the_settings_allow_and_no_others) {
  const auto allowed = [&](const std::string& origin) {
    const WireAnswer answer = ask("", origin);
    EXPECT_EQ(answer.status, 200U);
    EXPECT_EQ(answer.header("vary"), "Origin");
    return answer.header("access-control-allow-origin");
  };
  EXPECT_EQ(allowed("http://localhost:3000"), "http://localhost:3000");
  EXPECT_EQ(allowed("capacitor://localhost"), "");
  server.patch("/v1/instance", R"({"allowed_origins":["capacitor://localhost"]})");
  EXPECT_EQ(allowed("capacitor://localhost"), "capacitor://localhost");
  EXPECT_EQ(allowed("https://evil.example"), "");
}

TEST(EnvironmentWireProductionLike, is_not_there) {
  const RunningServer server{{.production_like = true}};
  EXPECT_EQ(server.send({.target = "/__clerkd/environment", .key = std::nullopt}).status, 401U);
}

}  // namespace clerk::testing
