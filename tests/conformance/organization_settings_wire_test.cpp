#include "tests/conformance/server_support.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::testing {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string path = "/v1/instance/organization_settings";

class OrganizationSettingsWire : public ::testing::Test {
 protected:
  RunningServer server;
};

}  // namespace

// facts 2.4, 2.5, 7
TEST_F(OrganizationSettingsWire, a_new_instance_shows_the_documented_defaults) {
  EXPECT_EQ(server.get(path).json(), boost::json::parse(R"({
    "object":"organization_settings","enabled":false,"max_allowed_memberships":5,"max_allowed_roles":10,
    "max_role_sets_allowed":10,"max_allowed_domains":10,"max_allowed_permissions":0,"creator_role":"org:admin",
    "admin_delete_enabled":true,"domains_enabled":false,"slug_disabled":true,"domains_enrollment_modes":[],
    "domains_default_role":"org:member","force_organization_selection":false,
    "organization_creation_defaults":{"enabled":false,"automatic_organization_creation":{"enabled":false},
    "detect_from_email_domain":{"enabled":false}}})"));
}

TEST_F(OrganizationSettingsWire, get_and_patch_answer_the_same_object) {
  const WireAnswer patched = server.patch(
      path, R"({"enabled":true,"max_allowed_memberships":0,"admin_delete_enabled":false,"domains_enabled":true,
                "slug_disabled":false,"domains_enrollment_modes":["automatic_invitation","automatic_suggestion"]})");
  EXPECT_EQ(patched.status, 200U);
  EXPECT_EQ(server.get(path).body, patched.body);
  EXPECT_EQ(patched.json().at("max_allowed_memberships"), 0);
  EXPECT_EQ(patched.json().at("domains_enrollment_modes"),
            (boost::json::array{"automatic_invitation", "automatic_suggestion"}));
  EXPECT_EQ(server.patch(path, "{}").body, patched.body);
}

// facts 2.5
TEST_F(OrganizationSettingsWire, a_list_is_replaced_as_a_whole_and_may_be_emptied) {
  server.patch(path, R"({"domains_enrollment_modes":["automatic_invitation"]})");
  EXPECT_EQ(
      server.patch(path, R"({"domains_enrollment_modes":["manual_invitation"]})").json().at("domains_enrollment_modes"),
      (boost::json::array{"manual_invitation"}));
  EXPECT_EQ(server.patch(path, R"({"domains_enrollment_modes":[]})").json().at("domains_enrollment_modes"),
            boost::json::array{});
}

// facts 2.5, 9.7
TEST_F(OrganizationSettingsWire, turning_on_forces_the_selection_and_the_echo_shows_it) {
  EXPECT_EQ(server.patch(path, R"({"enabled":true})").json().at("force_organization_selection"), true);
  EXPECT_EQ(server.patch(path, R"({"enabled":false})").json().at("force_organization_selection"), false);
  EXPECT_EQ(server.patch(path, R"({"enabled":true,"force_organization_selection":false})")
                .json()
                .at("force_organization_selection"),
            false);
}

// store 7.3
TEST_F(OrganizationSettingsWire, forcing_without_organizations_is_refused) {
  const WireAnswer answer = server.patch(path, R"({"force_organization_selection":true})");
  EXPECT_EQ(answer.status, 422U);
  EXPECT_THAT(answer.errors(), ElementsAre("force_organization_selection_not_allowed_when_organizations_disabled "
                                           "force_organization_selection"));
}

// facts 2.5, 9.8; field note C17
TEST_F(OrganizationSettingsWire, roles_go_in_as_ids_and_come_out_as_keys) {
  const WireAnswer answer =
      server.patch(path, R"({"creator_role_id":")" + server.role_id("org:admin") + R"(","domains_default_role_id":")" +
                             server.role_id("org:admin") + "\"}");
  EXPECT_EQ(answer.status, 200U) << answer.body;
  EXPECT_EQ(answer.json().at("creator_role"), "org:admin");
  EXPECT_EQ(answer.json().at("domains_default_role"), "org:admin");
}

TEST_F(OrganizationSettingsWire, an_unknown_role_is_404_and_names_the_parameter) {
  for (const std::string param : {"creator_role_id", "domains_default_role_id"}) {
    const WireAnswer answer = server.patch(path, "{\"" + param + R"(":"role_nowhere","enabled":true})");
    EXPECT_EQ(answer.status, 404U);
    EXPECT_THAT(answer.errors(), ElementsAre("resource_not_found " + param));
    EXPECT_EQ(answer.long_message(), "Organization role not found");
  }
  EXPECT_EQ(server.get(path).json().at("enabled"), false);
}

TEST_F(OrganizationSettingsWire, a_creator_without_the_permissions_is_refused) {
  const WireAnswer answer = server.patch(path, R"({"creator_role_id":")" + server.role_id("org:member") + "\"}");
  EXPECT_EQ(answer.status, 422U);
  EXPECT_THAT(answer.errors(), ElementsAre("organization_missing_creator_role_permissions creator_role_id"));
}

// facts 9.9
TEST_F(OrganizationSettingsWire, bad_values_are_refused_by_field) {
  EXPECT_THAT(server.patch(path, R"({"max_allowed_memberships":-1})").errors(),
              ElementsAre("form_param_value_invalid max_allowed_memberships"));
  EXPECT_THAT(server.patch(path, R"({"max_allowed_memberships":5.5})").errors(),
              ElementsAre("form_param_value_invalid max_allowed_memberships"));
  EXPECT_THAT(server.patch(path, R"({"domains_enrollment_modes":["by_magic"]})").errors(),
              ElementsAre("form_param_value_invalid domains_enrollment_modes"));
  EXPECT_THAT(server.patch(path, R"({"enabled":"yes"})").errors(), ElementsAre("form_param_value_invalid enabled"));
}

TEST_F(OrganizationSettingsWire, production_pays_for_more_than_twenty_members) {
  const auto patch = [&](const std::string& body) {
    return server.send({.method = "PATCH", .target = path, .body = body, .key = std::string{production_key}});
  };
  EXPECT_EQ(patch(R"({"max_allowed_memberships":20})").status, 200U);
  const WireAnswer answer = patch(R"({"max_allowed_memberships":21})");
  EXPECT_EQ(answer.status, 402U);
  EXPECT_THAT(answer.errors(), ElementsAre("unsupported_subscription_plan_features max_allowed_memberships"));
  EXPECT_EQ(patch(R"({"max_allowed_memberships":0})").status, 402U);
  server.set_traits(production_key, R"({"plan_features":["b2b"]})");
  EXPECT_EQ(patch(R"({"max_allowed_memberships":0})").status, 200U);
}

TEST_F(OrganizationSettingsWire, what_only_answers_have_is_unknown_in_requests) {
  const WireAnswer answer = server.patch(path, R"({"max_allowed_roles":3,"creator_role":"org:member"})");
  EXPECT_EQ(answer.status, 200U);
  EXPECT_THAT(answer.header("clerkd-warning"), HasSubstr("max_allowed_roles is not a field"));
  EXPECT_EQ(answer.json().at("max_allowed_roles"), 10);
}

}  // namespace clerk::testing
