#include "sources.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace clerk::spec {

namespace {

using ::testing::HasSubstr;

struct Outcome {
  int status;
  std::string output;  ///< both streams
};

Outcome run_program(const std::string& arguments) {
  FILE* pipe = ::popen(("'" CLERK_SPEC_DIGEST "' " + arguments + " 2>&1").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error{"the program can't be started"};
  std::string output;
  std::array<char, 4096> piece{};
  while (const std::size_t size = std::fread(piece.data(), 1, piece.size(), pipe)) output.append(piece.data(), size);
  return {WEXITSTATUS(::pclose(pipe)), output};
}

/// A file that is gone with the test.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& text)
      : path_{std::filesystem::temp_directory_path() / ("spec_digest_" + std::to_string(::getpid()) + ".yml")} {
    std::ofstream{path_} << text;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { std::filesystem::remove(path_); }

  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST(SpecDigestProgram, writes_the_digest_of_a_file) {
  const TemporaryFile file{"openapi: 3.0.3\npaths: {/a: {get: {responses: {204: {description: Done}}}}}\n"};
  const Outcome outcome = run_program(file.path());
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.output, "document\n  document openapi=\"3.0.3\"\noperation /a GET\n  204 empty\n  operation\n");
}

TEST(SpecDigestProgram, names_a_file_that_it_can_not_read_or_that_is_no_description) {
  const Outcome missing = run_program("/no/such/file.yml");
  EXPECT_EQ(missing.status, 1);
  EXPECT_EQ(missing.output, "spec_digest: /no/such/file.yml: can't be read\n");

  const TemporaryFile file{"name: something else\n"};
  const Outcome other = run_program(file.path());
  EXPECT_EQ(other.status, 1);
  EXPECT_THAT(other.output, HasSubstr(file.path() + ": not an OpenAPI 3 description"));
}

TEST(SpecDigestProgram, says_how_it_is_used) {
  EXPECT_EQ(run_program("").status, 64);
  EXPECT_EQ(run_program("a b").status, 64);
  const Outcome help = run_program("--help");
  EXPECT_EQ(help.status, 0);
  EXPECT_THAT(help.output, HasSubstr("usage: spec_digest FILE"));
}

}  // namespace clerk::spec
