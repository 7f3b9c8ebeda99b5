#include "retry_simulation/policies.hpp"

#include "retry_simulation/figures.hpp"
#include "retry_simulation/simulation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace clerk::simulation {
namespace {

using namespace std::chrono_literals;
using End = CallRecord::End;
using Kind = Reception::Kind;

constexpr std::uint64_t seeds[] = {1, 2, 3};

/// A fifth of the guide's world: the same load on a smaller server.
World smaller_world(std::uint64_t seed = 1) { return {.seed = seed, .clients = 2'000, .limit = 200}; }

Policy patient() { return library_policy("patient", "", patient_rules()); }
Policy by_default() { return library_policy("default", "", default_rules()); }
Policy naive(const std::string& name) {
  const std::vector<Policy> policies = all_policies();
  const auto found = std::find_if(policies.begin(), policies.end(), [&](const Policy& p) { return p.name == name; });
  if (found == policies.end()) throw std::invalid_argument{"no policy is named " + name};
  return *found;
}

std::size_t requests_of(const Record& record, Kind kind) {
  return static_cast<std::size_t>(std::count_if(record.requests.begin(), record.requests.end(),
                                                [kind](const RequestRecord& r) { return r.kind == kind; }));
}

// Requests of clients that had been told in the same window that it is full.
std::size_t asked_in_vain(const World& world, const Record& record) {
  std::map<std::uint32_t, Milliseconds::rep> refusing_window;
  std::size_t in_vain = 0;
  for (const RequestRecord& request : record.requests) {
    const Milliseconds::rep window = request.at / world.window;
    const auto refused = refusing_window.find(request.client);
    if (refused != refusing_window.end() && refused->second == window) ++in_vain;
    if (request.kind == Kind::limited) refusing_window[request.client] = window;
  }
  return in_vain;
}

// A limit is met when a call has both ended and ended in time.
void expect_each_call_ends_within(const Record& record, Milliseconds limit) {
  for (const CallRecord& call : record.calls) {
    ASSERT_NE(call.end, End::under_way);
    ASSERT_LE(call.ended - call.began, limit);
  }
}

TEST(RetrySimulation, is_the_same_for_the_same_seed_and_another_for_another) {
  for (const Policy& policy : all_policies()) {
    const World world{.clients = 300, .limit = 30};
    World other = world;
    other.seed = 2;
    const Record first = simulate(world, policy);
    EXPECT_TRUE(first == simulate(world, policy)) << policy.name;
    EXPECT_FALSE(first == simulate(other, policy)) << policy.name;
  }
}

TEST(RetrySimulation, never_has_the_server_take_more_than_its_limit_in_a_window) {
  const World world = smaller_world();
  for (const Policy& policy : all_policies()) {
    const Record record = simulate(world, policy);
    std::map<Milliseconds::rep, std::size_t> windows;
    for (const RequestRecord& request : record.requests) {
      if (request.kind == Kind::taken || request.kind == Kind::cut_off) ++windows[request.at / world.window];
    }
    std::size_t fullest = 0;
    for (const auto& [window, taken] : windows) fullest = std::max(fullest, taken);
    EXPECT_EQ(fullest, world.limit) << policy.name;
  }
}

TEST(RetrySimulation, counts_each_request_once_and_each_call_as_it_ended) {
  for (const Policy& policy : all_policies()) {
    const Record record = simulate(smaller_world(), policy);
    std::size_t sent = 0;
    std::size_t succeeded = 0;
    for (const CallRecord& call : record.calls) {
      sent += call.requests;
      succeeded += call.end == End::succeeded ? 1U : 0U;
    }
    EXPECT_EQ(sent, record.requests.size()) << policy.name;
    EXPECT_EQ(succeeded, requests_of(record, Kind::taken)) << policy.name;
  }
}

TEST(LibraryPolicy, keeps_the_load_after_an_outage_low_and_spread) {
  for (const std::uint64_t seed : seeds) {
    const World world{.seed = seed};
    for (const Policy& policy : {by_default(), patient()}) {
      const Figures figures = figures_of(world, simulate(world, policy));
      EXPECT_LT(figures.peak, 3 * world.limit) << policy.name << ", seed " << seed;
      EXPECT_LT(figures.busiest_share, 0.03) << policy.name << ", seed " << seed;
    }
  }
}

TEST(LibraryPolicy, does_not_crowd_the_beginning_of_a_window_after_being_refused) {
  for (const std::uint64_t seed : seeds) {
    const World world{.seed = seed};
    const std::vector<std::size_t> load = load_by_second(simulate(world, patient()));
    const auto window = static_cast<std::size_t>(world.window / 1s);
    const auto first = static_cast<std::size_t>(world.outage_end / world.window + 1) * window;
    std::size_t all = 0;
    std::size_t at_begin = 0;
    for (std::size_t second = first; second < load.size(); ++second) {
      EXPECT_LT(load[second], world.limit) << "second " << second << ", seed " << seed;
      all += load[second];
      if (second % window == 0) at_begin += load[second];
    }
    EXPECT_LT(at_begin * 100, all * 12) << "seed " << seed;  // evenly spread: a tenth
  }
}

TEST(LibraryPolicy, brings_every_call_through_when_it_is_patient_and_lets_none_starve) {
  for (const std::uint64_t seed : seeds) {
    const World world{.seed = seed};
    const Record record = simulate(world, patient());
    EXPECT_EQ(figures_of(world, record).succeeded, world.clients);
    const auto windows_needed = static_cast<Milliseconds::rep>(world.clients / world.limit);
    const Milliseconds drained = (world.outage_end - world.outage_begin) + windows_needed * world.window;
    expect_each_call_ends_within(record, drained + drained / 2);
    for (const CallRecord& call : record.calls) ASSERT_LT(call.requests, 50U);
  }
}

TEST(LibraryPolicy, never_asks_again_in_the_window_that_refused_it) {
  const World world = smaller_world();
  for (const Policy& policy : {by_default(), patient()}) {
    EXPECT_EQ(asked_in_vain(world, simulate(world, policy)), 0U) << policy.name;
  }
  EXPECT_GT(asked_in_vain(world, simulate(world, naive("naive: no Retry-After"))), 0U);
}

TEST(LibraryPolicy, never_sends_again_by_default_a_write_that_was_cut_off) {
  const World world{};
  const Record record = simulate(world, by_default());
  const std::size_t cut_off = requests_of(record, Kind::cut_off);
  EXPECT_GT(cut_off, 0U);
  EXPECT_EQ(figures_of(world, record).outcome_unknown, cut_off);
}

TEST(LibraryPolicy, sends_no_more_often_than_its_attempts) {
  const auto most_attempts = static_cast<std::size_t>(default_rules().retry.max_attempts);
  std::size_t most = 0;
  for (const CallRecord& call : simulate(smaller_world(), by_default()).calls) most = std::max(most, call.requests);
  EXPECT_EQ(most, most_attempts);
}

TEST(LibraryPolicy, ends_no_call_later_than_its_total_timeout) {
  for (const Milliseconds total : {Milliseconds{150ms}, Milliseconds{5s}, Milliseconds{20s}, Milliseconds{60s}}) {
    sdk::CallMachine::Rules rules = patient_rules();
    rules.timeouts.total = total;
    const Record record = simulate(smaller_world(), library_policy("short of time", "", rules));
    expect_each_call_ends_within(record, total);
    const auto failed = std::count_if(record.calls.begin(), record.calls.end(),
                                      [](const CallRecord& call) { return call.end != End::succeeded; });
    EXPECT_GT(failed, 0) << total.count() << " ms is enough for all, so that nothing was tried here";
  }
}

TEST(NaivePolicy, that_waits_not_at_all_or_a_fixed_time_makes_many_times_the_load) {
  for (const std::uint64_t seed : seeds) {
    const World world = smaller_world(seed);
    const Figures library = figures_of(world, simulate(world, patient()));
    const Figures at_once = figures_of(world, simulate(world, naive("naive: at once")));
    const Figures each_second = figures_of(world, simulate(world, naive("naive: each second")));
    EXPECT_GT(at_once.peak, 12 * library.peak);
    EXPECT_GT(at_once.wasted, 25 * library.wasted);
    EXPECT_GT(each_second.peak, 2 * library.peak);
    EXPECT_GT(each_second.wasted, 4 * library.wasted);
  }
}

TEST(NaivePolicy, without_jitter_has_the_last_clients_wait_longer) {
  for (const std::uint64_t seed : seeds) {
    const World world = smaller_world(seed);
    const Figures library = figures_of(world, simulate(world, patient()));
    const Figures no_jitter = figures_of(world, simulate(world, naive("naive: no jitter")));
    EXPECT_GT(no_jitter.percentile, library.percentile);
  }
}

TEST(NaivePolicy, never_gives_up) {
  for (const char* name : {"naive: at once", "naive: each second", "naive: no jitter", "naive: no Retry-After"}) {
    const World world{.clients = 500, .limit = 50};
    EXPECT_EQ(figures_of(world, simulate(world, naive(name))).succeeded, world.clients) << name;
  }
}

}  // namespace
}  // namespace clerk::simulation
