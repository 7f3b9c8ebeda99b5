#include "tests/conformance/server_support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::testing {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class OtherGroupsWire : public ::testing::Test {
 protected:
  WireAnswer in_production(std::string method, std::string target, std::string body) const {
    return server.send({.method = std::move(method),
                        .target = std::move(target),
                        .body = std::move(body),
                        .key = std::string{production_key}});
  }
  RunningServer server;
};

}  // namespace

// facts 2.6
TEST_F(OtherGroupsWire, protect_is_written_and_read) {
  const std::string path = "/v1/instance/protect";
  EXPECT_EQ(server.get(path).body,
            R"({"object":"instance_protect","rules_enabled":false,"specter_enabled":false,"checks_bypassed":false})");
  const WireAnswer answer = server.patch(path, R"({"rules_enabled":true,"checks_bypassed":true})");
  EXPECT_EQ(answer.body,
            R"({"object":"instance_protect","rules_enabled":true,"specter_enabled":false,"checks_bypassed":false})");
  EXPECT_THAT(answer.header("clerkd-warning"), HasSubstr("checks_bypassed"));
  EXPECT_EQ(server.get(path).body, answer.body);
}

// facts 2.7
TEST_F(OtherGroupsWire, communication_replaces_its_list_and_drops_what_is_no_country) {
  const std::string path = "/v1/instance/communication";
  EXPECT_EQ(server.get(path).body, R"({"object":"instance_communication","blocked_country_codes":[]})");
  const WireAnswer answer = server.patch(path, R"({"blocked_country_codes":["DE","ZZ","US"]})");
  EXPECT_EQ(answer.json().at("blocked_country_codes"), (boost::json::array{"DE", "US"}));
  EXPECT_THAT(answer.header("clerkd-warning"), HasSubstr("ZZ names no country"));
  EXPECT_EQ(server.patch(path, "{}").json().at("blocked_country_codes"), (boost::json::array{"DE", "US"}));
  EXPECT_EQ(server.patch(path, R"({"blocked_country_codes":[]})").json().at("blocked_country_codes"),
            boost::json::array{});
}

TEST_F(OtherGroupsWire, communication_refuses_bad_lists) {
  const std::string path = "/v1/instance/communication";
  EXPECT_THAT(server.patch(path, R"({"blocked_country_codes":["de"]})").errors(),
              ElementsAre("form_param_format_invalid blocked_country_codes"));
  EXPECT_THAT(server.patch(path, R"({"blocked_country_codes":["DE","DE"]})").errors(),
              ElementsAre("form_param_duplicate blocked_country_codes"));
  std::string many;
  for (int i = 0; i < 251; ++i) many += std::string{i == 0 ? "" : ","} + "\"DE\"";
  EXPECT_THAT(server.patch(path, R"({"blocked_country_codes":[)" + many + "]}").errors(),
              ElementsAre("form_param_array_size_exceeded blocked_country_codes"));
}

// facts 2.8
TEST_F(OtherGroupsWire, oauth_application_settings_reset_their_scopes_by_null) {
  const std::string path = "/v1/instance/oauth_application_settings";
  const boost::json::value fresh = server.get(path).json();
  EXPECT_EQ(fresh.as_object().size(), 7U);
  EXPECT_TRUE(fresh.at("default_scopes").is_null());
  const WireAnswer answer = server.patch(path, R"({"default_scopes":["email"],"oauth_jwt_access_tokens":true})");
  EXPECT_EQ(answer.json().at("default_scopes"), (boost::json::array{"email"}));
  const WireAnswer reset = server.patch(path, R"({"default_scopes":null,"oauth_jwt_access_tokens":null})");
  EXPECT_TRUE(reset.json().at("default_scopes").is_null());
  EXPECT_EQ(reset.json().at("oauth_jwt_access_tokens"), true);
  EXPECT_EQ(reset.header("clerkd-warning"), "oauth_jwt_access_tokens null changes nothing");
  EXPECT_EQ(server.get(path).body, reset.body);
}

