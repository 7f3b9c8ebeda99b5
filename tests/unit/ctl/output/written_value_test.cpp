#include "ctl/output/render.hpp"
#include "ctl/output/yaml_scalar.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <string>

namespace clerk::ctl {
namespace {

namespace json = boost::json;

constexpr std::string_view odd_texts[] = {"",
                                          " ",
                                          "a ",
                                          " a",
                                          "~",
                                          "null",
                                          "Null",
                                          "true",
                                          "FALSE",
                                          "yes",
                                          "No",
                                          "on",
                                          "y",
                                          "N",
                                          "0",
                                          "-1",
                                          "+1",
                                          "007",
                                          "0x1",
                                          "0o7",
                                          "1e3",
                                          ".5",
                                          "1.",
                                          ".inf",
                                          "-.INF",
                                          ".nan",
                                          "1_000",
                                          "12:30",
                                          "5.1.0",
                                          "2026-05-12",
                                          "2026-05-12T07:15:20Z",
                                          "-",
                                          "- a",
                                          "?",
                                          "? a",
                                          ":",
                                          "a:",
                                          "a: b",
                                          "a #b",
                                          "#a",
                                          "*a",
                                          "&a",
                                          "!a",
                                          "%a",
                                          "@a",
                                          "`a",
                                          "|",
                                          ">",
                                          "{",
                                          "}",
                                          "[",
                                          "]",
                                          ",",
                                          "'",
                                          "\"",
                                          "\\",
                                          "---",
                                          "...",
                                          "<<",
                                          "=",
                                          "one\ntwo",
                                          "one\n",
                                          "\none",
                                          "\n",
                                          "\t",
                                          "a\r\nb",
                                          "\x01",
                                          "\x04",
                                          "\x1b[31m",
                                          "\x7f",
                                          "\xC2\x85",
                                          "\xC2\x9B",
                                          "\xC2\xA0",
                                          "\xE2\x80\xA8",
                                          "\xE2\x80\xAE",
                                          "\xEF\xBB\xBF",
                                          "\xEF\xBF\xBE",
                                          "é",
                                          "漢字",
                                          "😀",
                                          "a/b",
                                          "https://example.com/a?b=c#d",
                                          "+15551234567",
                                          "capacitor://app",
                                          "role_set:default",
                                          "org:admin",
                                          "ins_2abc",
                                          "a'b",
                                          "a\"b",
                                          "trailing:"};

class RandomJson {
 public:
  explicit RandomJson(std::uint64_t seed) : random_{seed} {}

  json::value draw(int depth = 0) {
    switch (number(depth < 5 ? 9 : 7)) {
      case 0:
        return nullptr;
      case 1:
        return number(2) == 0;
      case 2:
        return static_cast<std::int64_t>(random_());
      case 3:
        return real();
      case 4:
        return static_cast<std::int64_t>(number(200)) - 100;
      case 7: {
        json::array array;
        for (std::uint64_t i = number(5); i > 0; --i) array.push_back(draw(depth + 1));
        return array;
      }
      case 8: {
        json::object object;
        for (std::uint64_t i = number(5); i > 0; --i) object[text()] = draw(depth + 1);
        return object;
      }
      default:
        return json::string{text()};
    }
  }

  std::string text() {
    std::string text;
    for (std::uint64_t i = 1 + number(3); i > 0; --i) text += odd_texts[number(std::size(odd_texts))];
    if (number(4) == 0) text += std::string{"nul"} + '\0';
    if (number(50) == 0) text.append(2000, 'x');
    return text;
  }

 private:
  std::uint64_t number(std::uint64_t below) { return random_() % below; }
  double real() {
    const double edges[] = {
        0.0,    -0.0,  1.0, 0.1, 1e300, -1e-300, std::numeric_limits<double>::max(), 123456789012345680.0,
        5e-324, 1.5e3, 1e21};
    return number(2) == 0 ? edges[number(std::size(edges))] : std::ldexp(static_cast<double>(random_()), -40);
  }

  std::mt19937_64 random_;
};

json::value read_back(const json::value& value, OutputFormat format, std::string_view name) {
  const std::string text = render(value, format);
  const auto read = read_document(text, name);
  EXPECT_TRUE(read) << read.error().message << "\n" << text;
  return read ? *read : json::value("unread");
}

TEST(WrittenValue, reads_back_as_it_was) {
  RandomJson random{20261201};
  for (int i = 0; i < 3000; ++i) {
    const json::value value = random.draw();
    const std::string exact = json::serialize(value);
    ASSERT_EQ(json::serialize(read_back(value, OutputFormat::yaml, "a.yaml")), exact);
    ASSERT_EQ(json::serialize(read_back(value, OutputFormat::json, "a.json")), exact);
    // JSON is YAML too, for readers that know nothing else.
    ASSERT_EQ(json::serialize(read_back(value, OutputFormat::json, "a.yaml")), exact);
  }
}

TEST(WrittenValue, keeps_odd_texts_texts) {
  for (const std::string_view text : odd_texts) {
    const json::value value = json::object{{"text", text}, {text, json::array{text}}};
    EXPECT_EQ(read_back(value, OutputFormat::yaml, "a.yaml"), value) << text;
  }
}

TEST(WrittenValue, is_read_in_yaml_without_quotes_where_possible) {
  const json::value value = json::parse(
      R"({"instance":{"test_mode":true,"support_email":"help@example.com","limits":[1,2.5,null],"none":{},"no":[]}})");
  EXPECT_EQ(
      render(value, OutputFormat::yaml),
      "instance:\n  test_mode: true\n  support_email: help@example.com\n  limits:\n    - 1\n    - 2.5\n    - null\n"
      "  none: {}\n  \"no\": []\n");
}

TEST(WrittenValue, is_indented_in_json) {
  const json::value value =
      json::parse(R"({"a":[1,{"b":"é/\u001b\u009b"}],"c":{},"d":[],"e":1.0,"f":9007199254740993})");
  EXPECT_EQ(render(value, OutputFormat::json),
            "{\n  \"a\": [\n    1,\n    {\n      \"b\": \"é/\\u001b\\u009b\"\n    }\n  ],\n  \"c\": {},\n  \"d\": [],\n"
            "  \"e\": 1.0,\n  \"f\": 9007199254740993\n}\n");
  EXPECT_EQ(render("text", OutputFormat::json), "\"text\"\n");
}

TEST(PlainScalars, are_strings_to_every_reader) {
  for (const std::string_view text : odd_texts) {
    if (!is_plain_string(text)) continue;
    const auto resolved = resolve_scalar(text);
    ASSERT_TRUE(resolved) << text;
    EXPECT_EQ(*resolved, json::value(text));
  }
}

}  // namespace
}  // namespace clerk::ctl
