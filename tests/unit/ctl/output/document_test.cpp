#include "ctl/output/render.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace clerk::ctl {
namespace {

namespace json = boost::json;
using testing::HasSubstr;

json::value read(std::string_view text, std::string_view name = "settings.yaml") {
  auto document = read_document(text, name);
  EXPECT_TRUE(document) << text << ": " << document.error().message;
  return document ? *document : json::value("unread");
}

std::string refusal(std::string_view text, std::string_view name = "settings.yaml") {
  const auto document = read_document(text, name);
  return document ? "read as " + render(*document, OutputFormat::json) : document.error().message;
}

TEST(Document, reads_scalars_by_the_core_schema) {
  struct Case {
    std::string_view text;
    json::value value;
  };
  const Case cases[] = {
      {"", nullptr},
      {"~", nullptr},
      {"null", nullptr},
      {"Null", nullptr},
      {"true", true},
      {"True", true},
      {"FALSE", false},
      {"0", 0},
      {"-7", -7},
      {"+7", 7},
      {"9223372036854775807", 9223372036854775807},
      {"-9223372036854775808", std::numeric_limits<std::int64_t>::min()},
      {"18446744073709551615", 18446744073709551615U},
      {"0x1F", 31},
      {"0o17", 15},
      {"1.5", 1.5},
      {"1e3", 1000.0},
      {"-.5E-1", -0.05},
      {"1.", 1.0},
      {"0.1", 0.1},
      {"yes", "yes"},
      {"no", "no"},
      {"on", "on"},
      {"off", "off"},
      {"nUll", "nUll"},
      {"0x", "0x"},
      {"0o8", "0o8"},
      {"-0x1", "-0x1"},
      {"1e", "1e"},
      {".", "."},
      {"1_000", "1_000"},
      {"2026-05-12", "2026-05-12"},
      {"5.1.0", "5.1.0"},
      {"12:30", "12:30"},
      {"\"1\"", "1"},
      {"'true'", "true"},
      {"'~'", "~"},
      {"''", ""},
      {"!!str 1", "1"},
      {"!!str ''", ""},
      {"!!int '1'", 1},
      {"!!float 1", 1},
      {"!!null ''", nullptr},
      {"|\n  one\n  two\n", "one\ntwo\n"},
      {">-\n  one\n  two\n", "one two"},
  };
  for (const Case& one : cases) EXPECT_EQ(read(one.text), one.value) << one.text;
}

TEST(Document, reads_every_escape_of_yaml) {
  struct Case {
    std::string_view escape;
    std::string_view character;
  };
  const Case cases[] = {
      {R"(\0)", {"\0", 1}},    {R"(\a)", "\a"},
      {R"(\b)", "\b"},         {R"(\t)", "\t"},
      {R"(\n)", "\n"},         {R"(\v)", "\v"},
      {R"(\f)", "\f"},         {R"(\r)", "\r"},
      {R"(\e)", "\x1B"},       {R"(\ )", " "},
      {R"(\")", "\""},         {R"(\/)", "/"},
      {R"(\\)", "\\"},         {R"(\N)", "\u0085"},
      {R"(\_)", "\u00A0"},     {R"(\L)", "\u2028"},
      {R"(\P)", "\u2029"},     {R"(\x85)", "\u0085"},
      {R"(\xe9)", "\u00E9"},   {R"(\u00A0)", "\u00A0"},
      {R"(\u20AC)", "\u20AC"}, {R"(\U0001F511)", "\U0001F511"},
  };
  // Of one to four bytes, so that the escape stands after each length.
  for (const std::string_view before : {"", "a", "\u00E9", "\u20AC", "\U0001F511"}) {
    for (const auto& [escape, character] : cases) {
      const std::string written = "\"" + std::string{before}.append(escape).append(escape) + "z\"";
      const std::string text = std::string{before}.append(character).append(character) + "z";
      EXPECT_EQ(read(written), json::value(text)) << written;
      EXPECT_EQ(read(written + ": 1"), (json::object{{text, 1}})) << written;
    }
  }
}

TEST(Document, reads_lists_objects_and_aliases) {
  EXPECT_EQ(read("instance:\n  test_mode: true # said\n  allowed_origins:\n    - a\n    - 'b'\nempty:\n"),
            json::parse(R"({"instance":{"test_mode":true,"allowed_origins":["a","b"]},"empty":null})"));
  EXPECT_EQ(read("{a: [1, {b: c}], d: {}}"), json::parse(R"({"a":[1,{"b":"c"}],"d":{}})"));
  EXPECT_EQ(read("base: &x {a: [1]}\ncopy: *x\nname: &n key\n*n : 2\n"),
            json::parse(R"({"base":{"a":[1]},"copy":{"a":[1]},"name":"key","key":2})"));
  EXPECT_EQ(read("1: one\ntrue: yes\n"), json::parse(R"({"1":"one","true":"yes"})"));
}

TEST(Document, reads_json_strictly) {
  EXPECT_EQ(read(R"({"a":"\u0004","b":1e2})", "answer"), json::parse(R"({"a":"\u0004","b":100.0})"));
  EXPECT_EQ(read("\xEF\xBB\xBF{\"a\":1}", "a.json"), json::parse(R"({"a":1})"));
  EXPECT_EQ(refusal("{\"a\":1,\n \"b\":}", "a.json"), "a.json:2:6: it is not JSON: syntax error");
  EXPECT_THAT(refusal("a: 1", "a.json"), HasSubstr("a.json:1:1: it is not JSON"));
  EXPECT_THAT(refusal("{'a': 1}", "a.json"), HasSubstr("a.json:1:2: it is not JSON"));
}

TEST(Document, makes_no_other_number_of_one) {
  for (const std::string number : {"123456789012345678901234567", "-9223372036854775809", "1e400", "-1e400"}) {
    EXPECT_THAT(refusal("{\"a\": [\"1e400\", " + number + "]}", "a.json"), HasSubstr("a.json:1:17: the number"));
    EXPECT_THAT(refusal("{\"a\": [" + number + "]}"), HasSubstr(number)) << "without a name that says JSON";
    EXPECT_THAT(refusal("a: " + number), HasSubstr(number));
  }
  EXPECT_EQ(read(R"([18446744073709551615,-9223372036854775808,1e308])", "a.json"),
            json::parse("[18446744073709551615,-9223372036854775808,1e308]"));
}

TEST(Document, says_where_it_is_wrong) {
  struct Case {
    std::string text;
    std::string_view message;
  };
  const Case cases[] = {
      {"a: 1\nb: 2\na: 3\n", "settings.yaml:3:1: the name a stands twice"},
      {"a:\n  b: 1\n  \"b\": 2\n", "settings.yaml:3:3: the name b stands twice"},
      {"{\"a\":1,\n\"a\":2}", "settings.yaml:2:1: the name a stands twice"},
      {"a: 1\n---\nb: 2\n", "settings.yaml:2:1: a second document"},
      {"a: !secret x\n", "settings.yaml:1:4: the tag !secret"},
      {"a: !!set {b, c}\n", "settings.yaml:1:4: the tag tag:yaml.org,2002:set"},
      {"a: !!int no\n", "settings.yaml:1:4: the tag tag:yaml.org,2002:int and the value no do not fit"},
      {"a: .inf\n", "settings.yaml:1:4: .inf is no number that JSON has"},
      {"a: 123456789012345678901234567890\n",
       "settings.yaml:1:4: the number 123456789012345678901234567890 does not fit"},
      {"a: 1e999\n", "settings.yaml:1:4: the number 1e999 is out of range"},
      {"[1, 2]: a\n", "a list or an object as a name"},
      {"~: a\n", "a name is missing or is null"},
      {"a: &x [*x]\n", "an alias inside of what it stands for"},
      {"a: *nowhere\n", "settings.yaml:1:4: it is not YAML"},
      {"a: [1, 2\nb: 3\n", "it is not YAML"},
      {"a: 1\n\x04hidden: 2\n", "settings.yaml:2:1: a control character, \\u0004"},
      {"a: \x1b[31m\n", "settings.yaml:1:4: a control character"},
      {"a: \xFF\n", "settings.yaml: it is not UTF-8"},
      {std::string(2U << 20U, ' '), "settings.yaml is larger than 1048576 bytes"},
      {std::string(100, '[') + std::string(100, ']'), "settings.yaml:1:65: it is nested deeper than 64"},
      {std::string(100'000, '[') + std::string(100'000, ']'), "settings.yaml:1:65: it is nested deeper than 64"},
  };
  for (const Case& one : cases) EXPECT_THAT(refusal(one.text), HasSubstr(one.message)) << one.text.substr(0, 80);
}

TEST(Document, of_broken_json_is_told_in_the_words_of_json) {
  const std::pair<std::string, std::string_view> cases[] = {
      {R"({"hibp":true)", "1:13: it is not JSON: it ends too early"},
      {"{\n  \"instance\": {\"hibp\": true}\n", "3:1: it is not JSON: it ends too early"},
      {R"([{"a":1})", "1:9: it is not JSON: it ends too early"},
      {R"({"a": [1, {"b": "c}]})", "it is not JSON: it ends too early"},
      {R"({"a":1}})", "1:8: it is not JSON: there is more after its end"},
      {R"({"a":1} x)", "1:9: it is not JSON: there is more after its end"},
      {R"({"a": {"b": [1 2]}, "c": [})", "it is not JSON: syntax error"},
      {R"({ "a": @ })", "1:8: it is not JSON: syntax error"},
  };
  for (const auto& [text, message] : cases) {
    for (const std::string name : {"settings.yaml", "standard input"}) {
      EXPECT_THAT(refusal(text, name), HasSubstr(name + ":")) << text;
      EXPECT_THAT(refusal(text, name), HasSubstr(message)) << text;
    }
  }
  // What is YAML, and not so here, is told as YAML.
  EXPECT_THAT(refusal(R"({"instance": {"hibp": true, "hibp": false},})"), HasSubstr("stands twice"));
  EXPECT_THAT(refusal(R"({"a": {"b": !secret x}})"), HasSubstr("the tag !secret"));
  EXPECT_THAT(refusal("{\"a\": 1}\n---\na: 1\n"), HasSubstr("a second document"));
  // What is YAML all the same is read as such.
  EXPECT_EQ(read(R"({"a": b, c: ['d', {e: }],})"), json::parse(R"({"a":"b","c":["d",{"e":null}]})"));
  EXPECT_THAT(refusal("{a: b, c: [d}"), HasSubstr("it is not YAML"));
}

