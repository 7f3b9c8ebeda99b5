#include "spec_digest/digest_of.hpp"

#include "spec_digest/attributes.hpp"
#include "spec_digest/schema_reader.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace clerk::spec {

namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 8> methods{"get", "put", "post", "delete", "options", "head", "patch", "trace"};

bool is_prose(std::string_view key) {
  return key == "description" || key == "summary" || key == "externalDocs" || key == "example" || key == "examples" ||
         key.starts_with("x-");
}

[[noreturn]] void refuse_key(std::string_view key, std::string_view where) {
  throw DigestError{"the digest does not know '" + std::string{key} + "' of " + std::string{where}};
}

/// Reads one operation.
class OperationReader {
 public:
  explicit OperationReader(const Description& description) : description_{description} {}

  void read(const json::object& path_item, const json::object& operation) {
    facts_["operation"];
    if (const json::value* shared = path_item.if_contains("parameters")) read_parameters(shared->as_array());
    for (const auto& [key, value] : operation) read_key(key, value);
  }

  Facts take() { return std::move(facts_); }
  [[nodiscard]] const std::set<std::string>& shared() const { return schemas_.shared(); }

 private:
  void set(const std::string& place, std::string_view key, const std::string& value) {
    set_attribute(facts_, place, key, value);
  }

  void read_key(std::string_view key, const json::value& value) {
    if (is_prose(key)) return;
    if (key == "operationId") {
      set("operation", key, attribute_text(value));
    } else if (key == "tags") {
      set("operation", key, set_text(value.as_array()));
    } else if (key == "security") {
      set("operation", key, json::serialize(value));
    } else if (key == "deprecated") {
      if (value.as_bool()) set("operation", key, "true");
    } else if (key == "parameters") {
      read_parameters(value.as_array());
    } else if (key == "requestBody") {
      read_body(description_.resolved(value).as_object());
    } else if (key == "responses") {
      for (const auto& [status, response] : value.as_object()) {
        read_response(std::string{status}, description_.resolved(response).as_object());
      }
    } else {
      refuse_key(key, "an operation");
    }
  }

  // An operation's own parameter stands for one of the same name that its path shares.
  void read_parameters(const json::array& parameters) {
    for (const json::value& each : parameters) {
      const json::object& parameter = description_.resolved(each).as_object();
      const std::string in{parameter.at("in").as_string()};
      const std::string place = member_place(in, parameter.at("name").as_string());
      std::erase_if(facts_,
                    [&](const auto& fact) { return fact.first == place || fact.first.starts_with(place + "["); });
      facts_[place];
      for (const auto& [key, value] : parameter) {
        if (key != "name" && key != "in") read_parameter_key(key, value, place);
      }
    }
  }

  void read_parameter_key(std::string_view key, const json::value& value, const std::string& place) {
    if (is_prose(key)) return;
    if (key == "required" || key == "deprecated" || key == "allowEmptyValue" || key == "allowReserved") {
      if (value.as_bool()) set(place, key, "true");
    } else if (key == "style" || key == "explode") {
      set(place, key, attribute_text(value));
    } else if (key == "schema") {
      schemas_.read(value, place);
    } else if (key == "content") {
      read_content(value.as_object(), place);
    } else {
      refuse_key(key, "a parameter or header");
    }
  }

  void read_body(const json::object& body) {
    facts_["body"];
    for (const auto& [key, value] : body) {
      if (is_prose(key)) continue;
      if (key == "required") {
        if (value.as_bool()) set("body", key, "true");
      } else if (key == "content") {
        read_content(value.as_object(), "body");
      } else {
        refuse_key(key, "a request body");
      }
    }
  }

  void read_response(const std::string& status, const json::object& response) {
    facts_[status];
    if (!response.contains("content")) set(status, "empty", "true");
    for (const auto& [key, value] : response) {
      if (is_prose(key)) continue;
      if (key == "content") {
        read_content(value.as_object(), status);
      } else if (key == "headers") {
        for (const auto& [name, header] : value.as_object())
          read_header(boost::to_lower_copy(std::string{name}), header, status);
      } else {
        refuse_key(key, "a response");
      }
    }
  }

