#include "codec/codec.hpp"
#include "server/store/settings_document.hpp"
#include "tests/fuzz/models.hpp"
#include "tests/support/random_model.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

// Writes first inputs for the targets that read models, drawn at random, into a folder per target.
namespace clerk::fuzz {

namespace {

constexpr std::uint64_t draws = 3;

class Seeds {
 public:
  explicit Seeds(std::filesystem::path folder) : folder_{std::move(folder)} {}

  void write(const std::string& target, const std::string& bytes) {
    std::filesystem::create_directories(folder_ / target);
    std::ofstream{folder_ / target / ("random_" + std::to_string(count_++)), std::ios::binary} << bytes;
  }

 private:
  std::filesystem::path folder_;
  std::size_t count_{0};
};

template <Model M>
void write_answer(Seeds& seeds, char model, M answer) {
  answer.extra.set("unknown", RawJson{R"({"a":[1.5,"x"]})"});
  seeds.write("fuzz_answer_decoder", model + *codec::encode(answer));
}

void write_seeds(Seeds& seeds, testing::RandomModel& random) {
  char model = first_model;
  for_each_request([&]<class M>() {
    const std::string text = *codec::encode(random.draw<M>());
    seeds.write("fuzz_request_decoder", model++ + text);
    seeds.write("fuzz_json_text", text);
  });
  model = first_model;
  for_each_answer([&]<class M>() {
    if constexpr (std::is_same_v<M, ClerkErrors>)
      return;
    else
      write_answer(seeds, model++, random.draw<M>());
  });
  const ClerkErrors errors{.errors = {{.message = random.text(),
                                       .long_message = random.text(),
                                       .code = random.text(),
                                       .meta = RawJson{R"({"param_name":"hibp"})"}}},
                           .clerk_trace_id = random.text()};
  write_answer(seeds, model, errors);
  seeds.write("fuzz_error_body", "\xA0trace\n/v2\n" + *codec::encode(errors));
  using namespace server::store;
  seeds.write("fuzz_stored_document", "A" + encode_document(random.draw<SettingsDocument>()));
  seeds.write("fuzz_stored_document", "B" + encode_traits(random.draw<InstanceTraits>()));
}

}  // namespace

}  // namespace clerk::fuzz

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: fuzz_seeds FOLDER\n";
    return 64;
  }
  clerk::fuzz::Seeds seeds{arguments[1]};
  for (std::uint64_t seed = 0; seed < clerk::fuzz::draws; ++seed) {
    clerk::testing::RandomModel random{seed};
    clerk::fuzz::write_seeds(seeds, random);
  }
}
