#include "ctl/operations/input.hpp"

#include "tests/support/private_folder.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <vector>

namespace clerk::ctl::operations {
namespace {

namespace json = boost::json;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class InputOfAFlag : public ::testing::Test {
 protected:
  Outcome<json::value> value(std::string_view given, const std::string& input = {}) {
    std::istringstream in{input};
    std::ostringstream out;
    Host host{.in = in, .out = out, .err = out, .directory = folder.path()};
    const auto text = given == "-" ? read_standard_input(host) : read_input(host, "--data", given);
    return text ? value_of(*text) : text.error();
  }

  json::value read(std::string_view given, const std::string& input = {}) {
    const auto read = value(given, input);
    return read ? *read : json::value(read.error().message);
  }

  clerk::test::PrivateFolder folder{};
};

TEST_F(InputOfAFlag, is_json_unless_a_file_is_named_as_yaml) {
  const json::value wanted{{"hibp", true}};
  for (const std::string name : {"a.yaml", "a.yml", "a.json", "a"}) folder.write(name, R"({"hibp":true})");
  for (const std::string given : {R"({"hibp":true})", "@a.yaml", "@a.yml", "@a.json", "@a", "-"}) {
    EXPECT_EQ(read(given, R"({"hibp":true})"), wanted) << given;
  }
  for (const std::string name : {"a.yaml", "a.yml", "a.json", "a"}) folder.write(name, "hibp: true");
  for (const std::string given : {"@a.yaml", "@a.yml"}) EXPECT_EQ(read(given), wanted) << given;
  for (const std::string given : {"hibp: true", "@a.json", "@a", "-", "{hibp: true}", "hibp", "yes"}) {
    const auto refused = value(given, "hibp: true");
    ASSERT_TRUE(refused.has_error()) << given;
    EXPECT_THAT(refused.error().message, HasSubstr("it is not JSON")) << given;
    EXPECT_EQ(refused.error().status, ExitStatus::usage) << given;
  }
}

TEST_F(InputOfAFlag, says_where_it_is_wrong_and_what_to_do) {
  folder.write("a.json", "a: 1");
  struct Row {
    std::string given;
    std::string message;
    std::string hint;
  };
  for (const Row& row : std::vector<Row>{
           {R"({"hibp":true)", "--data:1:13: it is not JSON: it ends too early", "Close each"},
           {R"({"hibp":true}})", "--data:1:14: it is not JSON: there is more after its end", "Take out"},
           {"{hibp:true}", "--data:1:2: it is not JSON: syntax error", "in double quotes"},
           {"settings.json", "--data:1:1: it is not JSON", "--data takes JSON, such as {\"name\":\"text\"}, or @FILE"},
           {"@a.json", "a.json:1:1: it is not JSON", ".yaml"},
           {"-", "standard input:1:1: it is not JSON", "JSON"},
           {"", "--data holds nothing", "{}"},
           {" \n", "--data holds nothing", "{}"},
           {"@", "--data: @ has no name after it", "variable"},
           {"@nowhere", "--data: nowhere can't be read: No such file", "Check"},
           {"@.", "--data: . can't be read: it is a folder", "a file in it"},
           {"@/dev/zero", "--data: /dev/zero is larger than 1048576 bytes", "no more of it"},
       }) {
    const auto refused = value(row.given, "a: 1");
    ASSERT_TRUE(refused.has_error()) << row.given;
    EXPECT_THAT(refused.error().message, StartsWith(row.message));
    EXPECT_THAT(refused.error().hint, HasSubstr(row.hint)) << row.message;
  }
}

}  // namespace
}  // namespace clerk::ctl::operations
