// The state file: what cannot be read is remembered there, and nothing else.
#include "tests/ctl/clerkctl_test.hpp"

#include <boost/json/parse.hpp>

#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace clerk::ctl::test {

namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::string_view state_name = ".clerkctl/state.json";

class AStateFile : public ClerkctlTest {
 protected:
  const std::string wanted = shell.write("wanted.yaml", "instance: {support_email: help@example.com}");
};

TEST_F(AStateFile, lies_beside_the_settings_file_for_its_owner_alone) {
  shell.write("infra/settings.yaml", "instance: {support_email: help@example.com}");
  apply("infra/settings.yaml");
  ASSERT_TRUE(shell.has("infra/.clerkctl/state.json"));
  EXPECT_EQ(fs::status(shell.path("infra/.clerkctl/state.json")).permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_FALSE(shell.has(state_name));
}

TEST_F(AStateFile, is_moved_by_its_flag) {
  const Ran applied = shell.run("settings apply wanted.yaml --yes --state elsewhere/known.json");
  ASSERT_EQ(applied.status, done) << applied.said();
  EXPECT_TRUE(shell.has("elsewhere/known.json"));
  EXPECT_FALSE(shell.has(state_name));
  EXPECT_EQ(shell.run("settings plan wanted.yaml --detailed-exitcode --state elsewhere/known.json").status, done);
  EXPECT_EQ(shell.run("settings plan wanted.yaml --detailed-exitcode").status, changes_pending);
}

TEST_F(AStateFile, is_not_made_by_looking) {
  for (const std::string line : {"settings plan wanted.yaml", "settings drift wanted.yaml",
                                 "settings validate wanted.yaml", "settings pull", "settings apply wanted.yaml"}) {
    (void)shell.run(line);
    EXPECT_FALSE(shell.has(state_name)) << line;
  }
}

TEST_F(AStateFile, holds_what_cannot_be_read_and_leaves_nothing_else_in_its_folder) {
  shell.write("wanted.yaml", "instance: {support_email: help@example.com}\nprotect: {rules_enabled: true}\n");
  apply("wanted.yaml");
  const std::string text = shell.read(state_name);
  EXPECT_THAT(text, HasSubstr("help@example.com"));
  EXPECT_THAT(text, Not(HasSubstr("rules_enabled"))) << "what can be read needs no memory";
  for (const auto& entry : fs::directory_iterator{shell.path(".clerkctl")}) {
    EXPECT_THAT(entry.path().filename().string(), Not(HasSubstr("tmp")));
  }
}

TEST_F(AStateFile, that_cannot_be_written_stops_apply_before_anything_is_sent) {
  shell.write(".clerkctl", "a file where the folder should be");
  const Ran refused = shell.run("settings apply --yes wanted.yaml");
  EXPECT_EQ(refused.status, failed) << refused.said();
  EXPECT_THAT(refused.err, HasSubstr(".clerkctl"));
  EXPECT_THAT(meddler.writes(), IsEmpty());
}

TEST_F(AStateFile, that_is_damaged_is_named_and_not_overwritten) {
  for (const std::string damaged : {"", "{", "[]", "{}", R"({"version":99})", R"({"version":1,"instances":[]})"}) {
    shell.write(state_name, damaged);
    for (const std::string line : {"settings plan wanted.yaml", "settings apply wanted.yaml --yes"}) {
      const Ran refused = shell.run(line);
      EXPECT_EQ(refused.status, failed) << line << ": " << damaged;
      EXPECT_THAT(refused.err, HasSubstr("state.json")) << line << ": " << damaged;
    }
    EXPECT_EQ(shell.read(state_name), damaged);
  }
  EXPECT_THAT(meddler.writes(), IsEmpty());
}

TEST_F(AStateFile, keeps_several_instances_apart) {
  apply(wanted);
  use_production();
  const Ran applied = shell.run("settings apply --yes-production wanted.yaml");
  ASSERT_EQ(applied.status, done) << applied.said();
  expect_nothing_to_do(wanted);
  shell.environment["CLERK_SECRET_KEY"] = clerk::testing::development_key;
  expect_nothing_to_do(wanted);
}

TEST_F(AStateFile, is_not_believed_where_another_name_of_the_setting_shows_otherwise) {
  shell.write("wanted.yaml", "instance_settings: {restricted_to_allowlist: true}");
  apply(wanted);
  expect_nothing_to_do(wanted);
  server.patch("/v1/instance/restrictions", R"({"allowlist":false})");
  const Ran drift = shell.run("settings drift wanted.yaml");
  EXPECT_EQ(drift.status, changes_pending);
  EXPECT_THAT(drift.out, HasSubstr("restrictions.allowlist, probably the same setting, is false"));
  apply(wanted);
  EXPECT_EQ(server.settings().at("restrictions").at("allowlist"), true);
  expect_nothing_to_do(wanted);
}

TEST_F(AStateFile, is_written_by_one_apply_at_a_time) {
  apply(wanted);
  shell.write("wanted.yaml", "instance: {support_email: other@example.com}");
  // Holds every lock there may be, as another apply would.
  std::vector<int> held;
  for (const auto& entry : fs::directory_iterator{shell.path(".clerkctl")}) {
    held.push_back(::open(entry.path().c_str(), O_RDWR | O_CLOEXEC));
    ASSERT_EQ(::flock(held.back(), LOCK_EX | LOCK_NB), 0);
  }
  const std::size_t writes = meddler.writes().size();
  const Ran refused = shell.run("settings apply --yes wanted.yaml");
  EXPECT_EQ(refused.status, failed);
  EXPECT_THAT(refused.err, HasSubstr("another"));
  EXPECT_EQ(meddler.writes().size(), writes);
  for (const int descriptor : held) ::close(descriptor);
  apply("wanted.yaml");
}

}  // namespace

}  // namespace clerk::ctl::test
