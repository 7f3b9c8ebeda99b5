#include "tests/unit/ctl/program/machine.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace clerk::ctl::test {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ProfilesTest : public testing::Test {
 protected:
  ProfilesTest() {
    fs::create_directories(machine.folder.path(".config/clerkctl"));
    machine.folder.write("key", "sk_test_of_file\n");
    machine.environment["STAGING_KEY"] = "sk_test_of_variable";
  }

  void write(std::string_view text) const { machine.folder.write(file, text); }

  [[nodiscard]] Outcome<Credentials> find(const std::string& profile = {}) {
    return find_credentials(machine.host(), {.profile = profile});
  }

  [[nodiscard]] Failure failure_of(std::string_view text) {
    write(text);
    const auto found = find();
    EXPECT_FALSE(found) << text;
    return found ? Failure{} : found.error();
  }

  static constexpr std::string_view file = ".config/clerkctl/profiles.yaml";
  Machine machine{};
};

TEST_F(ProfilesTest, give_the_key_in_each_of_three_ways) {
  write(R"(
default: written
profiles:
  variable: {secret_key_env: STAGING_KEY, api_url: "https://api.example.com", api_version: "2025-11-10"}
  file: {secret_key_file: ../../key}
  home: {secret_key_file: ~/key}
  written:
    secret_key: sk_test_written
  open: {api_url: "http://127.0.0.1:4500"}
)");
  struct Row {
    std::string profile;
    std::string key;
    std::string host;
  };
  const std::string otherwise{default_host};
  for (const auto& [profile, key, host] :
       std::vector<Row>{{"variable", "sk_test_of_variable", "https://api.example.com"},
                        {"file", "sk_test_of_file", otherwise},
                        {"home", "sk_test_of_file", otherwise},
                        {"written", "sk_test_written", otherwise},
                        {"", "sk_test_written", otherwise},
                        {"open", "", "http://127.0.0.1:4500"}}) {
    const auto found = find(profile);
    ASSERT_TRUE(found) << profile << ": " << found.error().message;
    EXPECT_EQ(found->configuration.access_token.reveal(), key) << profile;
    EXPECT_EQ(found->configuration.host, host) << profile;
    EXPECT_THAT(found->key_source, Not(HasSubstr("sk_test_"))) << profile;
  }
  EXPECT_EQ(find("variable")->configuration.api_version, "2025-11-10");
  EXPECT_EQ(find()->profile, "written");
}

TEST_F(ProfilesTest, are_searched_where_the_environment_says) {
  const std::string text = "default: p\nprofiles: {p: {api_version: found}}";
  machine.folder.write("mine.yaml", text);
  machine.environment["CLERKCTL_CONFIG"] = "mine.yaml";
  EXPECT_EQ(find()->configuration.api_version, "found");
  machine.environment["CLERKCTL_CONFIG"] = "missing.yaml";
  EXPECT_THAT(find().error().message, HasSubstr("missing.yaml"));

  machine.environment.clear();
  machine.environment["XDG_CONFIG_HOME"] = machine.folder.path("xdg");
  EXPECT_EQ(find()->version_source, "default") << "no file means no profiles";
  fs::create_directories(machine.folder.path("xdg/clerkctl"));
  machine.folder.write("xdg/clerkctl/profiles.yaml", text);
  EXPECT_EQ(find()->configuration.api_version, "found");
}

TEST_F(ProfilesTest, with_faults_are_refused_by_name_and_place) {
  struct Row {
    std::string text;
    std::vector<std::string> said;
  };
  for (const auto& [text, said] : std::vector<Row>{
           {"- a", {"profiles.yaml", "mapping"}},
           {"defualt: a", {"'defualt'", "did you mean default?"}},
           {"default: [a]", {"default"}},
           {"profiles: [a]", {"profiles"}},
           {"profiles: {p: sk_test_value}", {"'p'", "mapping"}},
           {"profiles: {p: {api_ulr: sk_test_value}}", {"'p'", "'api_ulr'", "did you mean api_url?"}},
           {"profiles: {p: {api_url: [sk_test_value]}}", {"api_url", "'p'", "text"}},
           {"profiles: {p: {api_version: 2026}}", {"api_version", "text"}},
           {"profiles: {p: {secret_key: sk_test_value, secret_key_env: K}}", {"'p'", "more than one way"}},
           {"default: {", {"profiles.yaml"}},
           {"default: stagign\nprofiles: {staging: {}, production: {}}", {"'stagign'", "did you mean staging?"}},
       }) {
    const Failure failure = failure_of(text);
    for (const std::string& part : said) EXPECT_THAT(failure.message, HasSubstr(part)) << text;
    EXPECT_THAT(failure.message + failure.hint, Not(HasSubstr("_value"))) << text;
    EXPECT_FALSE(failure.hint.empty()) << text;
  }
}

TEST_F(ProfilesTest, that_are_not_there_are_answered_with_those_that_are) {
  write("profiles: {staging: {}, production: {}}");
  const Failure failure = find("test").error();
  EXPECT_THAT(failure.message, HasSubstr("'test'"));
  EXPECT_THAT(failure.hint, AllOf(HasSubstr("profiles.yaml"), HasSubstr("staging, production")));
  fs::remove(machine.folder.path(file));
  EXPECT_THAT(find("test").error().hint, HasSubstr("profiles.yaml"));
}

TEST_F(ProfilesTest, that_hold_a_key_must_be_readable_by_their_owner_only) {
  write("profiles: {p: {secret_key: sk_test_value}}");
  fs::permissions(machine.folder.path(file), fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  const Failure failure = find().error();
  EXPECT_THAT(failure.message, HasSubstr("profiles.yaml"));
  EXPECT_EQ(failure.hint, "chmod 600 '" + machine.folder.path(file) + "'");

  write("profiles: {p: {secret_key_env: STAGING_KEY}}");
  EXPECT_TRUE(find()) << "without a key in it, others may read it";
  write("profiles: {p: {secret_key_file: ~/key}}");
  fs::permissions(machine.folder.path("key"), fs::perms::owner_read | fs::perms::others_read);
  EXPECT_TRUE(find()) << "the file of a profile that is not in use";
  EXPECT_EQ(find("p").error().hint, "chmod 600 '" + machine.folder.path("key") + "'");
}

TEST_F(ProfilesTest, whose_file_has_no_key_in_it_are_refused_by_its_name) {
  write("profiles: {p: {secret_key_file: ~/key}}");
  for (const std::string_view text : {"", "\n", " \r\n\t\n"}) {
    machine.folder.write("key", text);
    const auto found = find("p");
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().message, machine.folder.path("key") + " (secret_key_file of profile p) is empty");
    EXPECT_FALSE(found.error().hint.empty());
  }
}

TEST_F(ProfilesTest, tell_which_variable_or_file_of_their_key_is_missing) {
  write("profiles: {v: {secret_key_env: NOT_SET}, f: {secret_key_file: ~/nothing}}");
  EXPECT_THAT(find("v").error().message, HasSubstr("NOT_SET"));
  EXPECT_THAT(find("f").error().message, HasSubstr("nothing"));
}

}  // namespace
}  // namespace clerk::ctl::test
