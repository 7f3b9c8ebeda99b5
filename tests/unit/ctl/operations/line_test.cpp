#include "ctl/command_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace clerk::ctl {
namespace {

using ::testing::HasSubstr;

struct Refused {
  std::vector<std::string> arguments{};
  std::string message{};
};

// Without a key, so that a call that got as far as one would say so.
TEST(LineOfAnOperation, is_refused_with_the_nearest_names) {
  const Refused cases[] = {
      {{"instance-settings", "update-instance", "--tets-mode"}, "--tets-mode (did you mean --test-mode?)"},
      {{"instance-settings", "update-instance", "--test-mode", "false"}, "--test-mode takes a value only with ="},
      {{"instance-settings", "update-instance", "--test-mode="}, "'' is neither true nor false"},
      {{"instance-settings", "update-instance", "--support-email", "--hibp"},
       "--support-email needs a value, and --hibp follows it"},
      {{"users", "update-user", "user_1", "--password", "--verbose"}, "--password needs a value, and --verbose"},
      {{"users", "update-user", "user_1", "--first-name", "--lst-name=x"},
       "--first-name needs a value, and --lst-name"},
      {{"users", "update-user", "user_1", "--first-name", "--help"}, "--first-name needs a value, and --help"},
      {{"users", "update-user", "user_1", "--data", "{}", "--allow-unknown=false"}, "--allow-unknown takes no value"},
      {{"users", "get-user-list", "--all=false"}, "--all takes no value"},
      {{"users", "update-user", "user_1", "--data", ""}, "--data holds nothing"},
      {{"users", "update-user", "user_1", "--data", "null"}, "--data holds nothing"},
      {{"settings", "plan", "s.yaml", "--out", "--detailed-exitcode"}, "--out needs a value, and --detailed-exitcode"},
      {{"man", "--out", "--verbose"}, "--out needs a value"},
      {{"instance-settings", "update-instanc"}, "did you mean update-instance"},
      {{"instance-setting", "update-instance"}, "did you mean instance-settings?"},
      {{"users", "get-user"}, "user_id is missing"},
      {{"users", "get-user", "user_1", "user_2"}, "got 'user_2'"},
      {{"users", "get-user", ""}, "user_id is empty"},
      {{"users", "create-user", "--first-name", "A", "--first-name", "B"}, "--first-name may be given only once"},
      {{"redirect-urls", "create-redirect-url"}, "--url is missing"},
      {{"redirect-urls", "create-redirect-url", "--url=x", "--format", "xml"}, "--format can't be 'xml'"},
  };
  for (const Refused& one : cases) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Host host{.in = in, .out = out, .err = err, .environment = [](const std::string&) { return std::nullopt; }};
    EXPECT_EQ(run(one.arguments, host), ExitStatus::usage) << one.message;
    EXPECT_THAT(err.str(), HasSubstr(one.message));
    EXPECT_EQ(out.str(), "");
  }
}

TEST(LineOfAnOperation, is_helped_without_a_key) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Host host{.in = in, .out = out, .err = err, .environment = [](const std::string&) { return std::nullopt; }};
  const std::vector<std::string> arguments{"users", "update-user", "--help"};
  EXPECT_EQ(run(arguments, host), ExitStatus::done);
  for (const char* part :
       {"PATCH /users/{user_id}", "user_id", "--first-name", "--null", "clerkctl users update-user"}) {
    EXPECT_THAT(out.str(), HasSubstr(part));
  }
}

}  // namespace
}  // namespace clerk::ctl