  void read_header(const std::string& name, const json::value& header, const std::string& status) {
    const std::string place = status + "#" + name;
    facts_[place];
    for (const auto& [key, value] : description_.resolved(header).as_object()) read_parameter_key(key, value, place);
  }

  // JSON is the rule; another media type stands in the place's name.
  void read_content(const json::object& content, const std::string& place) {
    for (const auto& [media, description] : content) {
      const std::string where = media == "application/json" ? place : place + "(" + std::string{media} + ")";
      facts_[where];
      for (const auto& [key, value] : description.as_object()) {
        if (key == "schema") {
          schemas_.read(value, where);
        } else if (!is_prose(key)) {
          refuse_key(key, "a media type");
        }
      }
    }
  }

  const Description& description_;
  Facts facts_;
  SchemaReader schemas_{description_, facts_};
};

Facts document_facts(const json::object& root) {
  Facts facts;
  for (const auto& [key, value] : root) {
    if (key == "openapi") {
      set_attribute(facts, "document", key, attribute_text(value));
    } else if (key == "info") {
      set_attribute(facts, "document", "version", attribute_text(value.as_object().at("version")));
    } else if (key == "security") {
      set_attribute(facts, "document", key, json::serialize(value));
    } else if (key == "servers") {
      json::array urls;
      for (const json::value& server : value.as_array()) urls.push_back(server.as_object().at("url"));
      set_attribute(facts, "document", key, set_text(urls));
    } else if (!is_prose(key) && key != "paths" && key != "components" && key != "tags") {
      refuse_key(key, "the document");
    }
  }
  return facts;
}

// Whatever goes wrong is told with the section that it is in.
template <class Read>
void in_section(const std::string& section, Read&& read) {
  try {
    read();
  } catch (const std::exception& error) {
    throw DigestError{section + ": " + error.what()};
  }
}

// A schema may name others that nothing named before.
void add_shared_schemas(Digest& digest, const Description& description, std::set<std::string> wanted) {
  while (!wanted.empty()) {
    const std::string name = wanted.extract(wanted.begin()).value();
    const auto [section, is_new] = digest.try_emplace("schema " + name);
    if (!is_new) continue;
    SchemaReader reader{description, section->second};
    in_section(section->first, [&] {
      reader.read(description.root().at("components").as_object().at("schemas").as_object().at(name), "");
    });
    wanted.insert(reader.shared().begin(), reader.shared().end());
  }
}

void add_operations(Digest& digest, std::set<std::string>& shared, const Description& description,
                    std::string_view path, const json::object& item) {
  for (const auto& entry : item) {
    const std::string_view key = entry.key();
    if (is_prose(key) || key == "parameters") continue;
    if (std::ranges::find(methods, key) == methods.end()) refuse_key(key, "a path");
    const std::string section = "operation " + std::string{path} + " " + boost::to_upper_copy(std::string{key});
    OperationReader reader{description};
    in_section(section, [&] { reader.read(item, entry.value().as_object()); });
    shared.insert(reader.shared().begin(), reader.shared().end());
    digest[section] = reader.take();
  }
}

}  // namespace

Digest digest_of(const Description& description) {
  Digest digest;
  std::set<std::string> shared;
  in_section("document", [&] { digest["document"] = document_facts(description.root()); });
  const json::value* paths = description.root().if_contains("paths");
  if (paths == nullptr || !paths->is_object()) throw DigestError{"the description has no paths"};
  for (const auto& [path, entry] : paths->get_object()) {
    const json::value& item = description.resolved(entry);
    if (!item.is_object()) throw DigestError{std::string{path} + " is no object"};
    add_operations(digest, shared, description, path, item.get_object());
  }
  add_shared_schemas(digest, description, std::move(shared));
  return digest;
}

}  // namespace clerk::spec
