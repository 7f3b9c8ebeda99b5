#include "server/api/daemon.hpp"
#include "tests/conformance/server_support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::testing {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string path = "/v1/instance/restrictions";

class RestrictionsWire : public ::testing::Test {
 protected:
  RunningServer server;
};

}  // namespace

// facts 2.3
TEST_F(RestrictionsWire, a_patch_answers_the_state_after_the_write_with_exactly_the_documented_fields) {
  const WireAnswer answer = server.patch(path, R"({"allowlist":true,"block_email_subaddresses":true})");
  EXPECT_EQ(answer.status, 200U);
  EXPECT_EQ(answer.body, R"({"object":"instance_restrictions","allowlist":true,"blocklist":false,)"
                         R"("allowlist_blocklist_disabled_on_sign_in":true,"block_email_subaddresses":true,)"
                         R"("block_disposable_email_domains":false})");
}

TEST_F(RestrictionsWire, each_setting_is_kept_and_the_others_stay) {
  for (const std::string field : {"allowlist", "blocklist", "allowlist_blocklist_disabled_on_sign_in",
                                  "block_email_subaddresses", "block_disposable_email_domains"}) {
    for (const bool value : {true, false}) {
      boost::json::object expected = server.patch(path, "{}").json().as_object();
      const WireAnswer answer = server.patch(path, "{\"" + field + "\":" + (value ? "true" : "false") + "}");
      expected.at(field) = value;
      EXPECT_EQ(answer.json(), expected) << field;
      EXPECT_EQ(server.settings().at("restrictions").at(field), value) << field;
    }
  }
}

// facts 9.3
TEST_F(RestrictionsWire, an_empty_patch_reads_and_writes_nothing) {
  const auto commits = server.daemon().writer().counters().commits;
  EXPECT_EQ(server.patch(path, "{}").status, 200U);
  EXPECT_EQ(server.daemon().writer().counters().commits, commits);
  EXPECT_EQ(server.patch(path, R"({"blocklist":true})").status, 200U);
  EXPECT_EQ(server.daemon().writer().counters().commits, commits + 1);
}

TEST_F(RestrictionsWire, writing_a_value_already_held_is_no_write) {
  EXPECT_EQ(server.patch(path, R"({"blocklist":true})").status, 200U);
  const auto commits = server.daemon().writer().counters().commits;
  EXPECT_EQ(server.patch(path, R"({"blocklist":true})").status, 200U);
  EXPECT_EQ(server.daemon().writer().counters().commits, commits);
}

// facts 2.0, 9.4
TEST_F(RestrictionsWire, a_wrong_type_names_the_field_and_changes_nothing) {
  const WireAnswer answer = server.patch(path, R"({"blocklist":true,"allowlist":"yes"})");
  EXPECT_EQ(answer.status, 422U);
  EXPECT_THAT(answer.errors(), ElementsAre("form_param_value_invalid allowlist"));
  EXPECT_EQ(answer.long_message(), "`allowlist` is invalid. Received `string`, must be of type `boolean`.");
  EXPECT_EQ(server.settings().at("restrictions").at("blocklist"), false);
}

TEST_F(RestrictionsWire, every_fault_is_named_at_once) {
  EXPECT_THAT(server.patch(path, R"({"blocklist":1,"allowlist":"yes","block_email_subaddresses":[]})").errors(),
              ElementsAre("form_param_value_invalid blocklist", "form_param_value_invalid allowlist",
                          "form_param_value_invalid block_email_subaddresses"));
}

// facts 2.0, store 7.2; field notes E10
TEST_F(RestrictionsWire, unknown_and_retired_fields_and_null_are_ignored_and_said) {
  const WireAnswer answer =
      server.patch(path, R"({"allowlst":true,"blocklist":null,"ignore_dots_for_gmail_addresses":true})");
  EXPECT_EQ(answer.status, 200U);
  EXPECT_THAT(answer.header("clerkd-warning"), HasSubstr("allowlst is not a field"));
  EXPECT_THAT(answer.header("clerkd-warning"), HasSubstr("blocklist null changes nothing"));
  EXPECT_THAT(answer.header("clerkd-warning"), HasSubstr("ignore_dots_for_gmail_addresses is no longer part"));
  EXPECT_EQ(answer.json(), server.patch(path, "{}").json());
  EXPECT_EQ(server.patch(path, "{}").header("clerkd-warning"), "");
}

// facts 2.3, 9.10
TEST_F(RestrictionsWire, production_pays_for_the_lists) {
  const WireAnswer answer = server.send({.method = "PATCH",
                                         .target = path,
                                         .body = R"({"allowlist":true,"block_email_subaddresses":true})",
                                         .key = std::string{production_key}});
  EXPECT_EQ(answer.status, 402U);
  EXPECT_THAT(answer.errors(), ElementsAre("unsupported_subscription_plan_features allowlist"));
  EXPECT_EQ(answer.json().at("errors").at(0).at("meta").at("unsupported_features"), (boost::json::array{"allowlist"}));
  EXPECT_EQ(server.settings(production_key).at("restrictions").at("block_email_subaddresses"), false);

  server.set_traits(production_key, R"({"plan_features":["allowlist"]})");
  EXPECT_EQ(
      server
          .send(
              {.method = "PATCH", .target = path, .body = R"({"allowlist":true})", .key = std::string{production_key}})
          .status,
      200U);
}

// facts 9.11
TEST_F(RestrictionsWire, the_allowlist_needs_the_public_sign_up_mode) {
  server.set_traits(development_key, R"({"sign_up_mode":"waitlist"})");
  const WireAnswer answer = server.patch(path, R"({"allowlist":true})");
  EXPECT_EQ(answer.status, 422U);
  EXPECT_THAT(answer.errors(), ElementsAre("sign_up_mode_restricted_invalid_value allowlist"));
  EXPECT_EQ(answer.long_message(), "allowlist isn't allowed to be true when sign-up mode is set to waitlist");
}

TEST_F(RestrictionsWire, instances_do_not_see_each_other) {
  EXPECT_EQ(server.patch(path, R"({"blocklist":true})").status, 200U);
  EXPECT_EQ(server.settings(production_key).at("restrictions").at("blocklist"), false);
}

}  // namespace clerk::testing
