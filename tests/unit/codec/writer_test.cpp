#include "codec/codec.hpp"

#include <clerk/contract/registry.hpp>

#include <gtest/gtest.h>

namespace clerk::codec {

namespace {

template <Model M>
std::string json(const M& model) {
  const auto text = encode(model);
  return text.has_value() ? *text : text.error().path + ": " + text.error().problem;
}

}  // namespace

// field note S20
TEST(Writer, absent_null_and_empty_values_are_told_apart) {
  EXPECT_EQ(json(UpdateInstanceRequest{}), "{}");
  EXPECT_EQ(json(UpdateInstanceRequest{.support_email = null}), R"({"support_email":null})");
  EXPECT_EQ(json(UpdateInstanceRequest{.support_email = ""}), R"({"support_email":""})");
  EXPECT_EQ(json(UpdateInstanceRequest{.hibp = false}), R"({"hibp":false})");
  EXPECT_EQ(json(UpdateInstanceOrganizationSettingsRequest{.max_allowed_memberships = 0}),
            R"({"max_allowed_memberships":0})");
  EXPECT_EQ(json(UpdateInstanceRequest{.allowed_origins = std::vector<std::string>{}}), R"({"allowed_origins":[]})");
  EXPECT_EQ(json(UpdateInstanceRequest{.allowed_origins = {}}), "{}");
  EXPECT_EQ(json(UpdateInstanceRequest{.allowed_origins = {"a", "b"}}), R"({"allowed_origins":["a","b"]})");
}

TEST(Writer, optional_members_of_a_request_that_is_no_patch_are_left_out) {
  EXPECT_EQ(json(ChangeProductionInstanceDomainRequest{.home_url = "https://example.com"}),
            R"({"home_url":"https://example.com"})");
}

// field note S19
TEST(Writer, extra_fields_go_out_as_they_are) {
  EXPECT_EQ(json(UpdateInstanceRequest{.hibp = true,
                                       .extra = {{"brand_new", RawJson{R"({"a": [1, 9223372036854775807]})"}}}}),
            R"({"hibp":true,"brand_new":{"a":[1,9223372036854775807]}})");
}

TEST(Writer, an_extra_field_that_is_no_json_is_named) {
  EXPECT_EQ(encode(UpdateInstanceRequest{.extra = {{"brand_new", RawJson{"{"}}}}).error().path, "brand_new");
  EXPECT_EQ(encode(UpdateInstanceRequest{.extra = {{"brand_new", RawJson{}}}}).error().path, "brand_new");
}

TEST(Writer, text_that_is_not_utf8_is_named) {
  EXPECT_EQ(encode(UpdateInstanceRequest{.support_email = "\xff"}).error().path, "support_email");
  EXPECT_EQ(encode(UpdateInstanceRequest{.allowed_origins = {"a", "\xc0\x80"}}).error().path, "allowed_origins[1]");
}

TEST(Writer, an_extra_field_whose_name_is_not_utf8_is_refused) {
  EXPECT_EQ(encode(UpdateInstanceRequest{.extra = {{"\xff", RawJson{"1"}}}}).error().path, "extra");
}

TEST(Writer, answers_name_their_type_and_show_null_where_the_key_is_always_there) {
  EXPECT_EQ(
      json(Instance{.id = "ins_1", .environment_type = "development"}),
      R"({"object":"instance","id":"ins_1","environment_type":"development","allowed_origins":null,"workspace_id":null})");
  EXPECT_EQ(json(InstanceCommunication{.blocked_country_codes = {"DE"}}),
            R"({"object":"instance_communication","blocked_country_codes":["DE"]})");
}

}  // namespace clerk::codec
