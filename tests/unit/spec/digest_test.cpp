#include "spec_digest/digest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::spec {

namespace {

using ::testing::HasSubstr;

std::string problem_of(const std::string& text) {
  try {
    static_cast<void>(parse_digest(text));
    return "";
  } catch (const DigestError& error) {
    return error.what();
  }
}

const Digest example{
    {"document", {{"document", {{"openapi", "\"3.0.3\""}}}}},
    {"operation /things POST",
     {{"body", {{"schema", "Thing"}, {"required", "true"}}},
      {"body.extra", {{"type", "string"}}},
      {"200", {{"schema", R"(["Odd name","Thing"])"}}},
      {"422", {}}}},
    {"schema Odd name", {{"", {{"type", "object"}}}, {".odd", {{"type", "boolean"}}}}},
    {"schema Thing",
     {{"", {{"type", "object"}}},
      {".a b\\\"c", {{"type", "string"}}},
      {".kind", {{"type", "string"}, {"enum", R"(["a b","c\"d=e"])"}}},
      {".next", {{"schema", "Thing"}, {"nullable", "true"}}}}},
};

}  // namespace

TEST(Digest, is_text_with_a_line_for_each_place_below_its_section) {
  EXPECT_EQ(to_text(Digest{{"schema B", {{".x", {{"type", "string"}, {"format", "email"}, {"required", "true"}}}}},
                           {"operation /a GET", {{"204", {{"empty", "true"}}}, {"403", {}}}}}),
            "operation /a GET\n"
            "  204 empty\n"
            "  403\n"
            "schema B\n"
            "  .x type=string format=email required\n");
}

TEST(Digest, reads_what_it_wrote_and_passes_over_comments) {
  Digest plain = example;
  plain["schema Thing"].erase(".a b\\\"c");
  plain["schema Thing"][R"(."a b\"c=d")"] = {{"type", "string"}};
  EXPECT_EQ(parse_digest("# of an example\n" + to_text(plain)), plain);
}

TEST(Digest, says_which_line_it_can_not_read) {
  EXPECT_THAT(problem_of("  body type=string\n"), HasSubstr("line 1: a fact stands outside"));
  EXPECT_THAT(problem_of("schema A\nschema A\n"), HasSubstr("line 2: the section stands there twice"));
  EXPECT_THAT(problem_of("schema A\n  .x\n  .x\n"), HasSubstr("line 3: the place stands there twice"));
  EXPECT_THAT(problem_of("schema A\n  .x type=string type=string\n"), HasSubstr("line 2: 'type=string'"));
  EXPECT_THAT(problem_of("schema A\n  .x type=\n"), HasSubstr("line 2: 'type='"));
  EXPECT_THAT(problem_of("schema A\n  .x  type=string\n"), HasSubstr("line 2: ''"));
}

TEST(ExpandedDigest, puts_the_facts_of_shared_schemas_in_their_places) {
  const Facts facts = expanded(example, "operation /things POST");
  EXPECT_EQ(facts.at("body"), (Attributes{{"type", "object"}, {"required", "true"}}));
  EXPECT_EQ(facts.at("body.extra"), (Attributes{{"type", "string"}}));
  EXPECT_EQ(facts.at("body.kind").at("type"), "string");
  EXPECT_EQ(facts.at("200.odd").at("type"), "boolean");
  EXPECT_EQ(facts.at("200.kind").at("type"), "string");
  EXPECT_EQ(facts.at("422"), Attributes{});
}

TEST(ExpandedDigest, leaves_a_schema_inside_itself_a_name) {
  const Facts facts = expanded(example, "operation /things POST");
  EXPECT_EQ(facts.at("body.next"), (Attributes{{"schema", "Thing"}, {"nullable", "true"}}));
  EXPECT_FALSE(facts.contains("body.next.kind"));
}

TEST(ExpandedDigest, lets_what_stands_at_a_place_go_before_the_shared_schema) {
  const Digest digest{{"operation /a GET", {{"200", {{"schema", "A"}}}, {"200.x", {{"format", "email"}}}}},
                      {"schema A", {{".x", {{"format", "uri"}, {"type", "string"}}}}}};
  EXPECT_EQ(expanded(digest, "operation /a GET").at("200.x"), (Attributes{{"format", "email"}, {"type", "string"}}));
}

TEST(ExpandedDigest, refuses_a_name_that_stands_nowhere) {
  EXPECT_THROW(static_cast<void>(expanded(example, "operation /others GET")), DigestError);
  EXPECT_THROW(static_cast<void>(expanded({{"schema A", {{"", {{"schema", "B"}}}}}}, "schema A")), DigestError);
}

}  // namespace clerk::spec
