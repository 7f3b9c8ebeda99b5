// Times the codec: each operation's request and answer, written and read. The models are drawn from a fixed seed.

#include "codec/codec.hpp"
#include "tests/support/random_model.hpp"

#include <clerk/contract/registry.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

namespace {

constexpr std::uint64_t seed = 20260512;

template <class Model>
void time_encode(benchmark::State& state) {
  const Model model = clerk::testing::RandomModel{seed}.draw<Model>();
  for (auto _ : state) benchmark::DoNotOptimize(clerk::codec::encode(model));
}

template <class Model, class Decode>
void time_decode(benchmark::State& state, Decode decode) {
  const std::string text = *clerk::codec::encode(clerk::testing::RandomModel{seed}.draw<Model>());
  if (!decode(text)) state.SkipWithError("the text is not read");
  for (auto _ : state) benchmark::DoNotOptimize(decode(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

template <class Model>
void time_request(const std::string& name) {
  benchmark::RegisterBenchmark((name + "/request/encode").c_str(), &time_encode<Model>);
  benchmark::RegisterBenchmark((name + "/request/decode").c_str(), [](benchmark::State& state) {
    time_decode<Model>(state, [](const std::string& text) { return clerk::codec::decode_request<Model>(text); });
  });
}

template <class Model>
void time_answer(const std::string& name) {
  benchmark::RegisterBenchmark((name + "/answer/encode").c_str(), &time_encode<Model>);
  benchmark::RegisterBenchmark((name + "/answer/decode").c_str(), [](benchmark::State& state) {
    time_decode<Model>(state, [](const std::string& text) { return clerk::codec::decode_answer<Model>(text); });
  });
}

}  // namespace

int main(int argc, char** argv) {
  clerk::AllOperations::for_each([]<class Operation>() {
    const std::string name{Operation::info.name};
    if constexpr (clerk::HasBody<Operation> && !clerk::HasForm<Operation>)
      time_request<decltype(Operation::body)>(name);
    if constexpr (!std::is_void_v<typename Operation::Answer>) time_answer<typename Operation::Answer>(name);
  });
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 64;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
