#include "spec_digest/description.hpp"

#include "spec_digest/digest.hpp"

#include <boost/json/array.hpp>
#include <yaml-cpp/yaml.h>

#include <charconv>
#include <cmath>
#include <optional>
#include <set>

namespace clerk::spec {

namespace {

namespace json = boost::json;

template <class Number>
std::optional<Number> number_in(const std::string& text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// YAML's core schema; its non-decimal integers and infinities do not occur in descriptions.
json::value json_of_scalar(const YAML::Node& node) {
  const std::string& text = node.Scalar();
  if (node.Tag() == "!") return json::string{text};
  if (text == "true" || text == "false") return text == "true";
  if (const auto integer = number_in<std::int64_t>(text)) return *integer;
  const bool numeric = !text.empty() && text.find_first_not_of("+-.0123456789eE") == std::string::npos;
  if (const auto real = numeric ? number_in<double>(text) : std::nullopt) {
    if (std::nearbyint(*real) == *real && std::abs(*real) < 1e15) return static_cast<std::int64_t>(*real);
    return *real;
  }
  return json::string{text};
}

json::value json_of(const YAML::Node& node) {
  if (node.IsScalar()) return json_of_scalar(node);
  if (node.IsSequence()) {
    json::array array;
    for (const auto& item : node) array.push_back(json_of(item));
    return array;
  }
  if (!node.IsMap()) return nullptr;
  json::object object;
  for (const auto& entry : node) {
    const std::string& key = entry.first.Scalar();
    if (!object.emplace(key, json_of(entry.second)).second) {
      throw DigestError{"line " + std::to_string(entry.first.Mark().line + 1) + ": '" + key + "' stands there twice"};
    }
  }
  return object;
}

}  // namespace

Description Description::parse(const std::string& text) {
  json::value value;
  try {
    value = json_of(YAML::Load(text));
  } catch (const YAML::Exception& error) {
    throw DigestError{std::string{"neither YAML nor JSON: "} + error.what()};
  }
  if (!value.is_object()) throw DigestError{"not an OpenAPI description: it is no object"};
  const json::value* version = value.get_object().if_contains("openapi");
  if (version == nullptr) throw DigestError{"not an OpenAPI 3 description: it has no member 'openapi'"};
  if (!version->is_string() || !version->get_string().starts_with("3.")) {
    throw DigestError{"not an OpenAPI 3 description: its member 'openapi' is of another version"};
  }
  return Description(std::move(value));
}

const json::value& Description::at(std::string_view reference) const {
  if (!reference.starts_with("#/")) throw DigestError{"'" + std::string{reference} + "' leads out of the document"};
  boost::system::error_code missing;
  const json::value* found = whole_.find_pointer(reference.substr(1), missing);
  if (found == nullptr) throw DigestError{"'" + std::string{reference} + "' points to nothing"};
  return *found;
}

const json::value& Description::resolved(const json::value& value) const {
  std::set<std::string_view> seen;
  const json::value* found = &value;
  while (found->is_object() && found->get_object().contains("$ref")) {
    const json::string& reference = found->get_object().at("$ref").as_string();
    if (!seen.insert(reference).second) throw DigestError{"'" + std::string{reference} + "' leads to itself"};
    found = &at(reference);
  }
  return *found;
}

}  // namespace clerk::spec
