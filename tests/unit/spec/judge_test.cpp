#include "comparison.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::spec {

namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const Difference email{"operation /a PATCH", "body.email", "format", "absent", "email"};
const Difference name{"operation /a PATCH", "body.name", "format", "absent", "email"};

Deliberate row(std::string_view place, std::size_t times = 1, std::string_view reason = "It is checked.",
               std::string_view source = "facts 2.2") {
  return {"operation /a *", place, "format", "absent", "email", times, reason, source};
}

}  // namespace

TEST(Judge, is_content_when_each_difference_has_its_row) {
  EXPECT_THAT(judge({email, name}, {row("body.email"), row("body.name")}), IsEmpty());
  EXPECT_THAT(judge({email, name}, {row("body.*", 2)}), IsEmpty());
  EXPECT_THAT(judge({email}, {row("body.email", 1, "As documented.", "https://clerk.com/docs")}), IsEmpty());
}

TEST(Judge, says_what_to_do_about_a_difference_that_no_row_explains) {
  EXPECT_THAT(judge({email}, {}),
              ElementsAre(AllOf(HasSubstr("operation /a PATCH, body.email, format: officially absent, ours email"),
                                HasSubstr("add a row with reason and source to"))));
}

TEST(Judge, takes_a_row_for_what_it_says_and_for_nothing_else) {
  Deliberate other_value = row("body.email");
  other_value.ours = "uri";
  Deliberate other_attribute = row("body.email");
  other_attribute.attribute = "pattern";
  for (const Deliberate& each : {other_value, other_attribute, row("body.mail"), row("body.email.x")}) {
    EXPECT_THAT(judge({email}, {each}), ElementsAre(HasSubstr("add a row"), HasSubstr("stale")));
  }
}

TEST(Judge, refuses_a_row_that_explains_nothing_any_more) {
  EXPECT_THAT(judge({}, {row("body.email")}), ElementsAre(HasSubstr("It is stale: take it out.")));
}

TEST(Judge, refuses_a_row_that_explains_another_number_of_differences) {
  EXPECT_THAT(judge({email, name}, {row("body.*", 3)}), ElementsAre(HasSubstr("explains 2 differences, it says 3")));
  EXPECT_THAT(judge({email, name}, {row("body.*", 1)}), ElementsAre(HasSubstr("explains 2 differences, it says 1")));
}

TEST(Judge, refuses_two_rows_for_one_difference) {
  EXPECT_THAT(judge({email}, {row("body.email"), row("body.*")}), ElementsAre(HasSubstr("More than one row")));
}

TEST(Judge, refuses_a_row_without_reason_or_source) {
  EXPECT_THAT(judge({email}, {row("body.email", 1, "")}), ElementsAre(HasSubstr("has no reason")));
  for (const char* source : {"", "facts ", "somewhere"}) {
    EXPECT_THAT(judge({email}, {row("body.email", 1, "It is checked.", source)}),
                ElementsAre(HasSubstr("has no source")));
  }
}

TEST(Matches, takes_a_star_for_any_text) {
  EXPECT_TRUE(matches("body.*", "body.email"));
  EXPECT_TRUE(matches("*#trace", "200#trace"));
  EXPECT_TRUE(matches("*", ""));
  EXPECT_TRUE(matches("a*b*c", "a-b-b-c"));
  EXPECT_FALSE(matches("body.*", "body"));
  EXPECT_FALSE(matches("a*b*c", "a-c-b"));
  EXPECT_FALSE(matches("body", "body.email"));
}

TEST(Differences, count_a_place_of_one_side_once_with_all_that_lies_below) {
  const Digest official{{"operation /a GET", {{"200", {}}, {"2000", {}}}}};
  const Digest ours{{"operation /a GET",
                     {{"200", {}},
                      {"200.part", {{"type", "object"}}},
                      {"200.part.x", {{"type", "string"}}},
                      {"200.part.list[]", {}},
                      {"200.parts", {{"type", "string"}}},
                      {"2000", {}}}}};
  EXPECT_THAT(differences(official, ours),
              ElementsAre(Difference{"operation /a GET", "200.part", "", "absent", "type=object"},
                          Difference{"operation /a GET", "200.parts", "", "absent", "type=string"}));
}

TEST(Differences, take_names_that_only_languages_write_differently_for_the_same) {
  const auto named = [](const char* id, const char* tags) {
    return Digest{{"operation /a GET", {{"operation", {{"operationId", id}, {"tags", tags}}}}}};
  };
  const Digest official = named("GetInstanceOAuthSettings", R"(["Instance Settings"])");
  EXPECT_THAT(differences(official, named("get_instance_oauth_settings", R"(["InstanceSettingsApi"])")), IsEmpty());
  EXPECT_THAT(differences(official, named("get_oauth_settings", R"(["InstanceApi"])")), ::testing::SizeIs(2));
}

TEST(Family, is_what_lies_under_instance_or_has_a_tag_of_the_family) {
  const auto tagged = [](const char* tag) { return Facts{{"operation", {{"tags", tag}}}}; };
  const Digest family = family_of({{"document", {}},
                                   {"operation /instance GET", tagged("[\"Other\"]")},
                                   {"operation /instance/new GET", tagged("[\"Other\"]")},
                                   {"operation /instances GET", tagged("[\"Other\"]")},
                                   {"operation /beta_features/domain PUT", tagged("[\"Beta Features\"]")},
                                   {"operation /settings GET", tagged("[\"InstanceSettingsApi\"]")},
                                   {"operation /users GET", {{"operation", {}}}},
                                   {"schema Instance", {}}});
  std::vector<std::string> sections;
  for (const auto& [section, facts] : family) sections.push_back(section);
  EXPECT_THAT(sections, ElementsAre("document", "operation /beta_features/domain PUT", "operation /instance GET",
                                    "operation /instance/new GET", "operation /settings GET"));
}

}  // namespace clerk::spec
