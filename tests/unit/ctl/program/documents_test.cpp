#include "ctl/documents/man_pages.hpp"
#include "ctl/documents/wrap.hpp"
#include "openapi/catalog.hpp"
#include "tests/unit/ctl/program/machine.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace clerk::ctl::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

std::string text_of(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

// The pages are too long to be shown where something is missing.
bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// `update_instance` is the command `update-instance`, in roff.
std::string in_roff(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (c == '_') {
      text += "\\-";
    } else {
      text += c;
    }
  }
  return text;
}

TEST(ManPages, are_written_for_the_program_its_settings_and_each_class_of_operations) {
  Machine machine;
  ASSERT_EQ(machine.run({"man", "--out", "pages/man1"}).status, ExitStatus::done);
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator{machine.folder.path("pages/man1")}) {
    names.insert(entry.path().filename());
    EXPECT_THAT(text_of(entry.path()), StartsWith(".TH CLERKCTL")) << entry.path();
  }
  EXPECT_EQ(names.size(), openapi::catalog().apis().size() + 2);
  EXPECT_TRUE(names.contains("clerkctl.1"));
  EXPECT_TRUE(names.contains("clerkctl-settings.1"));
  EXPECT_TRUE(names.contains("clerkctl-users.1"));
}

TEST(ManPages, have_every_operation_with_every_field_of_its_body) {
  Machine machine;
  ASSERT_EQ(machine.run({"man", "--out", "pages"}).status, ExitStatus::done);
  std::string text;
  for (const auto& entry : fs::directory_iterator{machine.folder.path("pages")}) text += text_of(entry.path());
  for (const openapi::OperationEntry& operation : openapi::catalog().operations) {
    EXPECT_TRUE(has(text, " " + in_roff(operation.info->name) + " ")) << operation.info->name;
    if (operation.body.empty() || openapi::catalog().model(operation.body).is_array) continue;
    for (const openapi::FieldEntry& field : openapi::catalog().model(operation.body).fields) {
      EXPECT_TRUE(has(text, "\\-\\-" + in_roff(field.name))) << operation.info->name << ": " << field.name;
    }
  }
}

TEST(ManPages, name_the_variables_that_are_read) {
  Machine machine;
  const std::string text = machine.run({"man"}).out;
  for (const char* name : {"CLERK_SECRET_KEY", "CLERK_API_URL", "CLERKCTL_PROFILE", "NO_COLOR", "CLICOLOR_FORCE"}) {
    EXPECT_TRUE(has(text, name)) << name;
  }
}

TEST(ManPages, are_printed_by_name) {
  Machine machine;
  EXPECT_THAT(machine.run({"man"}).out, StartsWith(".TH CLERKCTL 1 "));
  EXPECT_THAT(machine.run({"man", "clerkctl-settings"}).out, StartsWith(".TH CLERKCTL-SETTINGS 1 "));
  const Ended ended = machine.run({"man", "clerkctl-setings"});
  EXPECT_EQ(ended.status, ExitStatus::usage);
  EXPECT_THAT(ended.err, HasSubstr("did you mean clerkctl-settings"));
}

TEST(ManPages, that_cant_be_written_are_a_failure_that_names_the_file) {
  Machine machine;
  machine.folder.write("file", "");
  const Ended ended = machine.run({"man", "--out", "file"});
  EXPECT_EQ(ended.status, ExitStatus::failed);
  EXPECT_THAT(ended.err, HasSubstr("file/clerkctl.1 can't be written"));
}

TEST(ManPages, escape_what_roff_would_take_for_its_own) {
  const CommandText program{
      .name = "x",
      .path = "x",
      .doc = "Does it.\n\n.TH is a request, 'so is this, and \\fB is bold.",
      .flags = {{.names = {"--a-b"}, .value = "FILE", .doc = "'quoted' first", .group = "Flags"}}};
  const std::string text = man_pages(program).front().text;
  EXPECT_THAT(text, HasSubstr("\n\\&.TH is a request, 'so is this, and \\efB is bold."));
  EXPECT_THAT(text, HasSubstr("\\fB\\-\\-a\\-b FILE\\fP\n\\&'quoted' first\n"));
}

TEST(Help, is_nowhere_wider_than_a_hundred_columns) {
  Machine machine;
  std::vector<std::vector<std::string>> lines{
      {"--help"}, {"settings", "--help"}, {"users", "create-user", "--help"}, {"users", "get-user-list", "--help"}};
  for (const char* name : {"pull", "plan", "apply", "drift", "validate"}) lines.push_back({"settings", name, "--help"});
  for (const auto& words : lines) {
    const Ended ended = machine.run(words);
    EXPECT_EQ(ended.status, ExitStatus::done);
    for (std::size_t begin = 0; begin < ended.out.size();) {
      const std::size_t end = ended.out.find('\n', begin);
      EXPECT_LE(width_of(ended.out.substr(begin, end - begin)), 100U) << ended.out.substr(begin, end - begin);
      begin = end + 1;
    }
  }
}

TEST(Wrapping, breaks_between_words_and_keeps_lines_apart) {
  EXPECT_EQ(wrapped("one two three", 7), "one two\nthree");
  EXPECT_EQ(wrapped("one two three", 9, 2), "one two\n  three");
  EXPECT_EQ(wrapped("a\n\nb", 10, 2), "a\n\n  b");
  EXPECT_EQ(wrapped("a:\n  one two three", 10), "a:\n  one two\n    three");
  EXPECT_EQ(wrapped("unbreakable word", 4), "unbreakable\nword");
  EXPECT_EQ(wrapped("äöü äöü", 7), "äöü äöü");
  EXPECT_EQ(wrapped("", 10), "");
}

}  // namespace
}  // namespace clerk::ctl::test
