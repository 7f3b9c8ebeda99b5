#include "server/rules/date_time.hpp"

#include <gtest/gtest.h>

namespace clerk::server::rules {
namespace {

TEST(DateTime, AnRfc3339TextIsAUnixTime) {
  struct Row {
    const char* text;
    std::int64_t milliseconds;
  };
  for (const Row& row : {
           Row{"1970-01-01T00:00:00Z", 0},
           Row{"2012-10-20T07:15:20.902Z", 1350717320902},
           Row{"2012-10-20T07:15:20.9Z", 1350717320900},
           Row{"2012-10-20T07:15:20.9029999Z", 1350717320902},
           Row{"2012-10-20t09:15:20.902+02:00", 1350717320902},
           Row{"2012-10-20 00:45:20.902-06:30", 1350717320902},
           Row{"2024-02-29T00:00:00Z", 1709164800000},
           Row{"1969-12-31T23:59:59Z", -1000},
           Row{"2016-12-31T23:59:60Z", 1483228800000},
       }) {
    EXPECT_EQ(read_date_time(row.text), row.milliseconds) << row.text;
  }
}

TEST(DateTime, WhatIsNoTimeOrNoDayIsNothing) {
  for (const char* text :
       {"", "2012", "2012-10-20", "2012-10-20T07:15:20", "2012-10-20T07:15Z", "2012-13-20T07:15:20Z",
        "2023-02-29T00:00:00Z", "2012-10-20T24:00:00Z", "2012-10-20T07:60:20Z", "2012-10-20T07:15:20.Z",
        "2012-10-20T07:15:20+2:00", "2012-10-20T07:15:20Zx", "2012-1--20T07:15:20Z", "x012-10-20T07:15:20Z"}) {
    EXPECT_FALSE(read_date_time(text)) << text;
  }
}

}  // namespace
}  // namespace clerk::server::rules