TEST(Document, in_json_alone_is_no_yaml) {
  const auto read = read_json(R"({"a":[1]})", "--data");
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, json::parse(R"({"a":[1]})"));
  for (const std::string_view text : {"a: 1", "{a: 1}", "{'a': 1}", "yes", "[1,]", "", "~", "- 1"}) {
    const auto value = read_json(text, "--data");
    ASSERT_TRUE(value.has_error()) << text;
    EXPECT_THAT(value.error().message, HasSubstr("it is not JSON")) << text;
  }
  EXPECT_THAT(read_json(R"({"b":"\ud83d\ude00","a":1,"a":2})", "--data").error().message, HasSubstr("a stands twice"));
  EXPECT_THAT(read_json(std::string(100, '['), "--data").error().message, HasSubstr("nested deeper than 64"));
}

TEST(Document, with_a_tab_for_its_indentation_is_told_of_it) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"instance:\n\thibp: true\n", "settings.yaml:2:1:"},
      {"instance:\n  hibp: true\n\ttest_mode: true\n", "settings.yaml:3:1:"},
      {"a:\n\t- b\n\t- c\n", "settings.yaml:2:1:"},
      {"a:\n\tb:\n\t\t- c\n", "settings.yaml:2:1:"},
      {"a: 1\nb:\n  \t- c\n", "settings.yaml:3:3:"},
  };
  for (const auto& [text, place] : cases) {
    EXPECT_EQ(refusal(text), std::string{place} + " the line is indented with a tab") << text;
    EXPECT_THAT(read_document(text, "settings.yaml").error().hint, HasSubstr("spaces")) << text;
  }
  EXPECT_EQ(read("a: {\n\t\"b\": 1\n}\nc: \"\td\"\n"), json::parse(R"({"a":{"b":1},"c":"\td"})"));
  EXPECT_THAT(refusal("a: {\n\t\"b\": 1\n}\nc: *d\n"), HasSubstr("settings.yaml:4:4: it is not YAML"));
  EXPECT_THAT(refusal("a: {\n\tb: *d\n}\n"), HasSubstr("settings.yaml:2:5: it is not YAML"));
}

