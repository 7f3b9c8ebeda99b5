#include "codec/codec.hpp"

#include <clerk/contract/registry.hpp>

#include <gtest/gtest.h>

namespace clerk::codec {

TEST(AnswerReader, keeps_unknown_fields_and_unknown_values_of_enumerations) {
  const auto settings = decode_answer<OrganizationSettings>(
      R"({"object":"organization_settings","enabled":true,"max_allowed_memberships":5,"max_allowed_roles":10,
          "max_allowed_domains":10,"creator_role":"org:admin","admin_delete_enabled":true,"domains_enabled":false,
          "domains_enrollment_modes":["automatic_invitation","by_magic"],"domains_default_role":"org:member",
          "brand_new":{"a":[1,2]},"slug_disabled":null})");
  ASSERT_TRUE(settings.has_value()) << settings.error().path << settings.error().problem;
  EXPECT_EQ(settings->domains_enrollment_modes.at(1).text(), "by_magic");
  EXPECT_FALSE(settings->domains_enrollment_modes.at(1).is_known());
  ASSERT_NE(settings->extra.find("brand_new"), nullptr);
  EXPECT_EQ(settings->extra.find("brand_new")->text(), R"({"a":[1,2]})");
  EXPECT_FALSE(settings->slug_disabled.has_value());
  EXPECT_FALSE(settings->organization_creation_defaults.has_value());
}

TEST(AnswerReader, reads_nested_objects_that_only_the_live_api_has) {
  const auto settings = decode_answer<OrganizationSettings>(
      R"({"object":"organization_settings","enabled":true,"max_allowed_memberships":5,"max_allowed_roles":10,
          "max_allowed_domains":10,"creator_role":"org:admin","admin_delete_enabled":true,"domains_enabled":false,
          "domains_enrollment_modes":[],"domains_default_role":"org:member","force_organization_selection":true,
          "organization_creation_defaults":{"enabled":true,"automatic_organization_creation":{"enabled":true},
          "detect_from_email_domain":{"enabled":false,"later":1}}})");
  ASSERT_TRUE(settings.has_value());
  EXPECT_TRUE(settings->organization_creation_defaults->automatic_organization_creation.enabled);
  EXPECT_EQ(settings->organization_creation_defaults->detect_from_email_domain.extra.find("later")->text(), "1");
}

TEST(AnswerReader, an_answer_without_a_required_field_is_malformed_and_names_it) {
  const auto answer = decode_answer<InstanceRestrictions>(R"({"object":"instance_restrictions","allowlist":true})");
  ASSERT_TRUE(answer.has_error());
  EXPECT_EQ(answer.error().path, "blocklist");
  EXPECT_EQ(answer.error().problem, "is missing");
}

TEST(AnswerReader, a_value_of_the_wrong_type_is_malformed_and_names_its_path) {
  const auto answer = decode_answer<Instance>(
      R"({"object":"instance","id":"ins_1","environment_type":"development","allowed_origins":["a",1]})");
  ASSERT_TRUE(answer.has_error());
  EXPECT_EQ(answer.error().path, "allowed_origins[1]");
}

TEST(AnswerReader, fields_that_may_be_null_may_be_missing_too) {
  const auto answer = decode_answer<Instance>(R"({"object":"instance","id":"ins_1","environment_type":"development"})");
  ASSERT_TRUE(answer.has_value());
  EXPECT_FALSE(answer->allowed_origins.has_value());
  EXPECT_FALSE(answer->workspace_id.has_value());
}

TEST(AnswerReader, empty_texts_and_other_json_are_malformed) {
  for (const std::string_view text : {"", "null", "[]", "<html>", "{"}) {
    EXPECT_TRUE(decode_answer<InstanceProtect>(text).has_error()) << text;
  }
}

TEST(ErrorBody, takes_whatever_is_of_the_right_shape) {
  const auto body = decode_error_body(
      R"({"errors":[{"message":"is invalid","long_message":"`x` is invalid.","code":"form_param_value_invalid",
          "meta":{"param_name":"x"}},7,{"code":3,"message":"half"}],"meta":{"a":1},
          "clerk_trace_id":"00000000000000000000000000000001"})");
  ASSERT_TRUE(body.has_value());
  ASSERT_EQ(body->errors.size(), 2U);
  EXPECT_EQ(string_in(body->errors.at(0).meta, "param_name"), "x");
  EXPECT_EQ(body->errors.at(1).message, "half");
  EXPECT_EQ(body->errors.at(1).code, "");
  EXPECT_EQ(body->meta.text(), R"({"a":1})");
  EXPECT_EQ(body->clerk_trace_id, "00000000000000000000000000000001");
}

TEST(ErrorBody, what_is_no_object_is_no_error_body) {
  EXPECT_FALSE(decode_error_body("<html>502</html>").has_value());
  EXPECT_FALSE(decode_error_body("[]").has_value());
  EXPECT_TRUE(decode_error_body("{}").has_value());
}

}  // namespace clerk::codec
