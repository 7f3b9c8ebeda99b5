#include "ctl/output/utc.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace clerk::ctl {
namespace {

using namespace std::chrono;

TEST(Utc, is_written_in_whole_seconds) {
  const sys_days day{2026y / May / 12};
  EXPECT_EQ(utc_text(day + 7h + 15min + 20s), "2026-05-12T07:15:20Z");
  EXPECT_EQ(utc_text(day + 7h + 15min + 20s + 999ms), "2026-05-12T07:15:20Z");
  EXPECT_EQ(utc_text(system_clock::time_point{}), "1970-01-01T00:00:00Z");
  EXPECT_EQ(utc_text(system_clock::time_point{} - 1ms), "1969-12-31T23:59:59Z");
}

TEST(Utc, reads_what_it_writes) {
  for (seconds::rep second = -6'000'000'000; second < 6'000'000'000; second += 98'765'431) {
    const system_clock::time_point time{seconds{second}};
    EXPECT_EQ(parse_utc(utc_text(time)), time);
  }
}

TEST(Utc, takes_no_other_text) {
  for (const std::string_view text :
       {"", "2026-05-12", "2026-05-12T07:15:20", "2026-05-12T07:15:20z", "2026-05-12 07:15:20Z", "2026-02-30T00:00:00Z",
        "2026-13-01T00:00:00Z", "2026-05-12T24:00:00Z", "2026-05-12T07:60:20Z", "2026-05-12T07:15:60Z",
        "2026-05-12T07:15:20.5Z", "2026-05-12T07:15:20+01:00", "+026-05-12T07:15:20Z", "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z"}) {
    EXPECT_EQ(parse_utc(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace clerk::ctl
