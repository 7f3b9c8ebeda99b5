#include "ctl/operations/command_help.hpp"

#include "openapi/status_meaning.hpp"

#include <algorithm>
#include <vector>

namespace clerk::ctl::operations {

using openapi::JsonType;

namespace {

std::string statuses_of(const OperationInfo& info) {
  std::string text = "Answers " + std::to_string(info.success);
  for (const int status : info.errors) {
    text.append("; ").append(std::to_string(status)).append(": ").append(openapi::meaning_of(status).meaning);
  }
  return text.append(".");
}

const JsonType& item_type(const JsonType& type) {
  return type.kind == JsonType::Kind::array ? type.items.front() : type;
}

/// Whether a list of choices tells all: no value is empty, and no other is as good.
bool has_choices(const JsonType& type) {
  return !type.values.empty() && !type.has_others && std::ranges::find(type.values, "") == type.values.end();
}

std::string joined(const std::vector<std::string_view>& values, std::string_view between) {
  std::string text;
  for (const std::string_view value : values) {
    text.append(text.empty() ? "" : between).append(value.empty() ? "\"\"" : value);
  }
  return text;
}

std::string form_of(const JsonType& type) {
  switch (type.kind) {
    case JsonType::Kind::boolean:
      return "true|false";
    case JsonType::Kind::integer:
      return "NUMBER";
    case JsonType::Kind::file:
      return "@FILE";
    case JsonType::Kind::model:
    case JsonType::Kind::any:
    case JsonType::Kind::array:
      return "JSON";
    case JsonType::Kind::string:
      break;
  }
  return has_choices(type) ? joined(type.values, "|") : "TEXT";
}

/// The known values in words, where the form of the flag does not list them.
std::string values_of(const JsonType& type) {
  if (type.values.empty() || has_choices(type)) return {};
  return " One of: " + joined(type.values, ", ") + (type.has_others ? ", or another." : ".");
}

}  // namespace

std::string description_of(const Fields& fields) {
  const OperationInfo& info = *fields.operation->info;
  std::string text{info.summary};
  if (!info.description.empty()) text.append("\n\n").append(info.description);
  if (fields.operation->is_paged) text.append(" --all walks all pages.");
  if (info.deprecated) text.append("\n\nDeprecated in the API.");
  text.append("\n\nSends ").append(to_string(info.method)).append(" ").append(info.path).append(". ");
  return text.append(statuses_of(info));
}

std::string doc_of(const Field& field) {
  const openapi::FieldEntry& entry = *field.entry;
  std::string text{entry.doc};
  if (entry.rules.standing == Standing::retired) text.append(" Retired: sent only with --allow-unknown.");
  if (entry.rules.standing == Standing::deprecated) text.append(" Deprecated.");
  text.append(values_of(item_type(entry.type)));
  if (entry.type.kind == JsonType::Kind::array) {
    text.append(" A list: several by repeating the flag")
        .append(value_form(field) == "JSON" ? "." : " or with commas.");
  }
  if (entry.required) text.append(" Required.");
  if (!entry.rules.default_value.empty()) text.append(" Default: ").append(entry.rules.default_value).append(".");
  if (entry.nullable && field.place == Place::body) {
    text.append(entry.rules.null == NullMeaning::resets ? " --null resets it." : " Nullable, to no effect.");
  }
  return text;
}

std::string value_form(const Field& field) { return form_of(item_type(field.entry->type)); }

}  // namespace clerk::ctl::operations
