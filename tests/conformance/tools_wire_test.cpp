#include "tests/conformance/server_support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::testing {

namespace {

using ::testing::ElementsAre;

class ToolsWire : public ::testing::Test {
 protected:
  RunningServer server;
};

}  // namespace

TEST_F(ToolsWire, need_the_key) {
  EXPECT_EQ(server.send({.target = "/__clerkd/settings", .key = std::nullopt}).status, 401U);
}

TEST_F(ToolsWire, settings_hold_the_seven_groups_with_what_no_answer_shows) {
  const auto settings = server.settings();
  std::vector<std::string> groups;
  for (const auto& entry : settings) groups.emplace_back(entry.key());
  EXPECT_THAT(groups, ElementsAre("instance", "restrictions", "organization_settings", "communication", "protect",
                                  "oauth_application_settings", "instance_settings"));
  EXPECT_EQ(settings.at("instance").at("hibp"), true);
}

TEST_F(ToolsWire, the_clock_can_be_set_and_moved) {
  const WireAnswer set = server.patch("/__clerkd/clock", R"({"now":1000000})");
  EXPECT_EQ(set.status, 200U);
  EXPECT_GE(set.json().at("now").as_int64(), 1000000);
  EXPECT_LT(set.json().at("now").as_int64(), 1060000);
  EXPECT_GE(server.patch("/__clerkd/clock", R"({"advance_ms":3600000})").json().at("now").as_int64(), 4600000);
  EXPECT_GE(server.get("/__clerkd/clock").json().at("now").as_int64(), 4600000);
}

TEST_F(ToolsWire, rules_go_by_the_servers_clock) {
  server.patch("/__clerkd/clock", R"({"now":86400000})");
  const WireAnswer made = server.send({.method = "POST", .target = "/__clerkd/instances", .body = "{}"});
  EXPECT_LT(made.json().at("created_at").as_int64(), 86400000 + 60000);
}

TEST_F(ToolsWire, roles_are_listed_with_ids_and_permissions) {
  const boost::json::value roles = server.get("/__clerkd/roles").json();
  EXPECT_EQ(roles.at("total_count"), 2);
  EXPECT_NE(server.role_id("org:admin"), "");
  EXPECT_NE(server.role_id("org:member"), "");
  EXPECT_NE(server.role_id("org:admin"), server.role_id("org:member"));
}

TEST_F(ToolsWire, an_instance_is_made_with_a_key_that_works) {
  const WireAnswer made = server.send(
      {.method = "POST",
       .target = "/__clerkd/instances",
       .body = R"({"environment_type":"production","plan_features":["blocklist"],"sign_up_mode":"restricted"})"});
  EXPECT_EQ(made.status, 200U) << made.body;
  const std::string key{made.json().at("secret_key").as_string()};
  EXPECT_TRUE(key.starts_with("sk_live_"));
  const WireAnswer instance = server.send({.target = "/v1/instance", .key = key});
  EXPECT_EQ(instance.json().at("id"), made.json().at("id"));
  EXPECT_EQ(
      server
          .send({.method = "PATCH", .target = "/v1/instance/restrictions", .body = R"({"blocklist":true})", .key = key})
          .status,
      200U);
  const boost::json::value list = server.get("/__clerkd/instances").json();
  EXPECT_EQ(list.at("total_count"), 3);
  EXPECT_FALSE(list.at("data").at(0).as_object().contains("secret_key"));
}

TEST_F(ToolsWire, bad_instances_are_refused_by_field) {
  const auto post = [&](std::string body) {
    return server.send({.method = "POST", .target = "/__clerkd/instances", .body = std::move(body)}).errors();
  };
  EXPECT_THAT(post(R"({"environment_type":"staging"})"), ElementsAre("form_param_value_invalid environment_type"));
  EXPECT_THAT(post(R"({"secret_key":"sk_live_0123456789"})"), ElementsAre("form_param_format_invalid secret_key"));
  EXPECT_THAT(post(R"({"plan_features":["everything"]})"), ElementsAre("form_param_value_invalid plan_features"));
  EXPECT_THAT(post(R"({"colour":1})"), ElementsAre("form_param_unknown colour"));
  EXPECT_THAT(post("{\"secret_key\":\"" + std::string{development_key} + "\"}"),
              ElementsAre("form_identifier_exists secret_key"));
}

TEST_F(ToolsWire, traits_are_changed_by_id) {
  server.set_traits(production_key,
                    R"({"plan_features":["allowlist"],"sign_up_mode":"waitlist","workspace_id":"org_1"})");
  server.set_traits(production_key, R"({"workspace_id":null})");
  const boost::json::value list = server.get("/__clerkd/instances").json();
  const boost::json::value& production = list.at("data").at(1);
  EXPECT_EQ(production.at("plan_features"), (boost::json::array{"allowlist"}));
  EXPECT_EQ(production.at("sign_up_mode"), "waitlist");
  EXPECT_TRUE(production.at("workspace_id").is_null());
  EXPECT_EQ(server.patch("/__clerkd/instances/ins_nowhere", "{}").status, 404U);
}

}  // namespace clerk::testing
