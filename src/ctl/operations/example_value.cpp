#include "ctl/operations/example_value.hpp"

#include "codec/json_text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <stdexcept>
#include <string>

namespace clerk::ctl::operations {

namespace json = boost::json;

namespace {

bool is_of_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class InitializerReader {
 public:
  explicit InitializerReader(std::string_view text) : text_{text} {}

  json::object members() {
    json::object object;
    while (take(".")) {
      const std::string name{word()};
      expect("=");
      object[name] = value();
      if (!take(",")) break;
    }
    return object;
  }

  void expect_end() {
    skip_spaces();
    if (!text_.empty()) fail();
  }

 private:
  json::value value() {
    if (take("{")) return braced();
    if (take("R\"(")) return until(")\"");
    if (take("\"")) return quoted();
    if (take("clerk::RawJson{")) return raw_json();
    if (take("-")) return -number();
    if (!text_.empty() && text_.front() >= '0' && text_.front() <= '9') return number();
    std::string_view name = word();
    while (take("::")) name = word();
    if (name == "true" || name == "false") return name == "true";
    return json::string{name};
  }

  json::value braced() {
    json::value inside;
    skip_spaces();
    if (text_.starts_with('.')) {
      inside = members();
    } else {
      json::array items;
      while (!text_.starts_with('}')) {
        items.push_back(value());
        if (!take(",")) break;
        skip_spaces();
      }
      inside = std::move(items);
    }
    expect("}");
    return inside;
  }

  json::value raw_json() {
    const json::value text = value();
    expect("}");
    auto parsed = codec::parse(text.as_string(), {});
    if (!parsed) fail();
    return *std::move(parsed);
  }

  json::string quoted() {
    json::string text;
    while (!text_.starts_with('"')) {
      if (text_.starts_with('\\')) text_.remove_prefix(1);
      if (text_.empty()) fail();
      text.push_back(text_.front());
      text_.remove_prefix(1);
    }
    text_.remove_prefix(1);
    return text;
  }

  json::string until(std::string_view mark) {
    const std::size_t end = text_.find(mark);
    if (end == std::string_view::npos) fail();
    const json::string text{text_.substr(0, end)};
    text_.remove_prefix(end + mark.size());
    return text;
  }

  std::int64_t number() {
    const std::string digits{word()};
    return std::stoll(digits);
  }

  std::string_view word() {
    skip_spaces();
    std::size_t size = 0;
    while (size < text_.size() && is_of_name(text_[size])) ++size;
    if (size == 0) fail();
    const std::string_view name = text_.substr(0, size);
    text_.remove_prefix(size);
    return name;
  }

  bool take(std::string_view mark) {
    skip_spaces();
    if (!text_.starts_with(mark)) return false;
    text_.remove_prefix(mark.size());
    return true;
  }
  void expect(std::string_view mark) {
    if (!take(mark)) fail();
  }
  void skip_spaces() {
    while (text_.starts_with(' ')) text_.remove_prefix(1);
  }
  [[noreturn]] void fail() const { throw std::logic_error{"no initializers: " + std::string{text_}}; }

  std::string_view text_;
};

}  // namespace

json::object example_value(std::string_view initializers) {
  InitializerReader reader{initializers};
  json::object object = reader.members();
  reader.expect_end();
  return object;
}

}  // namespace clerk::ctl::operations
