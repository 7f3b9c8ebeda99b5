#include "ctl/settings/session.hpp"

#include "tests/support/private_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace clerk::ctl::settings {

namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

Failure refusal(const clerk::test::PrivateFolder& folder, const std::string& file, const std::string& input = {}) {
  std::istringstream in{input};
  std::ostringstream out;
  Host host{.in = in, .out = out, .err = out, .directory = folder.path()};
  const auto checked = check_file(host, file);
  return checked ? Failure{} : checked.error();
}

}  // namespace

TEST(SettingsFile, of_nothing_is_told_as_empty) {
  const clerk::test::PrivateFolder folder;
  for (const std::string text : {"", "\n", "# only said\n", "---\n", "~", "\xEF\xBB\xBF"}) {
    folder.write("s.yaml", text);
    const Failure failure = refusal(folder, "s.yaml");
    EXPECT_EQ(failure.message, "s.yaml has no settings: it is empty") << text;
    EXPECT_THAT(failure.hint, HasSubstr("settings pull")) << text;
    EXPECT_THAT(refusal(folder, "-", text).message, StartsWith("standard input has no settings")) << text;
  }
  for (const std::string text : {"", " \n", "null"}) {
    folder.write("s.json", text);
    EXPECT_EQ(refusal(folder, "s.json").message, "s.json has no settings: it is empty") << text;
  }
}

TEST(SettingsFile, that_cant_be_read_is_named_with_what_to_do) {
  const clerk::test::PrivateFolder folder;
  const std::pair<std::string, std::string> rows[] = {
      {"/dev/zero", "/dev/zero is larger than 1048576 bytes"},
      {"nowhere.yaml", "there is no file nowhere.yaml"},
      {".", "it is a folder"},
      {"-", "standard input is larger than 1048576 bytes"},
  };
  for (const auto& [file, message] : rows) {
    const Failure failure = refusal(folder, file, std::string(2U << 20U, ' '));
    EXPECT_THAT(failure.message, HasSubstr(message));
    EXPECT_NE(failure.hint, "") << file;
  }
}

}  // namespace clerk::ctl::settings
