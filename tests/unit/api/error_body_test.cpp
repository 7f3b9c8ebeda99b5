#include "server/api/error_body.hpp"

#include <clerk/contract/formats.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace clerk::server::api {

TEST(ErrorBody, has_the_shape_of_clerks_errors) {
  EXPECT_EQ(error_body({{.definition = &error_definition("form_param_missing"), .param = "home_url"}}, "abc"),
            R"({"errors":[{"message":"is missing","long_message":"home_url must be included.",)"
            R"("code":"form_param_missing","meta":{"param_name":"home_url"}}],"clerk_trace_id":"abc"})");
}

TEST(ErrorBody, fills_texts_without_reading_what_it_filled_in) {
  EXPECT_EQ(sentences({{.definition = &error_definition("form_param_wrong_type"),
                        .param = "{value}",
                        .value = "{expected}",
                        .expected = "{oops} string"}}),
            "`{value}` is invalid. Received `{expected}`, must be of type `{oops} string`.");
}

TEST(ErrorBody, names_the_identifiers_that_are_not_allowed) {
  const std::string body = error_body({{.definition = &error_definition("not_allowed_access_of_several"),
                                        .value = "a@example.com, b@example.com",
                                        .identifiers = {"a@example.com", "b@example.com"}}},
                                      "abc");
  EXPECT_NE(body.find(R"("a@example.com, b@example.com are not allowed to access this application.")"),
            std::string::npos);
  EXPECT_NE(body.find(R"("meta":{"identifiers":["a@example.com","b@example.com"]})"), std::string::npos);
}

TEST(ErrorBody, names_the_place_in_the_text_and_the_field_in_meta) {
  const auto judged = judge_faults({{.kind = codec::FaultKind::bad_format,
                                     .path = "allowed_origins[1]",
                                     .received = "x",
                                     .format = &formats::origin}},
                                   false);
  ASSERT_EQ(judged.refusals.size(), 1U);
  EXPECT_EQ(judged.refusals.front().param, "allowed_origins");
  EXPECT_TRUE(sentences(judged.refusals).starts_with("allowed_origins[1] must be a valid origin"));
}

TEST(ErrorBody, names_the_field_of_a_row_and_no_field_for_a_body_that_is_an_array) {
  using enum codec::FaultKind;
  const auto judged = judge_faults({{.kind = missing_field, .path = "[2].email_address"},
                                    {.kind = wrong_type, .path = "[3]", .received = "null", .expected = "object"},
                                    {.kind = too_many_items, .path = "", .expected = "10"},
                                    {.kind = too_few_items, .path = "", .expected = "1"},
                                    {.kind = too_few_items, .path = "roles", .expected = "1"}},
                                   false);
  std::vector<std::string> told;
  for (const Refusal& refusal : judged.refusals) {
    told.push_back(std::to_string(refusal.definition->status) + ' ' + std::string{refusal.definition->code} + ' ' +
                   refusal.param);
  }
  EXPECT_EQ(told, (std::vector<std::string>{"422 form_param_missing email_address", "422 form_param_value_invalid ",
                                            "400 bulk_size_exceeded ", "400 request_body_invalid ",
                                            "422 form_param_value_invalid roles"}));
  EXPECT_TRUE(sentences(judged.refusals).starts_with("[2].email_address must be included. `[3]` is invalid."));
}

// store 7.2
TEST(JudgedFaults, what_the_real_api_ignores_is_said_and_refused_only_when_strict) {
  using enum codec::FaultKind;
  struct Row {
    codec::FaultKind kind;
    bool refused;
    bool refused_when_strict;
  };
  const Row rows[] = {
      {unknown_field, false, true},        {retired_field, false, true},   {null_without_effect, false, true},
      {empty_without_effect, false, true}, {null_not_allowed, true, true}, {wrong_type, true, true},
      {number_out_of_range, true, true},   {below_minimum, true, true},    {not_one_of, true, true},
      {forbidden_character, true, true},   {too_few_items, true, true},    {too_many_items, true, true},
      {duplicate_item, true, true},        {duplicate_field, true, true},  {repeated_order, false, true},
  };
  for (const Row& row : rows) {
    const codec::Faults faults{{.kind = row.kind, .path = "x"}};
    EXPECT_EQ(judge_faults(faults, false).refusals.empty(), !row.refused) << static_cast<int>(row.kind);
    EXPECT_EQ(judge_faults(faults, false).warnings.empty(), row.refused) << static_cast<int>(row.kind);
    EXPECT_EQ(judge_faults(faults, true).refusals.empty(), !row.refused_when_strict) << static_cast<int>(row.kind);
  }
}

TEST(WarningHeader, is_bounded_and_visible_ascii_whatever_the_request_named) {
  std::vector<rules::Warning> warnings{{.param = "a\r\nset-cookie: x", .text = "é"}};
  EXPECT_EQ(warning_header(warnings), "a??set-cookie: x ??");
  warnings.assign(1000, {.param = "field", .text = "is not a field"});
  EXPECT_LE(warning_header(warnings).size(), 1100U);
  EXPECT_TRUE(warning_header(warnings).ends_with("; ..."));
}

}  // namespace clerk::server::api
