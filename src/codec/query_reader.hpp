#pragma once

#include "codec/codec.hpp"
#include "codec/json_text.hpp"
#include "codec/query_text.hpp"
#include "codec/utf8.hpp"

#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::codec {

/// Reads a query strictly. Whatever is wrong is noted and the reading goes on; a parameter at fault stays absent.
class QueryReader {
 public:
  explicit QueryReader(std::string_view text) : parameters_{parse_query(text)} {}

  template <Model M>
  void read(M& query) {
    for_each_field<M>([&](std::string_view name, auto member, const FieldRules& rules, std::string_view) {
      query.*member = {};  // what the library sends by itself is no default of the API
      read_field(name, query.*member, rules);
    });
    for (const QueryParameter& parameter : parameters_) note_unknown<M>(parameter);
  }

  [[nodiscard]] Faults take_faults() { return std::move(faults_); }

 private:
  // Chooses the API version in any request; it is no operation's own.
  static constexpr std::string_view version_parameter = "__clerk_api_version";
  // Of several the first counts, as the description of the users' list says; others may be had once.
  static constexpr std::string_view order_parameter = "order_by";

  template <Model M>
  void note_unknown(const QueryParameter& parameter) {
    bool known = parameter.name == version_parameter;
    for_each_field<M>([&](std::string_view name, auto, const FieldRules&, std::string_view) {
      known = known || name == parameter.name;
    });
    if (!known) note(FaultKind::unknown_field, excerpt_of_name(parameter.name), parameter.value);
  }

  template <class T>
  void read_field(std::string_view name, std::optional<T>& field, const FieldRules& rules) {
    const auto values = values_of(name);
    if (values.empty()) return;
    if (values.size() > 1) {
      if (name != order_parameter) return note(FaultKind::duplicate_field, name, *values.back());
      note(FaultKind::repeated_order, name, *values.back());
    }
    T read{};
    if (read_value(name, *values.front(), read, rules)) field = std::move(read);
  }
  template <class T>
  void read_field(std::string_view name, std::vector<T>& field, const FieldRules& rules) {
    const auto values = values_of(name);
    if (rules.max_items != 0 && values.size() > rules.max_items) {
      return note(FaultKind::too_many_items, name, "", std::to_string(rules.max_items));
    }
    for (const std::string* value : values) {
      T read{};
      if (read_value(name, *value, read, rules)) field.push_back(std::move(read));
    }
  }

  bool read_value(std::string_view name, const std::string& value, bool& out, const FieldRules& /*rules*/) {
    out = value == "true" || value == "1";
    if (out || value == "false" || value == "0") return true;
    return fail(FaultKind::unreadable_parameter, name, value, "boolean");
  }

  bool read_value(std::string_view name, const std::string& value, std::int64_t& out, const FieldRules& rules) {
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
    const bool whole = end == value.data() + value.size();
    if (whole && error == std::errc::result_out_of_range) return fail(FaultKind::number_out_of_range, name, value);
    if (!whole || error != std::errc{}) return fail(FaultKind::unreadable_parameter, name, value, "integer");
    if (rules.minimum && out < *rules.minimum) {
      return fail(FaultKind::below_minimum, name, value, std::to_string(*rules.minimum));
    }
    if (rules.maximum && out > *rules.maximum) {
      return fail(FaultKind::above_maximum, name, value, std::to_string(*rules.maximum));
    }
    return true;
  }

  bool read_value(std::string_view name, const std::string& value, std::string& out, const FieldRules& rules) {
    if (!is_utf8(value)) return fail(FaultKind::unreadable_parameter, name, value, "string of UTF-8");
    if (value.find('\0') != std::string::npos) return fail(FaultKind::forbidden_character, name, "");
    if (rules.format != nullptr && !rules.format->matches(value)) {
      note(FaultKind::bad_format, name, value, std::string{rules.format->expected});
      faults_.back().format = rules.format;
      return false;
    }
    out = value;
    return true;
  }

  template <class Known>
  bool read_value(std::string_view name, const std::string& value, OpenEnum<Known>& out, const FieldRules& /*rules*/) {
    out = OpenEnum<Known>{value};
    if (out.is_known()) return true;
    std::string allowed;
    for (const std::string_view known : Known::values) allowed.append(allowed.empty() ? "" : ", ").append(known);
    return fail(FaultKind::not_one_of, name, value, std::move(allowed));
  }

  [[nodiscard]] std::vector<const std::string*> values_of(std::string_view name) const {
    std::vector<const std::string*> values;
    for (const QueryParameter& parameter : parameters_) {
      if (parameter.name == name) values.push_back(&parameter.value);
    }
    return values;
  }

  static std::string excerpt_of_name(const std::string& name) {
    return is_utf8(name) ? join_path("", name) : "a name that is not UTF-8";
  }

  bool fail(FaultKind kind, std::string_view name, std::string_view value, std::string expected = {}) {
    note(kind, name, value, std::move(expected));
    return false;
  }
  void note(FaultKind kind, std::string_view name, std::string_view value, std::string expected = {}) {
    faults_.push_back(
        {.kind = kind, .path = std::string{name}, .received = excerpt_of_text(value), .expected = std::move(expected)});
  }

  std::vector<QueryParameter> parameters_;
  Faults faults_;
};

/// Reads the query of a request, the part after the `?`. A parameter that no field names is noted and left.
template <Model M>
[[nodiscard]] DecodedRequest<M> decode_query(std::string_view text) {
  DecodedRequest<M> decoded;
  QueryReader reader{text};
  reader.read(decoded.value);
  decoded.faults = reader.take_faults();
  return decoded;
}

}  // namespace clerk::codec
