#include "codec/codec.hpp"

#include <clerk/contract/registry.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace clerk::codec {

namespace {

using enum FaultKind;

template <Model M>
DecodedRequest<M> decode(std::string_view text) {
  auto decoded = decode_request<M>(text);
  if (decoded.has_error()) {
    ADD_FAILURE() << text << ": " << decoded.error().problem;
    return {};
  }
  return *std::move(decoded);
}

struct Expected {
  FaultKind kind;
  std::string path;
  friend bool operator==(const Expected&, const Expected&) = default;
  friend void PrintTo(const Expected& fault, std::ostream* out) {
    *out << static_cast<int>(fault.kind) << ' ' << fault.path;
  }
};

std::vector<Expected> kinds_and_paths(const Faults& faults) {
  std::vector<Expected> found;
  for (const Fault& fault : faults) found.push_back({fault.kind, fault.path});
  return found;
}

template <Model M>
void expect_faults(std::string_view text, const std::vector<Expected>& expected) {
  EXPECT_EQ(kinds_and_paths(decode<M>(text).faults), expected) << text;
}

}  // namespace

TEST(RequestReader, finds_every_fault_in_one_pass_each_with_its_path) {
  expect_faults<UpdateInstanceRequest>(
      R"({"test_mode":"yes","hibp":null,"support_email":"nobody","allowed_origins":["http://a","x",3],
          "colour":1,"enhanced_email_deliverability":true,
          "preferred_sign_in_strategy_when_password_required":"magic"})",
      {{wrong_type, "test_mode"},
       {null_without_effect, "hibp"},
       {bad_format, "support_email"},
       {bad_format, "allowed_origins[1]"},
       {wrong_type, "allowed_origins[2]"},
       {unknown_field, "colour"},
       {retired_field, "enhanced_email_deliverability"},
       {not_one_of, "preferred_sign_in_strategy_when_password_required"}});
}

TEST(RequestReader, a_field_at_fault_stays_absent_and_the_others_are_read) {
  const auto decoded = decode<UpdateInstanceRestrictionsRequest>(R"({"allowlist":"yes","blocklist":true})");
  EXPECT_TRUE(decoded.value.allowlist.is_absent());
  EXPECT_EQ(decoded.value.blocklist, Patch<bool>{true});
}

TEST(RequestReader, an_absent_body_and_null_are_the_empty_object) {
  for (const std::string_view text : {"", "  \r\n", "null", "{}"}) {
    const auto decoded = decode<UpdateInstanceRequest>(text);
    EXPECT_EQ(decoded.value, UpdateInstanceRequest{}) << text;
    EXPECT_TRUE(decoded.faults.empty()) << text;
  }
}

TEST(RequestReader, what_is_no_object_is_refused_as_a_whole) {
  for (const std::string_view text :
       {R"({"a":)", "[]", "3", R"("text")", "true", "{}x", "{'a':1}", "{\"a\":1,}", "// c\n{}", "{\"a\":NaN}",
        "{\"support_email\":\"\xff\"}", "{\"support_email\":\"\\ud800\"}", "\xef\xbb\xbf{}"}) {
    EXPECT_TRUE(decode_request<UpdateInstanceRequest>(text).has_error()) << text;
  }
}

