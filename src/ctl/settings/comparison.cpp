#include "ctl/settings/comparison.hpp"

#include <clerk/contract/formats.hpp>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace clerk::ctl::settings {

namespace json = boost::json;

namespace {

std::string folded(std::string_view text) {
  std::string small{text};
  std::ranges::transform(small, small.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return small;
}

std::string folded(const Format* format, std::string_view text) {
  if (format == &formats::origin) return folded(text);
  if (format != &formats::email) return std::string{text};
  const std::size_t domain = std::min(text.rfind('@'), text.size());
  return std::string{text.substr(0, domain)} + folded(text.substr(domain));
}

json::value folded(const Field& field, const json::value& value) {
  if (const json::string* text = value.if_string())
    return json::value(folded(field.rules().format, *text));  // braces would make a list of it
  json::value result = value;
  if (json::array* items = result.if_array()) {
    for (json::value& item : *items) item = folded(field, item);
  }
  return result;
}

std::set<std::string> as_set(const json::array& items) {
  std::set<std::string> texts;
  for (const json::value& item : items) texts.insert(json::serialize(item));
  return texts;
}

}  // namespace

bool is_same(const json::value& one, const json::value& other) {
  if (one.is_array() && other.is_array()) return as_set(one.get_array()) == as_set(other.get_array());
  return one == other;
}

bool is_kept_as(const Field& field, const json::value& wanted, const json::value& answered) {
  return is_same(wanted, answered) || is_same(folded(field, wanted), answered);
}

bool is_nothing(const json::value& value) {
  if (const json::string* text = value.if_string()) return text->empty();
  if (const json::array* items = value.if_array()) return items->empty();
  return value.is_null();
}

}  // namespace clerk::ctl::settings