TEST(Document, that_ends_within_quotes_is_never_half_read) {
  for (const std::string_view quote : {"\"", "'"}) {
    for (const std::string_view end : {"", "\n", "\n\n", "\r\n", "\nb: 1\n", " \n"}) {
      for (const std::string_view begin : {"a: ", "- ", "", "a:\n  b: "}) {
        const std::string text = std::string{begin}.append(quote).append("x").append(end);
        EXPECT_THAT(refusal(text), HasSubstr("it is not YAML: a quote is open at the end")) << text;
      }
    }
  }
  EXPECT_EQ(read("a: |+\n  x\n\n"), (json::object{{"a", "x\n\n"}}));
  EXPECT_EQ(read("a: |\n  x\n"), (json::object{{"a", "x\n"}}));
  EXPECT_EQ(read("a: x\n...\n"), (json::object{{"a", "x"}}));
  EXPECT_EQ(read("---\nx\n  y\n"), json::value("x y"));
}

// A message that says by itself what to do needs none.
TEST(Document, that_is_refused_comes_with_what_to_do) {
  for (const std::string& text : std::vector<std::string>{
           "{\"a\":1", "{\"a\":1}}", "{\"a\":1,\"a\":2}", "a: 1\na: 2\n", "a: 1\n---\nb: 2\n", "a: !secret x\n",
           "a: !!int no\n", "a: &x [*x]\n", "[1, 2]: a\n", "a: *nowhere\n", "a: [1, 2\nb: 3\n", "a: \x1b[31m\n",
           "a: \xFF\n", "a:\n\tb: 1\n", std::string(2U << 20U, ' '), std::string(100, '[')}) {
    for (const std::string_view name : {"a.yaml", "a.json"}) {
      const auto document = read_document(text, name);
      ASSERT_TRUE(document.has_error()) << text.substr(0, 80);
      EXPECT_NE(document.error().hint, "") << document.error().message;
    }
  }
}

