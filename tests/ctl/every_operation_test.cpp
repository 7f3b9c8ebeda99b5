// Each operation of the registry is a command with a page of help.
#include "openapi/catalog.hpp"
#include "tests/ctl/shell.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace clerk::ctl::test {

namespace {

using ::testing::HasSubstr;

std::string with_dashes(std::string_view name) {
  std::string text{name};
  std::replace(text.begin(), text.end(), '_', '-');
  return text;
}

/// The first word of each indented line of a list of commands.
std::vector<std::string> listed_in(const std::string& help) {
  std::vector<std::string> names;
  std::istringstream lines{help};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words{line};
    std::string word;
    if (line.starts_with("  ") && words >> word) names.push_back(word);
  }
  return names;
}

/// The class's command: of those that the root lists, the one whose letters are the class's.
std::string command_of(std::string_view api, const std::vector<std::string>& listed) {
  api.remove_suffix(std::string_view{"Api"}.size());
  for (const std::string& name : listed) {
    std::string letters;
    std::copy_if(name.begin(), name.end(), std::back_inserter(letters), [](char c) { return c != '-'; });
    const auto same = [](char a, char b) { return std::tolower(a) == std::tolower(b); };
    if (std::equal(letters.begin(), letters.end(), api.begin(), api.end(), same)) return name;
  }
  return "";
}

TEST(EveryOperation, is_a_command_with_help_that_names_all_its_flags) {
  const Shell shell{"http://127.0.0.1:9", "sk_test_unused"};
  const std::vector<std::string> classes = listed_in(shell.run("--help").out);
  const openapi::Catalog& catalog = openapi::catalog();
  EXPECT_EQ(catalog.operations.size(), 128U);
  for (const openapi::OperationEntry& operation : catalog.operations) {
    const std::string line =
        command_of(operation.info->api, classes) + ' ' + with_dashes(operation.info->name) + " --help";
    const Ran ran = shell.run(line);
    ASSERT_EQ(ran.status, done) << line << '\n' << ran.said();
    EXPECT_THAT(ran.out, HasSubstr(std::string{operation.info->path})) << line;
    for (const std::string_view model : {operation.query, operation.body}) {
      if (model.empty()) continue;
      const openapi::ModelEntry& entry = catalog.model(model);
      if (entry.is_array) continue;
      for (const openapi::FieldEntry& field : entry.fields) {
        EXPECT_THAT(ran.out, HasSubstr("--" + with_dashes(field.name))) << line;
      }
    }
  }
}

}  // namespace

}  // namespace clerk::ctl::test
