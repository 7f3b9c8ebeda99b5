// Times what a write does to an instance in memory: the generic merge of each group alone, and each operation's rule on
// a fresh instance with the copies that a request makes of it. The requests are drawn from a fixed seed.

#include "server/rules/merge.hpp"
#include "tests/support/random_model.hpp"
#include "tests/unit/rules/rules_support.hpp"

#include <clerk/contract/registry.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

namespace {

namespace rules = clerk::server::rules;
using clerk::View;

constexpr std::uint64_t seed = 20260512;

/// A request that says something.
template <class Request>
Request draw_request() {
  clerk::testing::RandomModel random{seed};
  Request request = random.draw<Request>();
  while (request == Request{}) request = random.draw<Request>();
  return request;
}

template <template <View> class Group>
void time_merge(const char* name) {
  benchmark::RegisterBenchmark((std::string{"merge/"} + name).c_str(), [](benchmark::State& state) {
    auto stored = clerk::testing::RandomModel{seed}.draw<Group<View::stored>>();
    auto request = draw_request<Group<View::request>>();
    for (auto _ : state) {
      benchmark::DoNotOptimize(request);
      rules::merge(request, stored);
      benchmark::DoNotOptimize(stored);
    }
  });
}

template <class Operation>
void time_write(benchmark::State& state) {
  const auto instance = rules::fresh(rules::development);
  const auto surroundings = rules::surroundings();
  Operation operation{};
  operation.body = draw_request<decltype(operation.body)>();
  for (auto _ : state) {
    rules::Change change{instance};
    write(operation, surroundings, change);
    benchmark::DoNotOptimize(change);
  }
}

}  // namespace

int main(int argc, char** argv) {
  time_merge<clerk::InstanceSettings>("instance");
  time_merge<clerk::RestrictionSettings>("restrictions");
  time_merge<clerk::OrganizationSettingsGroup>("organization_settings");
  time_merge<clerk::CommunicationSettings>("communication");
  time_merge<clerk::ProtectSettings>("protect");
  time_merge<clerk::OAuthApplicationSettings>("oauth_application_settings");
  time_merge<clerk::AuthConfigSettings>("instance_settings");
  clerk::AllOperations::for_each([]<class Operation>() {
    if constexpr (rules::LiveWrite<Operation>) {
      benchmark::RegisterBenchmark((std::string{"write/"} + std::string{Operation::info.name}).c_str(),
                                   &time_write<Operation>);
    }
  });
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 64;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