TEST(Document, is_not_made_large_by_aliases) {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int j = 0; j < 10; ++j) text += (j == 0 ? "" : ", ") + before;
    text += "]\n";
  }
  EXPECT_THAT(refusal(text), HasSubstr("the aliases make it too large"));
}

TEST(Document, is_not_made_deep_by_aliases) {
  std::string text = "a0: &a0 [x]\n";
  for (int i = 1; i < 100; ++i) {
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + "]\n";
  }
  EXPECT_THAT(refusal(text), HasSubstr("nested deeper than 64"));
}

TEST(Document, of_any_text_is_read_or_refused) {
  constexpr std::string_view pieces[] = {"a",     "1",     " ", "  ", "\n", "\n  ", ":",  ": ",          "- ",
                                         "[",     "]",     "{", "}",  ",",  "&x ",  "*x", "!t ",         "!!str ",
                                         "\"",    "'",     "|", ">",  "#",  "?",    "? ", "%",           "@",
                                         "---\n", "...\n", "~", "\t", "\\", "é",    "<<", "\xEF\xBB\xBF"};
  std::mt19937_64 random{20261201};
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (std::uint64_t n = random() % 16; n > 0; --n) text += pieces[random() % std::size(pieces)];
    const auto document = read_document(text, "a.yaml");
    if (!document) {
      EXPECT_THAT(document.error().message, HasSubstr("a.yaml:")) << text;
      continue;
    }
    const auto again = read_document(render(*document, OutputFormat::yaml), "a.yaml");
    ASSERT_TRUE(again) << text;
    EXPECT_EQ(*again, *document) << text;
  }
}

}  // namespace
}  // namespace clerk::ctl
