#include "tests/conformance/server_support.hpp"

#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace clerk::testing {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;

class InstanceWire : public ::testing::Test {
 protected:
  RunningServer server;
};

}  // namespace

// facts 2.1
TEST_F(InstanceWire, shows_five_fields_and_no_origins_until_they_are_set) {
  const boost::json::value instance = server.get("/v1/instance").json();
  EXPECT_THAT(std::string{instance.at("id").as_string()}, MatchesRegex("ins_[0-9A-Za-z]{27}"));
  EXPECT_EQ(instance.as_object().size(), 5U);
  EXPECT_EQ(instance.at("object"), "instance");
  EXPECT_EQ(instance.at("environment_type"), "development");
  EXPECT_TRUE(instance.at("allowed_origins").is_null());
  EXPECT_TRUE(instance.at("workspace_id").is_null());
}

TEST_F(InstanceWire, shows_the_workspace_and_the_environment) {
  server.set_traits(production_key, R"({"workspace_id":"org_1"})");
  const boost::json::value instance =
      server.send({.target = "/v1/instance", .key = std::string{production_key}}).json();
  EXPECT_EQ(instance.at("environment_type"), "production");
  EXPECT_EQ(instance.at("workspace_id"), "org_1");
}

// facts 2.2; field note S11
TEST_F(InstanceWire, a_patch_answers_204_with_no_body) {
  const WireAnswer answer = server.patch("/v1/instance", R"({"test_mode":false})");
  EXPECT_EQ(answer.status, 204U);
  EXPECT_EQ(answer.body, "");
  EXPECT_EQ(answer.header("content-length"), "");
  EXPECT_THAT(answer.header("x-clerk-trace-id"), MatchesRegex("[0-9a-f]{32}"));
}

// facts 2.2
TEST_F(InstanceWire, every_setting_is_kept) {
  struct Row {
    std::string field;
    boost::json::value value;
  };
  const std::vector<Row> rows{
      {"test_mode", false},
      {"hibp", false},
      {"support_email", "help@example.com"},
      {"support_email", ""},
      {"clerk_js_version", "5.2.0"},
      {"clerk_js_version", ""},
      {"development_origin", "http://localhost:3000"},
      {"allowed_origins", boost::json::array{"chrome-extension://abc", "capacitor://localhost"}},
      {"url_based_session_syncing", false},
      {"preferred_sign_in_strategy_when_password_required", "otp"},
      {"preferred_sign_in_strategy_when_password_required", ""}};
  for (const Row& row : rows) {
    const boost::json::object body{{row.field, row.value}};
    const WireAnswer answer = server.patch("/v1/instance", boost::json::serialize(body));
    EXPECT_EQ(answer.status, 204U) << row.field << answer.body;
    EXPECT_EQ(answer.header("clerkd-warning"), "") << row.field;
    EXPECT_EQ(server.settings().at("instance").at(row.field), row.value) << row.field;
  }
  EXPECT_EQ(server.get("/v1/instance").json().at("allowed_origins"),
            (boost::json::array{"chrome-extension://abc", "capacitor://localhost"}));
}

