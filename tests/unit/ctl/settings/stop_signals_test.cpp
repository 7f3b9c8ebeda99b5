#include "ctl/settings/stop_signals.hpp"

#include <gtest/gtest.h>

#include <csignal>

namespace clerk::ctl::settings {

TEST(StopSignals, ask_to_stop) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    const StopSignals signals{nullptr};
    EXPECT_FALSE(signals.asked());
    std::raise(number);
    EXPECT_TRUE(signals.asked());
  }
}

TEST(StopSignals, that_come_together_are_one_request) {
  const StopSignals signals{nullptr};
  std::raise(SIGINT);
  std::raise(SIGINT);
  std::raise(SIGTERM);
  EXPECT_TRUE(signals.asked());
}

TEST(StopSignals, that_come_again_and_again_end_the_program) {
  EXPECT_EXIT(
      {
        const StopSignals signals{"stopping\n"};
        for (;;) std::raise(SIGTERM);
      },
      testing::KilledBySignal(SIGTERM), "^stopping\n$");
}

TEST(StopSignals, that_the_starter_ignores_stay_ignored) {
  const auto former = std::signal(SIGHUP, SIG_IGN);
  {
    const StopSignals signals{nullptr};
    std::raise(SIGHUP);
    EXPECT_FALSE(signals.asked());
  }
  std::signal(SIGHUP, former);
}

TEST(StopSignals, are_what_they_were_afterwards) {
  { const StopSignals signals{nullptr}; }
  EXPECT_EXIT(std::raise(SIGINT), testing::KilledBySignal(SIGINT), "");
}

}  // namespace clerk::ctl::settings
