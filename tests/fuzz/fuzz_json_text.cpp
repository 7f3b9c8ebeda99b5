#include "codec/json_text.hpp"
#include "codec/utf8.hpp"
#include "tests/fuzz/property.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

// The parser's limits, the finder of duplicate keys, excerpts, and our judge of UTF-8 against the parser's.
namespace clerk::fuzz {

namespace {

namespace json = boost::json;

constexpr codec::Limits limits{.max_depth = 16, .max_bytes = 2048, .max_faults = 64};

std::size_t keys_kept(const json::value& value) {
  std::size_t count = 0;
  if (const json::array* array = value.if_array()) {
    for (const json::value& item : *array) count += keys_kept(item);
  } else if (const json::object* object = value.if_object()) {
    count = object->size();
    for (const auto& entry : *object) count += keys_kept(entry.value());
  }
  return count;
}

// In a text that is JSON every colon outside a string follows a key.
std::size_t keys_written(std::string_view text) {
  std::size_t count = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (in_string && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      in_string = !in_string;
    } else if (!in_string && text[i] == ':') {
      ++count;
    }
  }
  return count;
}

std::size_t depth_of(const json::value& value) {
  std::size_t deepest = 0;
  if (const json::array* array = value.if_array()) {
    for (const json::value& item : *array) deepest = std::max(deepest, depth_of(item));
    return deepest + 1;
  }
  if (const json::object* object = value.if_object()) {
    for (const auto& entry : *object) deepest = std::max(deepest, depth_of(entry.value()));
    return deepest + 1;
  }
  return 0;
}

void check_text(std::string_view text) {
  const auto parsed = codec::parse(text, limits);
  if (parsed.has_error()) return require(codec::is_utf8(parsed.error().problem), "a problem is readable");
  require(text.size() <= limits.max_bytes, "a text above the limit is refused");
  require(depth_of(*parsed) <= limits.max_depth, "a text that is nested too deep is refused");
  const auto duplicates = codec::duplicate_keys(text, limits);
  require(duplicates.empty() == (keys_kept(*parsed) == keys_written(text)), "a key that is lost is found");
  require(duplicates.size() <= limits.max_faults, "no more duplicates are kept than anybody reads");
  for (const std::string& path : duplicates) require(codec::is_utf8(path), "a path is UTF-8");
  const std::string excerpt = codec::excerpt(*parsed);
  require(excerpt.size() <= 67 && codec::is_utf8(excerpt), "an excerpt is short and whole");
  const std::string written = json::serialize(*parsed);
  const auto again = codec::parse(written, {.max_bytes = written.size()});
  require(again.has_value() && codec::duplicate_keys(written, limits).empty(), "what is written is JSON", written);
}

void check_utf8(std::string_view text) {
  if (std::ranges::any_of(text, [](char c) { return is_control(c) || c == '"' || c == '\\'; })) return;
  const bool valid = codec::parse("\"" + std::string{text} + "\"", {}).has_value();
  require(codec::is_utf8(text) == valid, "what is UTF-8 to us is so to the parser");
}

}  // namespace

}  // namespace clerk::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = clerk::fuzz::Input{data, size}.rest();
  clerk::fuzz::check_text(text);
  clerk::fuzz::check_utf8(text);
  return 0;
}
