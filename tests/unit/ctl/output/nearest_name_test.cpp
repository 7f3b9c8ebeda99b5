#include "ctl/output/nearest_name.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::ctl {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view names[] = {
    "test_mode",       "hibp",         "support_email",    "allowed_origins", "enabled",
    "domains_enabled", "creator_role", "max_allowed_roles"};

TEST(NearestNames, find_what_a_typing_error_meant) {
  EXPECT_THAT(nearest_names("test_mod", names), ElementsAre("test_mode"));
  EXPECT_THAT(nearest_names("tets_mode", names), ElementsAre("test_mode"));
  EXPECT_THAT(nearest_names("enbaled", names), ElementsAre("enabled"));
  EXPECT_THAT(nearest_names("hipb", names), ElementsAre("hibp"));
  EXPECT_THAT(nearest_names("suport_emial", names), ElementsAre("support_email"));
}

TEST(NearestNames, count_case_and_dashes_for_nothing) {
  EXPECT_THAT(nearest_names("Test-Mode", names), ElementsAre("test_mode"));
  EXPECT_THAT(nearest_names("ALLOWED-ORIGINS", names), ElementsAre("allowed_origins"));
}

TEST(NearestNames, take_a_beginning_for_near) {
  EXPECT_THAT(nearest_names("support", names), ElementsAre("support_email"));
  EXPECT_THAT(nearest_names("max", names), ElementsAre("max_allowed_roles"));
}

TEST(NearestNames, are_none_where_none_is_near) {
  EXPECT_THAT(nearest_names("zzzz", names), IsEmpty());
  EXPECT_THAT(nearest_names("", names), IsEmpty());
  EXPECT_THAT(nearest_names("x", names), IsEmpty());
  EXPECT_THAT(nearest_names(std::string(100'000, 'e'), names), IsEmpty());
}

TEST(NearestNames, come_nearest_first_and_three_at_most) {
  constexpr std::string_view many[] = {"list-a1", "list-a", "list-b", "list-c", "list-d"};
  EXPECT_THAT(nearest_names("list-b", many), ElementsAre("list-b", "list-a", "list-c"));
}

TEST(NearestNames, give_one_spelling_of_each) {
  constexpr std::string_view both[] = {"--test-mode", "--test_mode"};
  EXPECT_THAT(nearest_names("--tets-mode", both), ElementsAre("--test-mode"));
}

TEST(NearestNames, make_a_question) {
  EXPECT_EQ(did_you_mean("hipb", names), " (did you mean hibp?)");
  constexpr std::string_view two[] = {"role-a", "role-b"};
  EXPECT_EQ(did_you_mean("role-c", two), " (did you mean role-a or role-b?)");
  EXPECT_EQ(did_you_mean("zzzz", names), "");
}

}  // namespace
}  // namespace clerk::ctl
