#include "ctl/output/plain_text.hpp"
#include "ctl/output/writers.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

namespace clerk::ctl {

namespace json = boost::json;

namespace {

void new_line(std::string& out, std::size_t depth) { out.append("\n").append(depth * 2, ' '); }

void append(std::string& out, const json::value& value, std::size_t depth) {
  const char* separator = "";
  if (const auto* object = value.if_object(); object != nullptr && !object->empty()) {
    out.push_back('{');
    for (const auto& [name, member] : *object) {
      out.append(std::exchange(separator, ","));
      new_line(out, depth + 1);
      out.append(quoted(name)).append(": ");
      append(out, member, depth + 1);
    }
    new_line(out, depth);
    out.push_back('}');
  } else if (const auto* array = value.if_array(); array != nullptr && !array->empty()) {
    out.push_back('[');
    for (const json::value& item : *array) {
      out.append(std::exchange(separator, ","));
      new_line(out, depth + 1);
      append(out, item, depth + 1);
    }
    new_line(out, depth);
    out.push_back(']');
  } else if (value.is_structured()) {
    out.append(value.is_object() ? "{}" : "[]");
  } else {
    out.append(value.is_string() ? quoted(value.get_string()) : scalar_text(value));
  }
}

}  // namespace

std::string number_text(double number) {
  if (!std::isfinite(number)) return "null";  // as JavaScript has it; no JSON text makes such a number
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  std::string text{buffer.data(), end};
  if (text.find_first_of(".e") == std::string::npos) text.append(".0");
  return text;
}

std::string scalar_text(const json::value& scalar) {
  if (scalar.is_double()) return number_text(scalar.get_double());
  if (scalar.is_string()) return std::string{std::string_view{scalar.get_string()}};
  return json::serialize(scalar);
}

std::string as_json(const json::value& value) {
  std::string out;
  append(out, value, 0);
  out.push_back('\n');
  return out;
}

}  // namespace clerk::ctl
