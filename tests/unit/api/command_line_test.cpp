#include "server/api/command_line.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

namespace clerk::server::api {

namespace {

ParsedCommandLine parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "clerkd");
  return parse_command_line(static_cast<int>(arguments.size()), arguments.data());
}

DaemonOptions options_of(std::vector<const char*> arguments) {
  const ParsedCommandLine parsed = parse(std::move(arguments));
  EXPECT_FALSE(parsed.exit_status);
  return parsed.command_line.options;
}

/// A variable of the environment while it lives.
class Environment {
 public:
  Environment(const char* name, const char* value) : name_{name} { ::setenv(name, value, 1); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  ~Environment() { ::unsetenv(name_); }

 private:
  const char* name_;
};

}  // namespace

TEST(CommandLine, uses_the_list_of_disposable_domains_that_is_compiled_in_unless_told_otherwise) {
  EXPECT_EQ(options_of({}).disposable_domains_file, "");
}

TEST(CommandLine, takes_a_file_of_disposable_domains) {
  EXPECT_EQ(options_of({"--disposable-domains", "ours.txt"}).disposable_domains_file, "ours.txt");
}

TEST(CommandLine, takes_each_option_from_the_environment_and_flags_before_it) {
  const Environment environment{"CLERKD_DISPOSABLE_DOMAINS", "theirs.txt"};
  EXPECT_EQ(options_of({}).disposable_domains_file, "theirs.txt");
  EXPECT_EQ(options_of({"--disposable-domains", "ours.txt"}).disposable_domains_file, "ours.txt");
}

TEST(CommandLine, ends_with_64_when_a_flag_lacks_its_value_or_is_none) {
  ::testing::internal::CaptureStderr();
  EXPECT_EQ(parse({"--disposable-domains"}).exit_status, 64);
  EXPECT_EQ(parse({"--disposable-domain", "ours.txt"}).exit_status, 64);
  EXPECT_NE(::testing::internal::GetCapturedStderr(), "");
}

TEST(CommandLine, tells_of_every_flag_in_its_help) {
  ::testing::internal::CaptureStdout();
  EXPECT_EQ(parse({"--help"}).exit_status, 0);
  const std::string help = ::testing::internal::GetCapturedStdout();
  for (const char* flag : {"--listen", "--store", "--secret-key", "--seed", "--disposable-domains", "--strict",
                           "--production-like", "--log-level", "--config", "--version"}) {
    EXPECT_NE(help.find(flag), std::string::npos) << flag;
  }
}

}  // namespace clerk::server::api
