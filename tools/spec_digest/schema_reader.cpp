#include "spec_digest/schema_reader.hpp"

#include "spec_digest/attributes.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>
#include <iterator>

namespace clerk::spec {

namespace {

namespace json = boost::json;

constexpr std::string_view shared_schemas = "#/components/schemas/";

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

constexpr std::array<std::string_view, 9> copied{"format",   "pattern",       "minLength",     "maxLength", "minItems",
                                                 "maxItems", "minProperties", "maxProperties", "default"};
constexpr std::array<std::string_view, 5> flags{"nullable", "deprecated", "readOnly", "writeOnly", "uniqueItems"};
constexpr std::array<std::string_view, 5> bounds{"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
                                                 "multipleOf"};
constexpr std::array<std::string_view, 8> prose{"description", "title",        "summary", "example",
                                                "examples",    "externalDocs", "xml",     "$comment"};

bool is_null_type(const json::value& schema) {
  const json::object* object = schema.if_object();
  const json::value* type = object == nullptr ? nullptr : object->if_contains("type");
  return type != nullptr && *type == "null";
}

std::string last_part(std::string_view reference) { return std::string{reference.substr(reference.rfind('/') + 1)}; }

[[noreturn]] void refuse(std::string_view what, const std::string& place) {
  throw DigestError{std::string{what} + " at '" + place + "'"};
}

}  // namespace

void SchemaReader::read(const json::value& schema, const std::string& place) {
  facts_[place];
  if (schema.is_bool()) {
    if (!schema.get_bool()) set(place, "never", "true");
    return;
  }
  if (!schema.is_object()) refuse("a schema that is no object", place);
  const json::object& object = schema.get_object();
  for (const auto& [keyword, value] : object) read_keyword(keyword, value, object, place);
  if (object.contains("type")) return;
  if (object.contains("properties")) set(place, "type", "object");
  if (object.contains("items")) set(place, "type", "array");
}

void SchemaReader::read_keyword(std::string_view keyword, const json::value& value, const json::object& schema,
                                const std::string& place) {
  if (is_one_of(prose, keyword) || keyword.starts_with("x-")) return;
  if (is_one_of(copied, keyword)) {
    set(place, keyword, attribute_text(value));
  } else if (is_one_of(flags, keyword)) {
    if (value.as_bool()) set(place, keyword, "true");
  } else if (is_one_of(bounds, keyword)) {
    read_bound(keyword, value, schema, place);
  } else if (keyword == "$ref") {
    read_reference(value.as_string(), place);
  } else if (keyword == "type") {
    read_type(value, place);
  } else if (keyword == "enum") {
    read_enum(value.as_array(), schema.contains("type"), place);
  } else if (keyword == "const") {
    read_enum({value}, schema.contains("type"), place);
  } else if (keyword == "allOf") {
    for (const json::value& part : value.as_array()) read(part, place);
  } else if (keyword == "oneOf" || keyword == "anyOf") {
    read_choice(keyword, value.as_array(), place);
  } else if (keyword == "discriminator") {
    set(place, keyword, attribute_text(value.as_object().at("propertyName")));
  } else {
    read_children(keyword, value, place);
  }
}

void SchemaReader::read_children(std::string_view keyword, const json::value& value, const std::string& place) {
  if (keyword == "properties") {
    for (const auto& [name, child] : value.as_object()) read(child, member_place(place, name));
  } else if (keyword == "required") {
    for (const json::value& name : value.as_array()) set(member_place(place, name.as_string()), "required", "true");
  } else if (keyword == "items") {
    read(value, place + "[]");
  } else if (keyword != "additionalProperties") {
    refuse("the digest does not know the keyword '" + std::string{keyword} + "'", place);
  } else if (value == false) {
    set(place, keyword, "false");
  } else if (const json::object* schema = value.if_object(); schema != nullptr && !schema->empty()) {
    read(value, place + "{}");
  }
}

void SchemaReader::read_reference(std::string_view reference, const std::string& place) {
  const json::value& schema = description_.at(reference);
  if (reference.starts_with(shared_schemas)) {
    const std::string name{reference.substr(shared_schemas.size())};
    if (name.find('/') == std::string::npos) {
      add_shared(place, name);
      return;
    }
  }
  if (std::ranges::find(open_, reference) != open_.end())
    refuse("'" + std::string{reference} + "' holds itself", place);
  open_.emplace_back(reference);
  read(schema, place);
  open_.pop_back();
}

void SchemaReader::set(const std::string& place, std::string_view key, const std::string& value) {
  set_attribute(facts_, place, key, value);
}

void SchemaReader::add_shared(const std::string& place, const std::string& name) {
  shared_.insert(name);
  json::array names;
  for (const std::string& earlier : schema_names(facts_[place])) {
    if (earlier != name) names.emplace_back(earlier);
  }
  names.emplace_back(name);
  facts_[place]["schema"] = names.size() == 1 ? attribute_text(names.front()) : set_text(names);
}

void SchemaReader::read_type(const json::value& type, const std::string& place) {
  if (type.is_string()) {
    set(place, "type", attribute_text(type));
    return;
  }
  json::array types;
  for (const json::value& each : type.as_array()) {
    if (each == "null") {
      set(place, "nullable", "true");
    } else {
      types.push_back(each);
    }
  }
  if (!types.empty()) set(place, "type", types.size() == 1 ? attribute_text(types.front()) : set_text(types));
}

// Whether null is allowed is told by the type, where there is one; 3.0 and 3.1 list it in different cases.
void SchemaReader::read_enum(const json::array& values, bool has_type, const std::string& place) {
  json::array named;
  std::ranges::copy_if(values, std::back_inserter(named), [](const json::value& value) { return !value.is_null(); });
  if (named.size() != values.size() && !has_type) set(place, "nullable", "true");
  set(place, "enum", set_text(named));
}

// 3.0 has a flag beside the bound, 3.1 a bound of its own.
void SchemaReader::read_bound(std::string_view keyword, const json::value& value, const json::object& schema,
                              const std::string& place) {
  if (value.is_bool()) return;
  const std::string exclusive = keyword == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum";
  const json::value* flag = keyword == "minimum" || keyword == "maximum" ? schema.if_contains(exclusive) : nullptr;
  set(place, flag != nullptr && *flag == true ? exclusive : keyword, attribute_text(value));
}

// One alternative beside null is no choice.
void SchemaReader::read_choice(std::string_view keyword, const json::array& members, const std::string& place) {
  std::vector<const json::value*> alternatives;
  for (const json::value& member : members) {
    if (is_null_type(member)) {
      set(place, "nullable", "true");
    } else {
      alternatives.push_back(&member);
    }
  }
  if (alternatives.size() == 1) {
    read(*alternatives.front(), place);
    return;
  }
  set(place, "choice", std::string{keyword});
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    const json::object* alternative = alternatives[i]->if_object();
    const json::value* reference = alternative == nullptr ? nullptr : alternative->if_contains("$ref");
    std::string where = place + "|";
    where += reference == nullptr ? std::to_string(i + 1) : last_part(reference->as_string());
    read(*alternatives[i], where);
  }
}

}  // namespace clerk::spec
