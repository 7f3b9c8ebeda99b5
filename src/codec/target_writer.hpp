#pragma once

#include "codec/codec.hpp"
#include "codec/percent.hpp"
#include "codec/query_text.hpp"

#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>
#include <clerk/contract/parameters.hpp>

#include <boost/system/result.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clerk::codec {

/// Writes a model as a query: fields in the order of their list, absent ones left out, a list as one parameter for each
/// item. What the rules do not allow is not written.
class QueryWriter {
 public:
  template <Model M>
  void write(const M& query) {
    for_each_field<M>([&](std::string_view name, auto member, const FieldRules& rules, std::string_view) {
      if (!problem_) write_field(name, query.*member, rules);
    });
    for (const auto& [name, value] : query.extra) {
      if (problem_) return;
      if (const auto text = plain_text(value)) {
        add(name, *text);
      } else {
        fail(name, "is RawJson, but no string, number or boolean");
      }
    }
  }

  [[nodiscard]] std::optional<Unencodable>& problem() noexcept { return problem_; }
  /// With the `?` before it; empty when there is no parameter.
  [[nodiscard]] std::string take_text() { return std::move(text_); }

 private:
  template <class T>
  void write_field(std::string_view name, const std::optional<T>& field, const FieldRules& rules) {
    if (field) write_field(name, *field, rules);
  }
  template <class T>
  void write_field(std::string_view name, const std::vector<T>& items, const FieldRules& rules) {
    if (rules.max_items != 0 && items.size() > rules.max_items) {
      return fail(
          name, "has " + std::to_string(items.size()) + " items; " + std::to_string(rules.max_items) + " is the most");
    }
    for (const T& item : items) write_field(name, item, rules);
  }
  void write_field(std::string_view name, bool value, const FieldRules& /*rules*/) {
    add(name, value ? "true" : "false");
  }
  void write_field(std::string_view name, std::int64_t value, const FieldRules& rules) {
    if (rules.minimum && value < *rules.minimum) {
      return fail(name, "is " + std::to_string(value) + "; " + std::to_string(*rules.minimum) + " is the least");
    }
    if (rules.maximum && value > *rules.maximum) {
      return fail(name, "is " + std::to_string(value) + "; " + std::to_string(*rules.maximum) + " is the most");
    }
    add(name, std::to_string(value));
  }
  void write_field(std::string_view name, const std::string& value, const FieldRules& /*rules*/) { add(name, value); }
  template <class Known>
  void write_field(std::string_view name, const OpenEnum<Known>& value, const FieldRules& /*rules*/) {
    add(name, value.text());
  }

  void add(std::string_view name, std::string_view value) {
    text_.append(text_.empty() ? "?" : "&").append(percent_encoded(name)).append("=").append(percent_encoded(value));
  }
  void fail(std::string_view name, std::string problem) {
    problem_ = Unencodable{.path = std::string{name}, .problem = std::move(problem)};
  }

  std::string text_;
  std::optional<Unencodable> problem_;
};

/// The operation's path with its parameters in place, each one segment whatever it holds, and its query. Fails with the
/// parameter that can't be sent.
template <class Op>
[[nodiscard]] boost::system::result<std::string, Unencodable> request_target(const Op& operation) {
  std::string target{Op::info.path};
  std::optional<Unencodable> problem;
  for_each_path_parameter<Op>([&](std::string_view name, auto member, const FieldRules&, std::string_view) {
    const std::string& value = operation.*member;
    if (value.empty() && !problem) problem = Unencodable{std::string{name}, "is empty"};
    // No encoding keeps these from being taken for a step in the path.
    if ((value == "." || value == "..") && !problem) {
      problem = Unencodable{std::string{name}, "is '" + value + "', which names another path"};
    }
    const std::string place = "{" + std::string{name} + "}";
    target.replace(target.find(place), place.size(), percent_encoded(value));
  });
  if (problem) return *std::move(problem);
  if constexpr (HasQuery<Op>) {
    QueryWriter writer;
    writer.write(operation.query);
    if (writer.problem()) return *std::move(writer.problem());
    target += writer.take_text();
  }
  return {boost::system::in_place_value, std::move(target)};
}

}  // namespace clerk::codec
