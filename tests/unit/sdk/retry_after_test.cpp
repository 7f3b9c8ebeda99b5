#include "sdk/retry_after.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace {

using namespace std::chrono_literals;
using clerk::sdk::parse_retry_after;

// 1994-11-06 08:49:37 UTC
const std::chrono::system_clock::time_point now{784111777s};

TEST(RetryAfter, is_whole_seconds) {
  EXPECT_EQ(parse_retry_after("7", now), 7s);
  EXPECT_EQ(parse_retry_after("0", now), 0s);
  EXPECT_EQ(parse_retry_after(" 12 ", now), 12s);
}

TEST(RetryAfter, is_an_http_date) {
  EXPECT_EQ(parse_retry_after("Sun, 06 Nov 1994 08:49:47 GMT", now), 10s);
  EXPECT_EQ(parse_retry_after("Mon, 07 Nov 1994 08:49:37 GMT", now), 24h);
}

TEST(RetryAfter, is_zero_for_a_date_in_the_past) {
  EXPECT_EQ(parse_retry_after("Sun, 06 Nov 1994 08:00:00 GMT", now), 0s);
}

TEST(RetryAfter, is_cut_before_it_overflows) {
  EXPECT_EQ(parse_retry_after("99999999999999999999", now), 7 * 24h);
  EXPECT_EQ(parse_retry_after("Fri, 31 Dec 9999 23:59:59 GMT", now), 7 * 24h);
}

TEST(RetryAfter, is_nothing_when_it_is_neither) {
  for (const char* value : {"", " ", "-1", "1.5", "soon", "7s", "Sun, 06 Nov 1994", "Sun, 32 Nov 1994 08:49:37 GMT",
                            "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT",
                            "Sun, 06 Nov 1994 08:49:37 CET", "Sunday, 06-Nov-94 08:49:37 GMT"}) {
    EXPECT_EQ(parse_retry_after(value, now), std::nullopt) << value;
  }
}

}  // namespace
