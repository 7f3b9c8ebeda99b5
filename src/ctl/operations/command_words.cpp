#include "ctl/operations/command_words.hpp"

#include "codec/serialized.hpp"
#include "ctl/operations/command_names.hpp"
#include "ctl/operations/example_value.hpp"
#include "ctl/operations/field_value.hpp"
#include "ctl/output/writers.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <span>

namespace clerk::ctl::operations {

namespace json = boost::json;
using openapi::JsonType;

namespace {

std::string single_text(const JsonType& type, const json::value& value) {
  if (type.kind == JsonType::Kind::file) return "@" + scalar_text(value.at("name"));
  return value.is_structured() ? codec::serialized(value) : scalar_text(value);
}

/// Whether a list of these can be told from others by the text of its flag.
bool has_text(const json::value& value) {
  const auto* items = value.if_array();
  return items == nullptr || items->size() != 1 || items->front() != json::string{};
}

std::string list_text(const json::array& items) {
  std::vector<std::string> texts;
  for (const json::value& item : items) texts.push_back(scalar_text(item));
  return joined_items(texts);
}

void add_words(std::vector<std::string>& words, const Field& field, const json::value& value) {
  const JsonType& type = field.entry->type;
  if (value.is_null()) {
    words.insert(words.end(), {"--null", std::string{field.entry->name}});
  } else if (type.kind == JsonType::Kind::boolean) {
    words.push_back(field.flag + (value.get_bool() ? "" : "=false"));
  } else if (type.kind != JsonType::Kind::array) {
    words.insert(words.end(), {field.flag, single_text(type, value)});
  } else if (type.items.front().kind == JsonType::Kind::model) {
    for (const json::value& item : value.get_array()) words.insert(words.end(), {field.flag, codec::serialized(item)});
  } else {
    words.insert(words.end(), {field.flag, list_text(value.get_array())});
  }
}

}  // namespace

std::vector<std::string> words_of(const Fields& fields, const json::object& values) {
  std::vector<std::string> words;
  json::object data;
  for (const auto& [name, value] : values) {
    const Field* field = fields.find(name);
    if (field != nullptr && has_text(value)) {
      add_words(words, *field, value);
    } else {
      data[name] = value;
    }
  }
  if (!data.empty()) words.insert(words.end(), {"--data", codec::serialized(data)});
  return words;
}

std::string shell_quoted(std::string_view word) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:@=,+";
  if (!word.empty() && word.find_first_not_of(plain) == std::string_view::npos) return std::string{word};
  std::string quoted{"'"};
  for (const char c : word) quoted.append(c == '\'' ? "'\\''" : std::string(1, c));
  return quoted.append("'");
}

std::string command_of(const Fields& fields) {
  const OperationInfo& info = *fields.operation->info;
  return "clerkctl " + class_command(info.api) + " " + with_dashes(info.name);
}

/// Goes on in another line where a shell does so too: the example is there to be copied.
void append_word(std::string& line, const std::string& word) {
  constexpr std::size_t widest = 74;
  const std::size_t column = line.size() - (line.rfind('\n') + 1);  // npos + 1 is 0
  line.append(column + word.size() + 3 > widest ? " \\\n    " : " ").append(word);
}

std::string example_line(const Fields& fields) {
  std::string line = command_of(fields);
  for (const openapi::FieldEntry& parameter : fields.operation->path) {
    append_word(line, shell_quoted(parameter.rules.example));
  }
  for (const std::string& word : words_of(fields, example_value(fields.operation->info->example))) {
    append_word(line, shell_quoted(word));
  }
  return line;
}

}  // namespace clerk::ctl::operations
