#include "ctl/operations/request_input.hpp"

#include "codec/form_text.hpp"
#include "codec/json_text.hpp"
#include "codec/percent.hpp"
#include "ctl/operations/field_value.hpp"
#include "ctl/operations/input.hpp"
#include "ctl/operations/media_type.hpp"
#include "ctl/output/nearest_name.hpp"
#include "ctl/output/plain_text.hpp"
#include "ctl/output/writers.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <filesystem>
#include <span>

namespace clerk::ctl::operations {

namespace json = boost::json;
using openapi::JsonType;

namespace {

void add_to_query(CallInput& input, const Field& field, const json::value& value) {
  input.query_names.emplace_back(field.entry->name);
  const auto add = [&](const json::value& item) {
    input.query.append(input.query.empty() ? "" : "&")
        .append(codec::percent_encoded(field.entry->name))
        .append("=")
        .append(codec::percent_encoded(scalar_text(item)));
  };
  if (const auto* items = value.if_array()) {
    for (const json::value& item : *items) add(item);
  } else {
    add(value);
  }
}

Outcome<codec::FormPart> form_part(const Host& host, const Field& field, const std::string& text) {
  codec::FormPart part{.name = std::string{field.entry->name}};
  if (field.entry->type.kind != JsonType::Kind::file) {
    part.bytes = text;
    return part;
  }
  if (!text.starts_with('@')) return misuse(field.flag + " takes a file, as @NAME");
  const std::string name = text.substr(1);
  auto bytes = read_file(host, field.flag, name);
  if (!bytes) return bytes.error();
  part.file_name = std::filesystem::path{name}.filename().string();
  part.content_type = media_type_of(name, *bytes);
  part.bytes = *std::move(bytes);
  return part;
}

std::vector<std::string_view> names_in(const Fields& fields, Place place) {
  std::vector<std::string_view> names;
  for (const Field& field : fields.all) {
    if (field.place == place) names.push_back(field.entry->name);
  }
  return names;
}

/// The field that `--null` names, when the API has null there.
Outcome<const Field*> null_field(const Fields& fields, const Given& given, const std::string& name) {
  const std::string said = "--null " + harmless(name);
  const Field* field = fields.find(name);
  if (field == nullptr) {
    return misuse(said + ": there is no such field" + did_you_mean(name, names_in(fields, Place::body)));
  }
  if (field->place == Place::query) return misuse(said + ": a query has no null; leave the flag out");
  if (fields.is_form() || fields.is_array()) return misuse(said + ": null has no place in this body");
  if (!takes_null(*field->entry)) return misuse(said + ": the API takes no null there; leave the flag out");
  for (const GivenField& other : given.fields) {
    if (other.field == field) return misuse(said + " and " + field->flag + " can't be given together");
  }
  return field;
}

Outcome<json::value> given_data(Host& host, const Fields& fields, const Given& given) {
  const json::value nothing = fields.is_array() ? json::value(json::array{}) : json::value(json::object{});
  if (!given.data) return nothing;
  auto input = *given.data == "-" ? read_standard_input(host) : read_input(host, "--data", *given.data);
  if (!input) return input.error();
  auto value = value_of(*input);
  if (!value) return value;
  if (value->is_null()) return misuse("--data holds nothing", "The empty body is {}, or [] of a list.");
  if (value->kind() == nothing.kind()) return value;
  const std::string kind{codec::type_name(nothing)};
  return misuse(harmless(input->name) + " is of type " + std::string{codec::type_name(*value)} +
                    ", and the body is of type " + kind,
                "--data takes the body as JSON, @FILE for a file that holds it, or - for standard input.");
}

}  // namespace

Outcome<CallInput> input_without_body(const Host& host, const Fields& fields, const Given& given) {
  CallInput input{.path = given.path};
  for (std::size_t i = 0; i < input.path.size(); ++i) {
    if (input.path[i].empty()) return misuse(std::string{fields.operation->path.at(i).name} + " is empty");
  }
  std::vector<codec::FormPart> parts;
  for (const auto& [field, texts] : given.fields) {
    if (field->place == Place::query) {
      auto value = field_value(host, *field, texts);
      if (!value) return value.error();
      add_to_query(input, *field, *value);
    } else if (fields.is_form()) {
      auto part = form_part(host, *field, texts.back());
      if (!part) return part.error();
      parts.push_back(*std::move(part));
    }
  }
  if (fields.is_form()) {
    codec::FormText form = codec::write_form(parts);
    input.body = std::move(form.body);
    input.content_type = std::move(form.content_type);
  }
  return input;
}

Outcome<json::value> body_value(Host& host, const Fields& fields, const Given& given) {
  auto body = given_data(host, fields, given);
  if (!body) return body;
  for (const auto& [field, texts] : given.fields) {
    if (field->place != Place::body) continue;
    auto value = field_value(host, *field, texts);
    if (!value) return value;
    if (auto* array = body->if_array()) {
      array->insert(array->end(), value->get_array().begin(), value->get_array().end());
    } else {
      body->get_object()[field->entry->name] = *std::move(value);
    }
  }
  for (const std::string& name : given.nulls) {
    const auto field = null_field(fields, given, name);
    if (!field) return field.error();
    body->get_object()[(*field)->entry->name] = nullptr;
  }
  return body;
}

}  // namespace clerk::ctl::operations