TEST_F(InstanceWire, each_bad_value_is_refused_by_its_own_code_and_nothing_changes) {
  const auto before = server.settings();
  struct Row {
    std::string body;
    std::string error;
  };
  const std::vector<Row> rows{
      {R"({"support_email":"nobody"})", "form_param_format_invalid support_email"},
      {R"({"allowed_origins":["http://a","nope"]})", "form_invalid_origin allowed_origins"},
      {R"({"allowed_origins":"http://a"})", "form_param_value_invalid allowed_origins"},
      {R"({"preferred_sign_in_strategy_when_password_required":"magic"})",
       "form_param_value_invalid preferred_sign_in_strategy_when_password_required"},
      {R"({"development_origin":"nope"})", "form_param_format_invalid development_origin"},
      {R"({"clerk_js_version":">= 5"})", "form_param_format_invalid clerk_js_version"},
      {R"({"hibp":0})", "form_param_value_invalid hibp"},
      {R"({"support_email":"a\u0000@example.com"})", "form_param_format_invalid support_email"},
  };
  for (const Row& row : rows) {
    const WireAnswer answer = server.patch("/v1/instance", row.body);
    EXPECT_EQ(answer.status, 422U) << row.body;
    EXPECT_THAT(answer.errors(), ElementsAre(row.error)) << row.body;
  }
  EXPECT_EQ(server.settings(), before);
}

// facts 2.2, 9.2; field note S22
TEST_F(InstanceWire, null_and_an_empty_list_of_origins_change_nothing_and_are_said) {
  EXPECT_EQ(server.patch("/v1/instance", R"({"allowed_origins":["http://a"]})").status, 204U);
  for (const std::string value : {"null", "[]"}) {
    const WireAnswer answer = server.patch("/v1/instance", "{\"allowed_origins\":" + value + "}");
    EXPECT_EQ(answer.status, 204U);
    EXPECT_THAT(answer.header("clerkd-warning"), HasSubstr("allowed_origins")) << value;
  }
  EXPECT_EQ(server.get("/v1/instance").json().at("allowed_origins"), (boost::json::array{"http://a"}));
}

TEST_F(InstanceWire, null_leaves_every_setting_and_is_said) {
  const auto before = server.settings();
  for (const auto& entry : before.at("instance").as_object()) {
    const WireAnswer answer = server.patch("/v1/instance", "{\"" + std::string{entry.key()} + "\":null}");
    EXPECT_EQ(answer.status, 204U) << entry.key();
    EXPECT_THAT(answer.header("clerkd-warning"), HasSubstr(std::string{entry.key()}));
  }
  EXPECT_EQ(server.settings(), before);
}

// store 7.3
TEST_F(InstanceWire, the_old_name_of_session_syncing_works_and_yields_to_the_new_one) {
  EXPECT_EQ(server.patch("/v1/instance", R"({"cookieless_dev":false})").header("clerkd-warning"), "");
  EXPECT_EQ(server.settings().at("instance").at("url_based_session_syncing"), false);
  const WireAnswer both = server.patch("/v1/instance", R"({"cookieless_dev":false,"url_based_session_syncing":true})");
  EXPECT_EQ(both.status, 204U);
  EXPECT_THAT(both.header("clerkd-warning"), HasSubstr("cookieless_dev"));
  EXPECT_EQ(server.settings().at("instance").at("url_based_session_syncing"), true);
}

// facts 2.2: still sent by old clients
TEST_F(InstanceWire, a_retired_field_has_no_effect_and_is_said) {
  const WireAnswer answer = server.patch("/v1/instance", R"({"enhanced_email_deliverability":true})");
  EXPECT_EQ(answer.status, 204U);
  EXPECT_THAT(answer.header("clerkd-warning"), HasSubstr("enhanced_email_deliverability"));
}

TEST_F(InstanceWire, a_development_origin_does_nothing_in_production_and_that_is_said) {
  const WireAnswer answer = server.send({.method = "PATCH",
                                         .target = "/v1/instance",
                                         .body = R"({"development_origin":"http://localhost:3000"})",
                                         .key = std::string{production_key}});
  EXPECT_EQ(answer.status, 204U);
  EXPECT_THAT(answer.header("clerkd-warning"), HasSubstr("development_origin"));
}

// field note E01
TEST(InstanceRestart, settings_and_instances_are_there_after_a_restart) {
  const auto folder = std::filesystem::path{::testing::TempDir()} / "instance_restart";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directory(folder);
  const std::string store = "sqlite:" + (folder / "clerkd.db").string();
  boost::json::object before;
  std::string id;
  {
    const RunningServer server{{}, store};
    EXPECT_EQ(server.patch("/v1/instance", R"({"support_email":"help@example.com","hibp":false})").status, 204U);
    EXPECT_EQ(server.patch("/v1/instance/organization_settings", R"({"enabled":true})").status, 200U);
    before = server.settings();
    id = server.instance_id(production_key);
  }
  const RunningServer server{{}, store};
  EXPECT_EQ(server.settings(), before);
  EXPECT_EQ(server.instance_id(production_key), id);
  std::filesystem::remove_all(folder);
}

}  // namespace clerk::testing
