#include "spec_digest/attributes.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <vector>

namespace clerk::spec {

namespace {

namespace json = boost::json;

bool is_plain_word(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !text.empty() && (is_letter(text.front()) || text.front() == '_') && text != "true" && text != "false" &&
         text != "null" && std::ranges::all_of(text, [&](char c) {
           return is_letter(c) || (c >= '0' && c <= '9') ||
                  std::string_view{"_-./:@"}.find(c) != std::string_view::npos;
         });
}

}  // namespace

std::string member_place(const std::string& place, std::string_view name) {
  const bool plain = !name.empty() && name.find_first_of(" .[]{}|#()\"\\=\n") == std::string_view::npos;
  return place + "." + (plain ? std::string{name} : json::serialize(json::string{name}));
}

std::string attribute_text(const json::value& value) {
  if (value.is_string() && is_plain_word(value.get_string())) return std::string{value.get_string()};
  return json::serialize(value);
}

std::string set_text(const json::array& values) {
  std::vector<std::string> texts;
  for (const json::value& value : values) texts.push_back(json::serialize(value));
  std::ranges::sort(texts);
  std::string text;
  for (const std::string& each : texts) text += (text.empty() ? "" : ",") + each;
  return "[" + text + "]";
}

void set_attribute(Facts& facts, const std::string& place, std::string_view key, const std::string& value) {
  const auto [attribute, is_new] = facts[place].try_emplace(std::string{key}, value);
  if (is_new || attribute->second == value) return;
  throw DigestError{std::string{key} + " is both " + attribute->second + " and " + value + " at '" + place + "'"};
}

}  // namespace clerk::spec
