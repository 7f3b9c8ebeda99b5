#include "openapi/document.hpp"

#include "openapi/catalog.hpp"
#include "openapi/indented_json.hpp"
#include "openapi/markdown.hpp"
#include "openapi/status_meaning.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

namespace clerk::openapi {

namespace {

namespace json = boost::json;

json::object reference(std::string_view section, std::string_view name) {
  return {{"$ref", "#/components/" + std::string{section} + "/" + std::string{name}}};
}

json::object schema_of(const JsonType& type) {
  switch (type.kind) {
    case JsonType::Kind::boolean:
      return {{"type", "boolean"}};
    case JsonType::Kind::integer:
      return {{"type", "integer"}, {"format", "int64"}};
    case JsonType::Kind::string:
      if (type.values.empty() || type.has_others) return {{"type", "string"}};
      return {{"type", "string"}, {"enum", json::array(type.values.begin(), type.values.end())}};
    case JsonType::Kind::array:
      return {{"type", "array"}, {"items", schema_of(type.items.front())}};
    case JsonType::Kind::model:
      return reference("schemas", type.name);
    case JsonType::Kind::any:
      return {{"type", "object"}};
    case JsonType::Kind::file:
      return {{"type", "string"}, {"format", "binary"}};
  }
  return {};
}

// Of the string, or of each string in a list. A text that may be empty beside its format can't be told so in words that
// every generator understands: the documentation says it.
void add_format(json::object& schema, const FieldRules& rules) {
  if (rules.format == nullptr || rules.may_be_empty) return;
  json::object& text = schema.contains("items") ? schema.at("items").as_object() : schema;
  if (!rules.format->name.empty()) text["format"] = rules.format->name;
  if (!rules.format->pattern.empty()) text["pattern"] = rules.format->pattern;
}

void allow_null(json::object& schema) {
  if (schema.contains("$ref")) {
    json::object referred = std::move(schema);
    schema = {{"anyOf", json::array{std::move(referred), json::object{{"type", "null"}}}}};
    return;
  }
  schema["type"] = json::array{schema.at("type"), "null"};
  if (auto* values = schema.if_contains("enum")) values->as_array().emplace_back(nullptr);
}

// What a request is refused for. An answer is no less an answer for breaking it.
void add_limits(json::object& schema, const FieldRules& rules) {
  add_format(schema, rules);
  if (rules.minimum) schema["minimum"] = *rules.minimum;
  if (rules.maximum) schema["maximum"] = *rules.maximum;
  if (!rules.default_value.empty()) schema["default"] = json::parse(rules.default_value);
  if (rules.min_items != 0) schema["minItems"] = rules.min_items;
  if (rules.max_items != 0) schema["maxItems"] = rules.max_items;
  if (rules.unique_items) schema["uniqueItems"] = true;
}

json::value constant_of(const FieldEntry& field) {
  if (field.type.kind == JsonType::Kind::boolean) return field.rules.constant == "true";
  return json::string{field.rules.constant};
}

json::object schema_of(const FieldEntry& field, Direction direction) {
  json::object schema = schema_of(field.type);
  const FieldRules& rules = field.rules;
  if (direction != Direction::answer) add_limits(schema, rules);
  if (!rules.constant.empty()) schema["const"] = constant_of(field);
  if (field.nullable) allow_null(schema);
  schema["description"] = field.doc;
  if (rules.standing == Standing::deprecated || rules.standing == Standing::retired) schema["deprecated"] = true;
  if (field.write_only) schema["writeOnly"] = true;
  if (!rules.since.empty()) schema["x-since"] = rules.since;
  if (rules.standing == Standing::retired) schema["x-retired"] = true;
  if (rules.standing == Standing::live_only) schema["x-live-only"] = true;
  return schema;
}

json::object schema_of(const ModelEntry& model) {
  if (model.is_array) {
    json::object schema = schema_of(model.fields.front(), model.direction);
    schema["description"] = model.doc;
    return schema;
  }
  json::object properties;
  json::array required;
  for (const FieldEntry& field : model.fields) {
    properties[field.name] = schema_of(field, model.direction);
    if (field.required) required.emplace_back(field.name);
  }
  json::object schema{{"type", "object"}, {"description", model.doc}, {"properties", std::move(properties)}};
  if (!required.empty()) schema["required"] = std::move(required);
  return schema;
}

json::object content_of(std::string_view media_type, std::string_view model) {
  return {{media_type, json::object{{"schema", reference("schemas", model)}}}};
}

json::object json_content(std::string_view model) { return content_of(json_media_type, model); }

json::object answer_headers() {
  return {{"x-clerk-trace-id", reference("headers", "TraceId")},
          {"clerk-api-version", reference("headers", "ApiVersion")}};
}

json::object refusal(std::string_view description, std::string_view errors) {
  return {{"description", description}, {"headers", answer_headers()}, {"content", json_content(errors)}};
}

json::object responses_of(const OperationEntry& operation) {
  json::object success{{"description", meaning_of(operation.info->success).meaning}, {"headers", answer_headers()}};
  if (!operation.answer.empty()) success["content"] = json_content(operation.answer);
  json::object responses{{std::to_string(operation.info->success), std::move(success)}};
  for (const int status : operation.info->errors) {
    responses[std::to_string(status)] = reference("responses", meaning_of(status).name);
  }
  responses["default"] = reference("responses", "Refusal");
  return responses;
}

json::object parameter(std::string_view in, const FieldEntry& field) {
  json::object schema = schema_of(field, Direction::query);
  schema.erase("description");
  json::object entry{{"name", field.name}, {"in", in}, {"description", field.doc}};
  if (field.required) entry["required"] = true;
  entry["schema"] = std::move(schema);
  if (!field.rules.example.empty()) entry["example"] = field.rules.example;
  return entry;
}

json::array parameters_of(const Catalog& all, const OperationEntry& operation) {
  json::array parameters;
  for (const FieldEntry& field : operation.path) parameters.push_back(parameter("path", field));
  if (!operation.query.empty()) {
    for (const FieldEntry& field : all.model(operation.query).fields) parameters.push_back(parameter("query", field));
  }
  return parameters;
}

json::object entry_of(const Catalog& all, const OperationEntry& operation) {
  const OperationInfo& info = *operation.info;
  json::object entry{{"operationId", info.name},
                     {"tags", json::array{info.api}},
                     {"summary", info.summary},
                     {"description", info.description}};
  if (auto parameters = parameters_of(all, operation); !parameters.empty()) {
    entry["parameters"] = std::move(parameters);
  }
  if (!operation.body.empty()) {
    const ModelEntry& body = all.model(operation.body);
    entry["requestBody"] = json::object{{"required", false}, {"content", content_of(media_type_of(body), body.name)}};
  }
  entry["responses"] = responses_of(operation);
  if (info.deprecated) entry["deprecated"] = true;
  return entry;
}

json::object paths_of(const Catalog& all) {
  json::object paths;
  for (const OperationEntry& operation : all.operations) {
    json::value& path = paths[operation.info->path];
    if (path.is_null()) path.emplace_object();
    path.as_object()[lower_case(to_string(operation.info->method))] = entry_of(all, operation);
  }
  return paths;
}

json::object header(std::string_view description) {
  return {{"description", description}, {"schema", json::object{{"type", "string"}}}};
}

json::object components_of(const Catalog& all) {
  json::object schemas;
  for (const ModelEntry& model : all.models) {
    if (model.direction != Direction::query) schemas[model.name] = schema_of(model);
  }

  json::object responses{{"Refusal", refusal("Any other refusal", all.errors)}};
  for (const OperationEntry& operation : all.operations) {
    for (const int status : operation.info->errors) {
      const StatusMeaning& known = meaning_of(status);
      responses[known.name] = refusal(known.meaning, all.errors);
    }
  }
  return {{"securitySchemes",
           json::object{{"bearerAuth", json::object{{"type", "http"},
                                                    {"scheme", "bearer"},
                                                    {"bearerFormat", "sk_<environment>_<secret value>"}}}}},
          {"headers", json::object{{"TraceId", header("Names this call to Clerk's support; 32 hexadecimal digits.")},
                                   {"ApiVersion", header("The API version that the answer follows.")}}},
          {"responses", std::move(responses)},
          {"schemas", std::move(schemas)}};
}

json::array tags_of(const Catalog& all) {
  json::array tags;
  for (const std::string_view api : all.apis()) tags.push_back(json::object{{"name", api}});
  return tags;
}

}  // namespace

std::string document(std::string_view server) {
  const Catalog& all = catalog();
  const json::object whole{
      {"openapi", "3.1.0"},
      {"info", json::object{{"title", "Clerk Backend API: instance settings"},
                            {"version", default_api_version},
                            {"description",
                             "What clerk-cpp knows of the Clerk Backend API, made from its registry of operations. A "
                             "call may choose an API version by the header `Clerk-API-Version`."},
                            {"license", json::object{{"name", "MIT"}, {"identifier", "MIT"}}}}},
      {"servers", json::array{json::object{{"url", server}}}},
      {"security", json::array{json::object{{"bearerAuth", json::array{}}}}},
      {"tags", tags_of(all)},
      {"paths", paths_of(all)},
      {"components", components_of(all)}};
  return indented(whole);
}

}  // namespace clerk::openapi
