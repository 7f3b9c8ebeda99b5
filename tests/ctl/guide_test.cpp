// What README and guides show of clerkctl is so: each command line is understood, the settings file is valid.
#include "tests/ctl/clerkctl_test.hpp"

#include <filesystem>
#include <fstream>
#include <regex>

namespace clerk::ctl::test {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::filesystem::path root = CLERK_SOURCE_FOLDER;

std::vector<std::string> lines_of(const std::filesystem::path& page) {
  std::ifstream file{page};
  EXPECT_TRUE(file) << page;
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

/// The command lines of the page's blocks of code, without `clerkctl` and without what a shell takes for itself.
std::vector<std::string> command_lines_of(const std::filesystem::path& page) {
  static const std::regex command{R"(^ *(?:run: )?clerkctl ([^#|>]*).*$)"};
  std::vector<std::string> commands;
  bool is_code = false;
  for (const std::string& line : lines_of(page)) {
    if (line.starts_with("```")) is_code = !is_code;
    std::smatch match;
    if (is_code && std::regex_match(line, match, command)) commands.push_back(match[1]);
  }
  return commands;
}

/// The first block of the page that holds the text.
std::string block_with(const std::filesystem::path& page, std::string_view text) {
  std::string block;
  bool is_code = false;
  for (const std::string& line : lines_of(page)) {
    if (line.starts_with("```")) {
      if (is_code && block.find(text) != std::string::npos) return block;
      is_code = !is_code;
      block.clear();
    } else if (is_code) {
      block.append(line).append("\n");
    }
  }
  ADD_FAILURE() << page << " has no block with " << text;
  return "";
}

class AGuide : public ClerkctlTest {};

TEST_F(AGuide, shows_command_lines_that_are_understood) {
  for (const std::string name : {"logo.png", "settings.yaml", "plan.json", "clerk/settings.yaml"}) {
    std::filesystem::create_directories(std::filesystem::path{shell.path(name)}.parent_path());
    shell.write(name, "{}");
  }
  std::size_t count = 0;
  for (const std::string page : {"README.md", "docs/guide/clerkctl.md", "docs/guide/settings-as-code.md"}) {
    for (const std::string& line : command_lines_of(root / page)) {
      const Ran ran = shell.run(line);
      EXPECT_NE(ran.status, usage) << page << ": clerkctl " << line << '\n' << ran.err;
      ++count;
    }
  }
  EXPECT_GT(count, 20U);
}

TEST_F(AGuide, shows_a_settings_file_that_is_valid) {
  const std::string file = block_with(root / "docs/guide/settings-as-code.md", "organization_settings:");
  const Ran validated = shell.run("settings validate " + shell.write("settings.yaml", file));
  EXPECT_EQ(validated.status, done) << validated.said();
  EXPECT_THAT(validated.said(), Not(HasSubstr("warning")));
}

TEST_F(AGuide, shows_profiles_that_connect) {
  shell.environment = {{"CLERKCTL_CONFIG", shell.path("profiles.yaml")},
                       {"LOCAL_CLERK_KEY", std::string{clerk::testing::development_key}}};
  shell.write("profiles.yaml", block_with(root / "docs/guide/clerkctl.md", "profiles:"));
  const Ran connected =
      shell.run("instance-settings get-instance --query /environment_type --api-url " + meddler.url());
  EXPECT_EQ(connected.out, "development\n") << connected.said();
  shell.write("production.key", std::string{clerk::testing::production_key} + "\n");
  const Ran chosen = shell.run(
      "--profile production instance-settings get-instance --query /environment_type --api-url " + meddler.url());
  EXPECT_EQ(chosen.out, "production\n") << chosen.said();
}

}  // namespace

}  // namespace clerk::ctl::test
