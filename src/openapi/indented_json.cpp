#include "openapi/indented_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace clerk::openapi {

namespace {

namespace json = boost::json;

void append(std::string& out, const json::value& value, std::size_t depth);

void new_line(std::string& out, std::size_t depth) { out.append("\n").append(depth * 2, ' '); }

void append(std::string& out, const json::object& object, std::size_t depth) {
  if (object.empty()) {
    out.append("{}");
    return;
  }
  out.push_back('{');
  bool first = true;
  for (const auto& [name, value] : object) {
    if (!first) out.push_back(',');
    first = false;
    new_line(out, depth + 1);
    out.append(json::serialize(json::string{name})).append(": ");
    append(out, value, depth + 1);
  }
  new_line(out, depth);
  out.push_back('}');
}

void append(std::string& out, const json::array& array, std::size_t depth) {
  const bool plain = std::ranges::none_of(array, [](const json::value& item) { return item.is_structured(); });
  out.push_back('[');
  bool first = true;
  for (const json::value& item : array) {
    if (!first) out.append(plain ? ", " : ",");
    first = false;
    if (!plain) new_line(out, depth + 1);
    append(out, item, depth + 1);
  }
  if (!plain) new_line(out, depth);
  out.push_back(']');
}

void append(std::string& out, const json::value& value, std::size_t depth) {
  if (const auto* object = value.if_object()) {
    append(out, *object, depth);
  } else if (const auto* array = value.if_array()) {
    append(out, *array, depth);
  } else {
    out.append(json::serialize(value));
  }
}

}  // namespace

std::string indented(const json::value& value) {
  std::string out;
  append(out, value, 0);
  out.push_back('\n');
  return out;
}

}  // namespace clerk::openapi
