#include "server/api/identifiers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace clerk::server::api {

using ::testing::MatchesRegex;

// facts 6
TEST(Identifiers, have_the_form_of_clerks) {
  EXPECT_THAT(make_id("ins", 1'700'000'000'000), MatchesRegex("ins_[0-9A-Za-z]{27}"));
  EXPECT_THAT(make_trace_id(), MatchesRegex("[0-9a-f]{32}"));
  EXPECT_THAT(make_secret_key("development"), MatchesRegex("sk_test_[0-9A-Za-z]{40}"));
  EXPECT_THAT(make_secret_key("production"), MatchesRegex("sk_live_[0-9A-Za-z]{40}"));
}

TEST(Identifiers, do_not_repeat) {
  std::set<std::string> made;
  for (int i = 0; i < 1000; ++i) {
    made.insert(make_id("ins", 1'700'000'000'000));
    made.insert(make_trace_id());
    made.insert(make_secret_key("development"));
  }
  EXPECT_EQ(made.size(), 3000U);
}

TEST(Identifiers, sort_by_time) {
  EXPECT_LT(make_id("ins", 1'700'000'000'000), make_id("ins", 1'700'000'001'000));
  EXPECT_LT(make_id("ins", 1'700'000'000'000), make_id("ins", 1'900'000'000'000));
}

TEST(Identifiers, a_key_is_kept_as_its_sha256) {
  EXPECT_EQ(key_digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace clerk::server::api