TEST(RequestReader, depth_and_size_are_limited) {
  const auto nested = [](std::size_t depth) {
    return R"({"x":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
  };
  EXPECT_FALSE(decode_request<UpdateInstanceRequest>(nested(20)).has_error());
  EXPECT_TRUE(decode_request<UpdateInstanceRequest>(nested(40)).has_error());
  EXPECT_TRUE(decode_request<UpdateInstanceRequest>(nested(200'000)).has_error());
  EXPECT_TRUE(decode_request<UpdateInstanceRequest>(R"({"hibp":true})", {.max_bytes = 12}).has_error());
  EXPECT_FALSE(decode_request<UpdateInstanceRequest>(R"({"hibp":true})", {.max_bytes = 13}).has_error());
}

TEST(RequestReader, a_key_that_stands_twice_is_a_fault_wherever_it_stands) {
  expect_faults<UpdateInstanceRestrictionsRequest>(R"({"allowlist":true,"allowlist":false})",
                                                   {{duplicate_field, "allowlist"}});
  expect_faults<UpdateInstanceRestrictionsRequest>(R"({"x":[{"a":1},{"b":{"c":1,"c":2}}]})",
                                                   {{duplicate_field, "x[1].b.c"}, {unknown_field, "x"}});
  expect_faults<UpdateInstanceRestrictionsRequest>(R"({"allowlist":true,"allow\u006cist":true})",
                                                   {{duplicate_field, "allowlist"}});
}

TEST(RequestReader, integers_are_exact_and_bounded) {
  const auto read = [](std::string_view number) {
    return decode<UpdateInstanceOrganizationSettingsRequest>(R"({"max_allowed_memberships":)" + std::string{number} +
                                                             "}");
  };
  EXPECT_EQ(read("9007199254740993").value.max_allowed_memberships, Patch<std::int64_t>{9007199254740993});
  EXPECT_EQ(read("9223372036854775807").value.max_allowed_memberships,
            Patch<std::int64_t>{std::numeric_limits<std::int64_t>::max()});
  EXPECT_EQ(kinds_and_paths(read("9223372036854775808").faults),
            (std::vector<Expected>{{number_out_of_range, "max_allowed_memberships"}}));
  for (const std::string_view number : {"5.0", "5.5", "1e3", "\"5\"", "true"}) {
    EXPECT_EQ(kinds_and_paths(read(number).faults), (std::vector<Expected>{{wrong_type, "max_allowed_memberships"}}))
        << number;
  }
  EXPECT_EQ(kinds_and_paths(read("-1").faults), (std::vector<Expected>{{below_minimum, "max_allowed_memberships"}}));
}

TEST(RequestReader, a_nul_in_a_string_is_refused_with_its_path) {
  expect_faults<UpdateInstanceRequest>(R"({"support_email":"a\u0000b@example.com"})",
                                       {{forbidden_character, "support_email"}});
  expect_faults<UpdateInstanceOAuthApplicationSettingsRequest>(R"({"default_scopes":["email","a\u0000"]})",
                                                               {{forbidden_character, "default_scopes[1]"}});
}

TEST(RequestReader, lists_obey_their_size_their_pattern_and_their_uniqueness) {
  expect_faults<UpdateInstanceCommunicationRequest>(
      R"({"blocked_country_codes":["DE","de","DE"]})",
      {{bad_format, "blocked_country_codes[1]"}, {duplicate_item, "blocked_country_codes[2]"}});
  std::string codes;
  for (int i = 0; i < 251; ++i) codes += std::string{i == 0 ? "" : ","} + "\"AA\"";
  expect_faults<UpdateInstanceCommunicationRequest>(R"({"blocked_country_codes":[)" + codes + "]}",
                                                    {{too_many_items, "blocked_country_codes"}});
  expect_faults<UpdateInstanceCommunicationRequest>(R"({"blocked_country_codes":"DE"})",
                                                    {{wrong_type, "blocked_country_codes"}});
}

TEST(RequestReader, null_and_the_empty_list_are_faults_only_where_they_change_nothing) {
  expect_faults<UpdateInstanceRequest>(R"({"allowed_origins":[]})", {{empty_without_effect, "allowed_origins"}});
  expect_faults<UpdateInstanceRequest>(R"({"allowed_origins":null})", {{null_without_effect, "allowed_origins"}});
  expect_faults<UpdateInstanceCommunicationRequest>(R"({"blocked_country_codes":[]})", {});
  const auto reset = decode<UpdateInstanceOAuthApplicationSettingsRequest>(R"({"default_scopes":null})");
  EXPECT_TRUE(reset.faults.empty());
  EXPECT_TRUE(reset.value.default_scopes.is_null());
  expect_faults<ChangeProductionInstanceDomainRequest>(R"({"home_url":null})", {{null_not_allowed, "home_url"}});
}

TEST(RequestReader, an_empty_text_clears_where_the_field_says_so) {
  const auto cleared = decode<UpdateInstanceRequest>(
      R"({"support_email":"","clerk_js_version":"","preferred_sign_in_strategy_when_password_required":""})");
  EXPECT_TRUE(cleared.faults.empty());
  EXPECT_EQ(cleared.value.support_email, Patch<std::string>{""});
  expect_faults<UpdateInstanceAuthConfigRequest>(R"({"from_email_address":""})", {{bad_format, "from_email_address"}});
}

TEST(RequestReader, metadata_are_an_object_that_is_kept_as_it_came) {
  const auto read = decode<UpdateUserMetadataRequest>(
      R"({"public_metadata":{"plan":"pro","deep":{"list":[1,null,"x"]}},"private_metadata":{}})");
  EXPECT_TRUE(read.faults.empty());
  EXPECT_EQ(read.value.public_metadata, (Patch<RawJson>{RawJson{R"({"plan":"pro","deep":{"list":[1,null,"x"]}})"}}));
  EXPECT_EQ(read.value.private_metadata, Patch<RawJson>{RawJson{"{}"}});
  EXPECT_TRUE(read.value.unsafe_metadata.is_absent());
  for (const std::string_view value : {"[]", "\"text\"", "3", "true"}) {
    expect_faults<UpdateUserMetadataRequest>(R"({"public_metadata":)" + std::string{value} + "}",
                                             {{wrong_type, "public_metadata"}});
  }
  expect_faults<UpdateUserMetadataRequest>(R"({"public_metadata":null})", {{null_without_effect, "public_metadata"}});
}

TEST(RequestReader, null_in_a_field_that_may_be_null_is_as_if_it_were_left_out) {
  const auto read = decode<CreateEmailAddressRequest>(
      R"({"user_id":"user_1","email_address":"ada@example.com","verified":null,"primary":true})");
  EXPECT_TRUE(read.faults.empty());
  EXPECT_EQ(read.value.verified, std::nullopt);
  EXPECT_EQ(read.value.primary, true);
  expect_faults<ReplaceUserPhoneNumberRequest>(R"({"phone_number":"+15555550100","identification_status":null})",
                                               {{null_not_allowed, "identification_status"}});
  expect_faults<CreatePhoneNumberRequest>(R"({"user_id":null,"phone_number":"5555550100"})",
                                          {{null_not_allowed, "user_id"}, {bad_format, "phone_number"}});
}

TEST(RequestReader, what_a_new_user_shall_have_is_judged_field_by_field) {
  expect_faults<CreateUserRequest>(
      R"({"email_address":["ada@example.com","ada"],"email_address_identification_status":["unverified"],
          "phone_number":["+15555550100",5],"password_hasher":"rot13","created_at":"2026-05-12",
          "create_organizations_limit":-1,"primary_email_address_id":"idn_1","last_name":null})",
      {{bad_format, "email_address[1]"},
       {not_one_of, "email_address_identification_status[0]"},
       {wrong_type, "phone_number[1]"},
       {not_one_of, "password_hasher"},
       {bad_format, "created_at"},
       {below_minimum, "create_organizations_limit"},
       {unknown_field, "primary_email_address_id"},
       {null_without_effect, "last_name"}});
  const auto changed = decode<UpdateUserRequest>(R"({"username":null,"public_metadata":{"plan":"pro"}})");
  EXPECT_TRUE(changed.faults.empty());
  EXPECT_TRUE(changed.value.username.is_null());
  EXPECT_EQ(changed.value.public_metadata, Patch<RawJson>{RawJson{R"({"plan":"pro"})"}});
  expect_faults<UsersBanRequest>(R"({"user_ids":[]})", {{too_few_items, "user_ids"}});
  expect_faults<UsersBanRequest>("{}", {{missing_field, "user_ids"}});
}

TEST(RequestReader, stops_noting_faults_at_its_limit) {
  std::string text = "{";
  for (int i = 0; i < 1000; ++i) text += (i == 0 ? "\"u" : ",\"u") + std::to_string(i) + "\":1";
  EXPECT_EQ(decode<UpdateInstanceRequest>(text + "}").faults.size(), Limits{}.max_faults);
}

TEST(RequestReader, members_that_only_answers_have_are_unknown_in_requests) {
  expect_faults<UpdateInstanceProtectRequest>(R"({"checks_bypassed":true,"object":"instance_protect"})",
                                              {{unknown_field, "checks_bypassed"}, {unknown_field, "object"}});
}

}  // namespace clerk::codec
