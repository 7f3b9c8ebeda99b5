// S33: the secret key is in nothing that the program writes.
#include "tests/ctl/clerkctl_test.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace clerk::ctl::test {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class S33 : public ClerkctlTest {
 protected:
  void expect_no_key(const std::string& text, const std::string& where) const {
    for (const std::string_view key : {clerk::testing::development_key, clerk::testing::production_key}) {
      EXPECT_THAT(text, Not(HasSubstr(std::string{key}))) << where;
      EXPECT_THAT(text, Not(HasSubstr(std::string{key.substr(8)}))) << where;
    }
  }
  void run_a_spread_of_commands(const std::string& more_flags = {}) const {
    for (const std::string line :
         {"settings pull", "settings plan wanted.yaml", "settings plan wanted.yaml --out plan.json",
          "settings apply wanted.yaml --yes", "settings apply --plan plan.json --yes", "settings drift wanted.yaml",
          "settings validate wrong.yaml", "doctor", "users get-user-list", "users get-user user_nobody --include",
          "instance-settings get-instance --include", "instance-settings update-instance --support-email nobody",
          "users get-user-list --limit=0", "no-such-command", "--help", "man", "completion bash"}) {
      for (const std::string flags : {"", " --verbose", " --verbose --format json", " --format yaml"}) {
        expect_no_key(shell.run(line + flags + more_flags).said(), line + flags);
      }
    }
  }
  void expect_no_key_in_files() const {
    for (const auto& entry : std::filesystem::recursive_directory_iterator{shell.path("")}) {
      if (!entry.is_regular_file() || entry.path().filename() == ".env") continue;
      std::ifstream file{entry.path(), std::ios::binary};
      expect_no_key({std::istreambuf_iterator<char>{file}, {}}, entry.path().filename().string());
    }
  }
};

TEST_F(S33, the_key_is_in_no_output_and_in_no_file) {
  shell.write("wanted.yaml", "instance: {support_email: help@example.com}\nprotect: {rules_enabled: true}\n");
  shell.write("wrong.yaml", "instance: {support_email: 1}");
  run_a_spread_of_commands();
  expect_no_key_in_files();
}

TEST_F(S33, the_key_is_in_no_output_when_everything_fails) {
  shell.write("wanted.yaml", "instance: {support_email: help@example.com}");
  const clerk::field::ClosedPort nowhere;
  shell.environment["CLERK_API_URL"] = nowhere.url();
  run_a_spread_of_commands(" --timeout 0.05");
  shell.environment["CLERK_API_URL"] = meddler.url();
  shell.environment["CLERK_SECRET_KEY"] = std::string{clerk::testing::production_key} + "\n";
  run_a_spread_of_commands();
  shell.environment["CLERK_SECRET_KEY"] = "'" + std::string{clerk::testing::production_key} + "'";
  run_a_spread_of_commands();
  expect_no_key_in_files();
}

TEST_F(S33, the_key_of_a_file_is_in_no_output_either) {
  shell.environment.erase("CLERK_SECRET_KEY");
  shell.write("wanted.yaml", "instance: {support_email: help@example.com}");
  shell.write(".env", "CLERK_SECRET_KEY=" + std::string{clerk::testing::development_key} + "\n");
  run_a_spread_of_commands();
  shell.write(".env", "CLERK_SECRET_KEY=\"" + std::string{clerk::testing::development_key} + "\nNOT A LINE\n");
  run_a_spread_of_commands();
  expect_no_key_in_files();
}

}  // namespace

}  // namespace clerk::ctl::test
