#include "ctl/operations/field_value.hpp"

#include "ctl/operations/input.hpp"
#include "ctl/output/plain_text.hpp"

#include <boost/json/array.hpp>

#include <charconv>
#include <cstdint>

namespace clerk::ctl::operations {

namespace json = boost::json;
using openapi::JsonType;

namespace {

Failure refused(const Field& field, std::string problem) {
  return {.message = field.flag + ": " + std::move(problem), .status = ExitStatus::usage};
}

Outcome<json::value> boolean(const Field& field, std::string_view text) {
  if (text == "true" || text == "false") return json::value(text == "true");
  return refused(field, "'" + harmless(text) + "' is neither true nor false");
}

Outcome<json::value> integer(const Field& field, std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = end == text.data() + text.size() && !text.empty();
  if (whole && error == std::errc{}) return json::value(number);
  if (whole && error == std::errc::result_out_of_range) return refused(field, harmless(text) + " does not fit 64 bits");
  return refused(field, "'" + harmless(text) + "' is no whole number");
}

Outcome<json::value> document(const Host& host, const Field& field, std::string_view text) {
  auto input = read_input(host, field.flag, text);
  if (!input) return input.error();
  return value_of(*input);
}

Outcome<json::value> single_value(const Host& host, const Field& field, const JsonType& type, std::string_view text) {
  switch (type.kind) {
    case JsonType::Kind::boolean:
      return boolean(field, text);
    case JsonType::Kind::integer:
      return integer(field, text);
    case JsonType::Kind::model:
    case JsonType::Kind::any:
    case JsonType::Kind::array:
      return document(host, field, text);
    case JsonType::Kind::string:
    case JsonType::Kind::file:
      break;
  }
  return json::value(json::string{text});
}

bool is_list_of_documents(const JsonType& list) {
  const JsonType::Kind kind = list.items.front().kind;
  return kind == JsonType::Kind::model || kind == JsonType::Kind::any || kind == JsonType::Kind::array;
}

/// Each text is an item, or an array of items.
Outcome<json::value> list_of_documents(const Host& host, const Field& field, std::span<const std::string> texts) {
  json::array items;
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    auto value = document(host, field, text);
    if (!value) return value;
    if (const auto* array = value->if_array()) {
      items.insert(items.end(), array->begin(), array->end());
    } else {
      items.push_back(*std::move(value));
    }
  }
  return json::value(std::move(items));
}

Outcome<json::value> list(const Host& host, const Field& field, std::span<const std::string> texts) {
  const JsonType& type = field.entry->type;
  if (is_list_of_documents(type)) return list_of_documents(host, field, texts);
  json::array items;
  for (const std::string& text : texts) {
    for (const std::string& item : split_items(text)) {
      auto value = single_value(host, field, type.items.front(), item);
      if (!value) return value;
      items.push_back(*std::move(value));
    }
  }
  return json::value(std::move(items));
}

}  // namespace

std::vector<std::string> split_items(std::string_view text) {
  if (text.empty()) return {};
  std::vector<std::string> items(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escapes = text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == ',' || text[i + 1] == '\\');
    if (escapes) {
      items.back().push_back(text[++i]);
    } else if (text[i] == ',') {
      items.emplace_back();
    } else {
      items.back().push_back(text[i]);
    }
  }
  return items;
}

std::string joined_items(std::span<const std::string> items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text.push_back(',');
    for (const char c : items[i]) {
      if (c == ',' || c == '\\') text.push_back('\\');
      text.push_back(c);
    }
  }
  return text;
}

Outcome<json::value> field_value(const Host& host, const Field& field, std::span<const std::string> texts) {
  if (field.entry->type.kind == JsonType::Kind::array) return list(host, field, texts);
  return single_value(host, field, field.entry->type, texts.back());
}

}  // namespace clerk::ctl::operations
