#include "ctl/command_line.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace clerk::ctl {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

const fs::path folder{CLERK_HELP_FOLDER};

const std::vector<Words>& commands() {
  static const std::vector<Words> all{{},
                                      {"settings"},
                                      {"settings", "pull"},
                                      {"settings", "plan"},
                                      {"settings", "apply"},
                                      {"settings", "drift"},
                                      {"settings", "validate"},
                                      {"doctor"},
                                      {"completion"},
                                      {"man"},
                                      {"instance-settings"},
                                      {"instance-settings", "update-instance"},
                                      {"users", "get-user-list"}};
  return all;
}

std::string file_of(const Words& command) {
  std::string name = "clerkctl";
  for (const std::string& word : command) name += "-" + word;
  return name + ".txt";
}

std::string help_of(Words command) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Host host{.in = in,
            .out = out,
            .err = err,
            .environment = [](const std::string&) { return std::nullopt; },
            .now = std::chrono::system_clock::now};
  command.emplace_back("--help");
  EXPECT_EQ(run(command, host), ExitStatus::done);
  EXPECT_EQ(err.str(), "");
  return out.str();
}

std::string text_of(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

// `CLERK_UPDATE=1` in the environment writes the texts anew.
TEST(HelpTest, is_what_is_kept) {
  for (const Words& command : commands()) {
    const fs::path file = folder / file_of(command);
    const std::string help = help_of(command);
    if (std::getenv("CLERK_UPDATE") != nullptr) std::ofstream{file, std::ios::binary} << help;
    EXPECT_EQ(text_of(file), help) << file.filename()
                                   << " is out of date: look at the change, and run with CLERK_UPDATE=1";
  }
}

TEST(HelpTest, is_kept_of_nothing_else) {
  std::set<std::string> names;
  for (const Words& command : commands()) names.insert(file_of(command));
  for (const auto& entry : fs::directory_iterator{folder})
    EXPECT_TRUE(names.contains(entry.path().filename())) << entry;
}

}  // namespace
}  // namespace clerk::ctl
