#include "server/api/api_version.hpp"

#include <gtest/gtest.h>

namespace clerk::server::api {

// facts 1, store 7.6
TEST(ApiVersion, a_request_that_chooses_none_gets_the_first) {
  EXPECT_EQ(choose_version("", "").version, "2021-02-05");
}

TEST(ApiVersion, every_published_version_may_be_chosen_either_way) {
  for (const std::string_view version : api_versions) {
    EXPECT_EQ(choose_version(version, "").version, version);
    EXPECT_EQ(choose_version("", version).version, version);
    EXPECT_EQ(choose_version(version, "").problem, "");
  }
}

TEST(ApiVersion, an_unknown_version_and_two_choices_are_problems) {
  EXPECT_NE(choose_version("2020-01-01", "").problem, "");
  EXPECT_NE(choose_version("", "latest").problem, "");
  EXPECT_NE(choose_version("2021-02-05", "2021-02-05").problem, "");
}

}  // namespace clerk::server::api
