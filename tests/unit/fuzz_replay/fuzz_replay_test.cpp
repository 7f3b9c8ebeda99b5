#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

// Runs what the fuzzer keeps through its targets: the corpora, and every input that ever broke a property.
namespace {

namespace fs = std::filesystem;

using Target = int (*)(const std::uint8_t*, std::size_t);

const fs::path fuzz_folder{CLERK_FUZZ_FOLDER};

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) return files;
  for (const auto& entry : fs::directory_iterator{folder}) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::vector<std::uint8_t> bytes_of(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>{in}, {}};
  EXPECT_FALSE(in.bad()) << file;
  return bytes;
}

void replay_all(Target target, const std::vector<fs::path>& files) {
  for (const fs::path& file : files) {
    const std::vector<std::uint8_t> bytes = bytes_of(file);
    try {
      EXPECT_EQ(target(bytes.data(), bytes.size()), 0) << file;
    } catch (const std::exception& broken) {
      ADD_FAILURE() << file << ": " << broken.what();
    }
  }
}

void replay(const std::string& name, Target target) {
  const std::vector<fs::path> corpus = files_in(fuzz_folder / "corpus" / name);
  ASSERT_FALSE(corpus.empty()) << "tests/fuzz/corpus/" << name << " holds no input";
  replay_all(target, corpus);
  replay_all(target, files_in(fuzz_folder / "crashes" / name));
}

#define CLERK_FUZZ_TARGET(target) #target,
const std::vector<std::string> target_names{
#include "fuzz_targets.inc"
};
#undef CLERK_FUZZ_TARGET

}  // namespace

#define CLERK_FUZZ_TARGET(target)                                    \
  extern "C" int target(const std::uint8_t* data, std::size_t size); \
  TEST(FuzzReplay, target) { replay(#target, target); }
#include "fuzz_targets.inc"

TEST(FuzzReplay, every_kept_input_belongs_to_a_target) {
  for (const char* kind : {"corpus", "crashes"}) {
    for (const fs::path& folder : files_in(fuzz_folder / kind)) {
      EXPECT_THAT(target_names, testing::Contains(folder.filename().string())) << folder;
    }
  }
}
