#include "ctl/operations/command_words.hpp"
#include "ctl/operations/example_value.hpp"
#include "tests/support/private_folder.hpp"
#include "tests/unit/ctl/operations/parsed_command.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <stdexcept>

namespace clerk::ctl::operations {
namespace {

namespace json = boost::json;

TEST(ExampleValue, reads_initializers) {
  EXPECT_EQ(example_value(""), json::object{});
  EXPECT_EQ(
      json::value(example_value(R"(.a = true, .b = "x \"y\"", .c = {"d", "e"}, .f = -7, .g = clerk::H::pending)")),
      json::parse(R"({"a":true,"b":"x \"y\"","c":["d","e"],"f":-7,"g":"pending"})"));
  EXPECT_EQ(json::value(example_value(R"x(.a = clerk::RawJson{R"({"b":1})"}, .c = {{.d = "e"}, {.d = "f"}})x")),
            json::parse(R"({"a":{"b":1},"c":[{"d":"e"},{"d":"f"}]})"));
  EXPECT_THROW(static_cast<void>(example_value("a = 1")), std::logic_error);
  EXPECT_THROW(static_cast<void>(example_value(".a = \"b")), std::logic_error);
}

TEST(ShellWord, is_quoted_where_it_must_be) {
  EXPECT_EQ(shell_quoted("help@example.com"), "help@example.com");
  EXPECT_EQ(shell_quoted(""), "''");
  EXPECT_EQ(shell_quoted("it's"), R"('it'\''s')");
  EXPECT_EQ(shell_quoted("{\"a\":1}"), "'{\"a\":1}'");
}

TEST(ExampleLine, is_understood_for_every_operation) {
  const test::PrivateFolder folder;
  folder.write("logo.png", "\x89PNG\r\n\x1a\n");
  for (const Binding& binding : bindings()) {
    const Fields fields = fields_of(entry_of(*binding.info));
    std::vector<std::string> words;
    for (const auto& parameter : fields.operation->path) words.emplace_back(parameter.rules.example);
    for (std::string& word : words_of(fields, example_value(binding.info->example))) words.push_back(std::move(word));
    test::ParsedCommand command{*binding.info, words};
    command.host.directory = folder.path();
    const auto request = command.understood();
    EXPECT_TRUE(request) << example_line(fields) << "\n" << request.error().message;
    EXPECT_TRUE(!request || request->warnings.empty()) << example_line(fields);
  }
}

}  // namespace
}  // namespace clerk::ctl::operations
