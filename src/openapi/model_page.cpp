#include "openapi/markdown.hpp"
#include "openapi/pages.hpp"

#include <algorithm>

namespace clerk::openapi {

namespace {

std::string null_note(const FieldEntry& field, Direction direction) {
  if (direction == Direction::answer) return field.nullable ? "may be null" : "";
  if (field.holder != Holder::patch) return "";
  return field.rules.null == NullMeaning::resets ? "null resets it" : "null changes nothing";
}

std::string standing_note(Standing standing) {
  switch (standing) {
    case Standing::current:
      return "";
    case Standing::deprecated:
      return "**deprecated**";
    case Standing::retired:
      return "**retired**: taken out of the API, still taken and read";
    case Standing::live_only:
      return "not in the official description; taken and answered by the API";
  }
  return "";
}

std::string format_note(const FieldRules& rules, Direction direction) {
  if (rules.format == nullptr || direction == Direction::answer) return "";
  return "must be " + std::string{rules.format->expected} + (rules.may_be_empty ? ", or empty" : "");
}

std::string values_note(const JsonType& type) {
  const JsonType& text = type.items.empty() ? type : type.items.front();
  std::vector<std::string> values;
  for (const std::string_view value : text.values) values.push_back(value.empty() ? "`\"\"`" : code(value));
  if (values.empty()) return "";
  return (text.has_others ? "such as " : "one of ") + joined(values, ", ") + ", or a later value";
}

std::string least_note(std::size_t min_items) {
  if (min_items == 0) return "";
  return min_items == 1 ? "not empty" : "at least " + std::to_string(min_items) + " items";
}

std::string extra_note(const ModelEntry& model) {
  if (model.is_array) return "Stays empty: an array has no fields.";
  return model.direction == Direction::answer ? "Fields that this version does not know, as they came."
                                              : "Fields that this version does not know, sent as they are.";
}

std::string notes_of(const FieldEntry& field, Direction direction) {
  const FieldRules& rules = field.rules;
  const bool request = direction != Direction::answer;
  return joined(
      {field.required ? "" : "[optional]", null_note(field, direction),
       rules.constant.empty() ? "" : "always " + code(rules.constant), values_note(field.type),
       format_note(rules, direction), request && rules.minimum ? "at least " + std::to_string(*rules.minimum) : "",
       request && rules.maximum ? "at most " + std::to_string(*rules.maximum) : "",
       request && !rules.default_value.empty() ? code(rules.default_value) + " when left out" : "",
       request ? least_note(rules.min_items) : "",
       request && rules.max_items != 0 ? "at most " + std::to_string(rules.max_items) + " items" : "",
       request && rules.unique_items ? "no item twice" : "",
       rules.alias_of.empty() ? "" : "another name of " + code(rules.alias_of),
       field.write_only ? "**write-only**: no answer shows it" : "", standing_note(rules.standing),
       rules.since.empty() ? "" : "since " + std::string{rules.since}},
      "; ");
}

std::string type_cell(const FieldEntry& field) {
  const std::string type = code(cpp_type(field));
  const JsonType& inner = field.type.items.empty() ? field.type : field.type.items.front();
  return inner.kind == JsonType::Kind::model ? link(type, page_of(inner.name)) : type;
}

bool holds(const ModelEntry& model, std::string_view name) {
  return std::ranges::any_of(model.fields, [&](const FieldEntry& field) {
    const JsonType& inner = field.type.items.empty() ? field.type : field.type.items.front();
    return inner.kind == JsonType::Kind::model && inner.name == name;
  });
}

// Where the model occurs: in operations, and as a part of other models.
std::string users_of(const Catalog& all, std::string_view name) {
  std::vector<std::string> users;
  for (const OperationEntry& operation : all.operations) {
    if (operation.body != name && operation.query != name && operation.answer != name) continue;
    const std::string_view method = operation.info->name;
    users.push_back(link(code(method), page_of(operation.info->api) + "#" + std::string{method}));
  }
  for (const ModelEntry& other : all.models) {
    if (holds(other, name)) users.push_back(link(code(other.name), page_of(other.name)));
  }
  return joined(users, ", ");
}

}  // namespace

std::string model_page(const Catalog& all, const ModelEntry& model) {
  std::string text = "# clerk::" + std::string{model.name} + "\n\n" + std::string{model.doc};
  if (const std::string users = users_of(all, model.name); !users.empty()) text += "\n\nUsed by " + users + ".";
  if (model.is_array) text += "\n\nIn JSON it is the array of its `data`.";
  if (model.is_form) {
    text +=
        "\n\nIt is sent as `multipart/form-data`, a part for each field. A `FormFile` has a `name`, a `content_type` "
        "and its `bytes`.";
  }
  text += "\n\n## Properties\n\n" + table_head({"Name", "Type", "Description", "Notes"});
  for (const FieldEntry& field : model.fields) {
    text += table_row({code(field.name), type_cell(field), std::string{field.doc}, notes_of(field, model.direction)});
  }
  text += table_row({"`extra`", "`RawFields`", extra_note(model), ""});
  return text + "\n" +
         joined({link("All classes and models", index_file), link("Error codes", error_codes_file)}, " · ") + "\n";
}

}  // namespace clerk::openapi
