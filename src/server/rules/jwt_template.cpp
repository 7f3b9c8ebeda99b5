#include "server/rules/jwt_template.hpp"

#include "server/rules/digest_text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::rules {

namespace {

namespace json = boost::json;

constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";

// A number too large for a double is read as infinite, and a zero with such an exponent as no number at all; neither is
// JSON. The greatest double and zero take their places.
void make_finite(json::value& value) {
  if (double* number = value.if_double(); number != nullptr && !std::isfinite(*number)) {
    *number = std::isnan(*number) ? 0.0 : std::copysign(std::numeric_limits<double>::max(), *number);
  }
  if (json::array* items = value.if_array()) {
    for (json::value& item : *items) make_finite(item);
  }
  if (json::object* fields = value.if_object()) {
    for (auto& field : *fields) make_finite(field.value());
  }
}

json::value parse(std::string_view text, boost::system::error_code& error) {
  json::value value = json::parse(text, error);
  make_finite(value);
  return value;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// The operands between `||` that stand in no quotes.
std::vector<std::string_view> operands_of(std::string_view expression) {
  std::vector<std::string_view> operands;
  bool is_quoted = false;
  std::size_t start = 0;
  for (std::size_t i = 0; i < expression.size(); ++i) {
    if (expression[i] == '\'') is_quoted = !is_quoted;
    if (is_quoted || !expression.substr(i).starts_with("||")) continue;
    operands.push_back(trimmed(expression.substr(start, i - start)));
    start = ++i + 1;
  }
  operands.push_back(trimmed(expression.substr(start)));
  return operands;
}

json::value value_at(std::string_view path, const json::object& context) {
  const json::object* object = &context;
  const json::value* found = nullptr;
  for (const std::string_view name : split(path, '.')) {
    found = object == nullptr ? nullptr : object->if_contains(name);
    if (found == nullptr) return nullptr;
    object = found->if_object();
  }
  return *found;
}

json::value evaluate_operand(std::string_view operand, const json::object& context) {
  if (operand.size() >= 2 && operand.starts_with('\'') && operand.ends_with('\'')) {
    return json::string(operand.substr(1, operand.size() - 2));
  }
  // Numbers, true and false are written as in JSON; a path never is.
  boost::system::error_code error;
  json::value literal = parse(operand, error);
  if (!error && (literal.is_number() || literal.is_bool())) return literal;
  return value_at(operand, context);
}

json::value evaluate(std::string_view expression, const json::object& context) {
  json::value value;
  for (const std::string_view operand : operands_of(expression)) {
    value = evaluate_operand(operand, context);
    if (!value.is_null() && value != json::value(false)) break;
  }
  return value;
}

std::string as_text(const json::value& value) {
  return value.is_string() ? std::string{value.get_string()} : json::serialize(value);
}

json::value render_text(std::string_view text, const json::object& context) {
  std::string filled;
  std::string_view rest = text;
  for (std::size_t start = rest.find(opening); start != std::string_view::npos; start = rest.find(opening)) {
    const std::size_t end = rest.find(closing, start);
    if (end == std::string_view::npos) break;
    const std::size_t inside = start + opening.size();
    json::value value = evaluate(rest.substr(inside, end - inside), context);
    if (start == 0 && rest.size() == text.size() && end + closing.size() == text.size()) return value;
    filled.append(rest.substr(0, start)).append(as_text(value));
    rest.remove_prefix(end + closing.size());
  }
  return json::string(filled.append(rest));
}

json::value render(const json::value& part, const json::object& context) {
  if (const json::string* text = part.if_string()) return render_text(*text, context);
  if (const json::array* items = part.if_array()) {
    json::array rendered;
    for (const json::value& item : *items) rendered.push_back(render(item, context));
    return rendered;
  }
  if (const json::object* fields = part.if_object()) {
    json::object rendered;
    for (const auto& [name, value] : *fields) rendered[name] = render(value, context);
    return rendered;
  }
  return part;
}

}  // namespace

std::optional<RawJson> render_claims(const RawJson& claims, const RawJson& context) {
  boost::system::error_code error;
  const json::value template_value = parse(claims.text(), error);
  if (error || !template_value.is_object()) return std::nullopt;
  const json::value context_value = parse(context.text(), error);
  if (error || !context_value.is_object()) return std::nullopt;
  return RawJson{json::serialize(render(template_value, context_value.get_object()))};
}

}  // namespace clerk::server::rules
