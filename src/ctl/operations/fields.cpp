#include "ctl/operations/fields.hpp"

#include "ctl/operations/command_names.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace clerk::ctl::operations {

namespace {

/// Flags of clerkctl itself, on which a field of the same name gives way.
bool is_taken(std::string_view flag) {
  constexpr std::array<std::string_view, 17> taken{
      "query",   "data",     "include", "all",         "null",    "allow-unknown", "format",  "color", "no-color",
      "profile", "env-file", "api-url", "api-version", "timeout", "verbose",       "version", "help"};
  return std::ranges::find(taken, flag) != taken.end();
}

Field field_from(const openapi::FieldEntry& entry, const openapi::ModelEntry& model, Place place) {
  Field field{.entry = &entry, .place = place};
  if (model.is_array) {
    field.flag = "--item";  // each is one item of the array that the body is
    return field;
  }
  const std::string name = with_dashes(entry.name);
  const std::string before = is_taken(name) ? "--field-" : "--";
  field.flag = before + name;
  const std::string other = is_taken(name) ? "--field_" : "--";
  field.other_spelling = other + std::string{entry.name};
  if (field.other_spelling == field.flag) field.other_spelling.clear();
  return field;
}

}  // namespace

const Field* Fields::find(std::string_view name) const {
  const std::string flag = (name.starts_with("--") ? "" : "--") + std::string{name};
  const auto found = std::ranges::find_if(all, [&](const Field& field) {
    return field.entry->name == name || field.flag == flag || field.other_spelling == flag ||
           "--" + with_dashes(field.entry->name) == flag;
  });
  return found == all.end() ? nullptr : &*found;
}

Fields fields_of(const openapi::OperationEntry& operation) {
  Fields fields{.operation = &operation};
  const auto add = [&](std::string_view name, Place place) -> const openapi::ModelEntry* {
    if (name.empty()) return nullptr;
    const openapi::ModelEntry& model = openapi::catalog().model(name);
    for (const openapi::FieldEntry& entry : model.fields) fields.all.push_back(field_from(entry, model, place));
    return &model;
  };
  fields.query = add(operation.query, Place::query);
  fields.body = add(operation.body, Place::body);
  return fields;
}

bool takes_null(const openapi::FieldEntry& field) { return field.nullable || field.holder == openapi::Holder::patch; }

const openapi::OperationEntry& entry_of(const OperationInfo& info) {
  const auto& all = openapi::catalog().operations;
  const auto found = std::ranges::find_if(all, [&](const openapi::OperationEntry& operation) {
    return operation.info->api == info.api && operation.info->name == info.name;
  });
  if (found == all.end()) throw std::logic_error{"no operation " + std::string{info.name}};
  return *found;
}

}  // namespace clerk::ctl::operations
