#include "ctl/output/plain_text.hpp"
#include "ctl/output/writers.hpp"
#include "ctl/output/yaml_scalar.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string_view>

// Not with the emitter of yaml-cpp: it replaces some characters, so that a text would not read back as it was.
namespace clerk::ctl {

namespace json = boost::json;

namespace {

bool is_block(const json::value& value) {
  const auto* object = value.if_object();
  const auto* array = value.if_array();
  return (object != nullptr && !object->empty()) || (array != nullptr && !array->empty());
}

std::string text_of(std::string_view text) { return is_plain_string(text) ? std::string{text} : quoted(text); }

std::string flow_text(const json::value& value) {
  if (value.is_structured()) return value.is_object() ? "{}" : "[]";
  return value.is_string() ? text_of(value.get_string()) : scalar_text(value);
}

void new_line(std::string& out, std::size_t depth) { out.append("\n").append(depth * 2, ' '); }

void append_name(std::string& out, std::string_view name, std::size_t depth) {
  constexpr std::size_t longest_simple_key = 1024;  // as YAML has it
  const std::string text = text_of(name);
  if (text.size() <= longest_simple_key) {
    out.append(text);
  } else {
    out.append("? ").append(text);
    new_line(out, depth);
  }
  out.push_back(':');
}

/// Writes what is not empty from where the line stands, which is `depth` levels in.
void append_block(std::string& out, const json::value& value, std::size_t depth) {
  bool first = true;
  const auto next_line = [&] {
    if (!first) new_line(out, depth);
    first = false;
  };
  if (const auto* object = value.if_object()) {
    for (const auto& [name, member] : *object) {
      next_line();
      append_name(out, name, depth);
      if (is_block(member)) {
        new_line(out, depth + 1);
        append_block(out, member, depth + 1);
      } else {
        out.append(" ").append(flow_text(member));
      }
    }
  } else {
    for (const json::value& item : value.get_array()) {
      next_line();
      out.append("- ");
      if (is_block(item)) {
        append_block(out, item, depth + 1);
      } else {
        out.append(flow_text(item));
      }
    }
  }
}

}  // namespace

std::string as_yaml(const json::value& value) {
  std::string out;
  if (is_block(value)) {
    append_block(out, value, 0);
  } else {
    out = flow_text(value);
  }
  return out.append("\n");
}

}  // namespace clerk::ctl
