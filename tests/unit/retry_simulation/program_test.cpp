#include "retry_simulation/guide.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace clerk::simulation {
namespace {

using ::testing::HasSubstr;

struct Outcome {
  int status;
  std::string output;  ///< both streams
};

Outcome run_program(const std::string& arguments) {
  FILE* pipe = ::popen(("'" CLERK_RETRY_SIMULATION "' " + arguments + " 2>&1").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error{"the program can't be started"};
  std::string output;
  std::array<char, 4096> piece{};
  while (const std::size_t size = std::fread(piece.data(), 1, piece.size(), pipe)) output.append(piece.data(), size);
  return {WEXITSTATUS(::pclose(pipe)), output};
}

/// A folder that is gone with the test.
class TemporaryFolder {
 public:
  TemporaryFolder()
      : path_{std::filesystem::temp_directory_path() / ("retry_simulation_" + std::to_string(::getpid()))} {
    std::filesystem::create_directory(path_);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

TEST(RetrySimulationProgram, prints_the_table_and_writes_it_into_the_page_and_the_chart_beside) {
  const TemporaryFolder folder;
  write_text(folder.path() / "retries.md", "<!-- table: retry_simulation -->\n<!-- end of table -->\n");
  const Outcome outcome = run_program(folder.path().string());
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.output, HasSubstr("| library, patient"));
  EXPECT_THAT(text_of(folder.path() / "retries.md"), HasSubstr(outcome.output));
  EXPECT_THAT(text_of(folder.path() / "retries.svg"), HasSubstr("</svg>"));
}

TEST(RetrySimulationProgram, names_the_page_that_it_can_not_read) {
  const TemporaryFolder folder;
  const Outcome outcome = run_program(folder.path().string());
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, HasSubstr("retries.md can't be read"));
}

TEST(RetrySimulationProgram, says_how_it_is_used) {
  EXPECT_EQ(run_program("a b").status, 64);
  const Outcome help = run_program("--help");
  EXPECT_EQ(help.status, 0);
  EXPECT_THAT(help.output, HasSubstr("usage: retry_simulation"));
}

}  // namespace
}  // namespace clerk::simulation