// facts 2.10
TEST_F(OtherGroupsWire, the_beta_path_shows_settings_of_other_groups) {
  const std::string path = "/v1/beta_features/instance_settings";
  const WireAnswer answer = server.patch(
      path,
      R"({"restricted_to_allowlist":true,"from_email_address":"team","progressive_sign_up":false,"test_mode":false})");
  EXPECT_EQ(answer.status, 200U);
  EXPECT_EQ(answer.json().at("object"), "instance_settings");
  EXPECT_EQ(answer.json().at("id"), server.get("/v1/instance").json().at("id"));
  EXPECT_EQ(answer.json().at("restricted_to_allowlist"), true);
  EXPECT_EQ(answer.json().at("from_email_address"), "team");
  EXPECT_EQ(answer.json().at("progressive_sign_up"), false);
  EXPECT_FALSE(answer.json().as_object().contains("test_mode"));
  EXPECT_EQ(server.patch("/v1/instance/restrictions", "{}").json().at("allowlist"), true);
  EXPECT_EQ(server.settings().at("instance").at("test_mode"), false);
  EXPECT_THAT(server.patch(path, R"({"from_email_address":"no-reply"})").long_message(),
              HasSubstr("must be a valid email address local part."));
}

TEST_F(OtherGroupsWire, the_beta_path_pays_like_the_restrictions) {
  const WireAnswer answer =
      in_production("PATCH", "/v1/beta_features/instance_settings", R"({"restricted_to_allowlist":true})");
  EXPECT_EQ(answer.status, 402U);
  EXPECT_THAT(answer.errors(), ElementsAre("unsupported_subscription_plan_features restricted_to_allowlist"));
}

// facts 2.9
TEST_F(OtherGroupsWire, a_domain_is_changed_in_production_only) {
  const std::string path = "/v1/instance/change_domain";
  const WireAnswer refused =
      server.send({.method = "POST", .target = path, .body = R"({"home_url":"https://www.example.com"})"});
  EXPECT_EQ(refused.status, 400U);
  EXPECT_THAT(refused.errors(), ElementsAre("request_invalid_for_environment"));
  EXPECT_EQ(refused.long_message(), "Request only valid for production instances.");

  const WireAnswer answer =
      in_production("POST", path, R"({"home_url":"https://www.example.com","is_secondary":true})");
  EXPECT_EQ(answer.status, 202U);
  EXPECT_EQ(answer.body, "");
}

TEST_F(OtherGroupsWire, a_bad_home_is_refused_by_its_own_code) {
  const std::string path = "/v1/instance/change_domain";
  EXPECT_THAT(in_production("POST", path, "").errors(), ElementsAre("form_param_missing home_url"));
  EXPECT_THAT(in_production("POST", path, R"({"home_url":null})").errors(), ElementsAre("form_param_nil home_url"));
  EXPECT_THAT(in_production("POST", path, R"({"home_url":"www.example.com"})").errors(),
              ElementsAre("form_param_format_invalid home_url"));
  EXPECT_THAT(in_production("POST", path, R"({"home_url":"http://www.example.com"})").errors(),
              ElementsAre("insecure_url home_url"));
  EXPECT_THAT(in_production("POST", path, R"({"home_url":7})").errors(),
              ElementsAre("form_param_value_invalid home_url"));
}

TEST_F(OtherGroupsWire, a_home_belongs_to_one_instance) {
  EXPECT_EQ(in_production("POST", "/v1/instance/change_domain", R"({"home_url":"https://www.example.com"})").status,
            202U);
  const WireAnswer made =
      server.send({.method = "POST", .target = "/__clerkd/instances", .body = R"({"environment_type":"production"})"});
  const std::string key{made.json().at("secret_key").as_string()};
  EXPECT_THAT(server
                  .send({.method = "POST",
                         .target = "/v1/instance/change_domain",
                         .body = R"({"home_url":"https://www.example.com"})",
                         .key = key})
                  .errors(),
              ElementsAre("home_url_taken home_url"));
}

}  // namespace clerk::testing
