#include "retry_simulation/server.hpp"

#include <gtest/gtest.h>

namespace clerk::simulation {
namespace {

using namespace std::chrono_literals;
using Kind = Reception::Kind;

World small_world() { return {.outage_begin = 12s, .outage_end = 15s, .window = 10s, .limit = 2}; }

TEST(SimulatedServer, takes_as_many_requests_in_a_window_as_its_limit_and_begins_anew_with_the_next) {
  Server server{small_world()};
  EXPECT_EQ(server.receive(20s, 20s).kind, Kind::taken);
  EXPECT_EQ(server.receive(21s, 21s).kind, Kind::taken);
  EXPECT_EQ(server.receive(29'999ms, 30s).kind, Kind::limited);
  EXPECT_EQ(server.receive(30s, 30s).kind, Kind::taken);
}

TEST(SimulatedServer, tells_the_whole_seconds_until_the_window_ends) {
  Server server{small_world()};
  ASSERT_EQ(server.receive(20s, 20s).kind, Kind::taken);
  ASSERT_EQ(server.receive(20s, 20s).kind, Kind::taken);
  EXPECT_EQ(server.receive(20s, 20s).retry_after, 10s);
  EXPECT_EQ(server.receive(23'001ms, 24s).retry_after, 7s);
  EXPECT_EQ(server.receive(29'999ms, 30s).retry_after, 1s);
}

TEST(SimulatedServer, refuses_connections_while_it_is_away) {
  Server server{small_world()};
  EXPECT_EQ(server.receive(12s, 13s).kind, Kind::unreachable);
  EXPECT_EQ(server.receive(14'999ms, 16s).kind, Kind::unreachable);
  EXPECT_EQ(server.receive(15s, 16s).kind, Kind::taken);
}

TEST(SimulatedServer, leaves_unanswered_what_it_was_at_work_on_when_the_outage_began) {
  Server server{small_world()};
  EXPECT_EQ(server.receive(11'900ms, 11'999ms).kind, Kind::taken);
  EXPECT_EQ(server.receive(11'950ms, 12s).kind, Kind::cut_off);
}

}  // namespace
}  // namespace clerk::simulation
