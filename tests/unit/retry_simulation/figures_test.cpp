#include "retry_simulation/figures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::simulation {
namespace {

using namespace std::chrono_literals;
using End = CallRecord::End;
using Kind = Reception::Kind;

CallRecord call(Milliseconds began, Milliseconds ended, End end) {
  return {.began = began, .ended = ended, .requests = 1, .end = end};
}

Record small_record() {
  return {.calls = {call(0s, 2s, End::succeeded), call(1s, 2s, End::succeeded), call(0s, 4s, End::succeeded),
                    call(0s, 9s, End::gave_up), call(0s, 1s, End::outcome_unknown)},
          .requests = {{0s, Kind::unreachable, 0},
                       {100ms, Kind::unreachable, 1},
                       {999ms, Kind::cut_off, 4},
                       {1s, Kind::taken, 0},
                       {1'500ms, Kind::taken, 1},
                       {3s, Kind::taken, 2},
                       {8s, Kind::limited, 3}}};
}

TEST(Figures, count_calls_by_their_end_and_requests_by_their_use) {
  const Figures figures = figures_of({.outage_end = 1s}, small_record());
  EXPECT_EQ(figures.calls, 5U);
  EXPECT_EQ(figures.succeeded, 3U);
  EXPECT_EQ(figures.outcome_unknown, 1U);
  EXPECT_EQ(figures.requests, 7U);
  EXPECT_EQ(figures.wasted, 4U);
}

TEST(Figures, take_the_peak_from_the_seconds_after_the_outage) {
  EXPECT_EQ(figures_of({.outage_end = 0s}, small_record()).peak, 3U);
  const Figures later = figures_of({.outage_end = 1s}, small_record());
  EXPECT_EQ(later.peak, 2U);
  EXPECT_DOUBLE_EQ(later.busiest_share, 2.0 / 7);
  EXPECT_EQ(figures_of({.outage_end = 60s}, small_record()).peak, 0U);
}

TEST(Figures, take_times_from_the_calls_that_succeeded_and_the_longest_from_all) {
  const Figures figures = figures_of({}, small_record());
  EXPECT_EQ(figures.median, 2s);
  EXPECT_EQ(figures.percentile, 4s);
  EXPECT_EQ(figures.worst, 4s);
  EXPECT_EQ(figures.longest, 9s);
}

TEST(Figures, are_zero_of_nothing) {
  const Figures figures = figures_of({}, {});
  EXPECT_EQ(figures.requests, 0U);
  EXPECT_EQ(figures.worst, 0s);
  EXPECT_EQ(figures.busiest_share, 0);
}

TEST(Seconds, have_the_requests_of_each_and_the_successes_up_to_each) {
  EXPECT_THAT(load_by_second(small_record()), testing::ElementsAre(3, 2, 0, 1, 0, 0, 0, 0, 1));
  EXPECT_THAT(successes_by_second(small_record()), testing::ElementsAre(0, 0, 2, 2, 3));
}

TEST(Table, has_a_row_for_each_policy_with_columns_below_one_another) {
  const Record record = small_record();
  const Trial trial{.policy = {.name = "a policy"}, .record = record, .figures = figures_of({}, record)};
  EXPECT_EQ(table_of({trial}),
            "| policy   | succeeded | requests | wasted | peak a second | median |  99 % | worst | longest call |\n"
            "|----------|----------:|---------:|-------:|--------------:|-------:|------:|------:|-------------:|\n"
            "| a policy |    60.0 % |        7 |      4 |             0 |  2.0 s | 4.0 s | 4.0 s |        9.0 s |\n");
}

TEST(Number, is_written_with_its_thousands_apart) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1'000), "1,000");
  EXPECT_EQ(grouped(1'234'567), "1,234,567");
}

}  // namespace
}  // namespace clerk::simulation
