#pragma once

#include "codec/codec.hpp"
#include "codec/json_text.hpp"
#include "codec/utf8.hpp"

#include <clerk/contract/array_model.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>
#include <clerk/contract/paging.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clerk::codec {

/// Writes models as JSON objects, fields in the order of their list, absent ones left out; rows alone as an array.
class Writer {
 public:
  /// The whole text of a model.
  template <Model M>
  boost::json::value write(const M& model) {
    if constexpr (ArrayModel<M>) {
      if (!model.extra.empty()) return fail("extra", "has no place in an array");
      return value_of(model.data, "");
    } else {
      if constexpr (PlainArrayModel<M>) {
        if (!model.total_count && model.extra.empty()) return value_of(model.data, "");
      }
      return write_object(model, "");
    }
  }

  template <Model M>
  boost::json::object write_object(const M& model, const std::string& path) {
    boost::json::object object;
    for_each_field<M>([&](std::string_view name, auto member, const FieldRules& rules, std::string_view) {
      if (!problem_) write_field(object, name, model.*member, rules, path);
    });
    for (const auto& [name, value] : model.extra) {
      if (problem_) break;
      if (is_utf8(name)) {
        object.insert_or_assign(name, raw(value, join_path(path, name)));
      } else {
        fail(join_path(path, "extra"), "has a name that is not valid UTF-8");
      }
    }
    return object;
  }

  [[nodiscard]] std::optional<Unencodable>& problem() noexcept { return problem_; }

 private:
  template <class T>
  void write_field(boost::json::object& object, std::string_view name, const Patch<T>& field, const FieldRules& rules,
                   const std::string& path) {
    if (field.is_absent()) return;
    if (field.is_null()) {
      object.emplace(name, nullptr);
    } else {
      write_field(object, name, *field, rules, path);
    }
  }

  template <class T>
  void write_field(boost::json::object& object, std::string_view name, const std::optional<T>& field,
                   const FieldRules& rules, const std::string& path) {
    if (field) {
      write_field(object, name, *field, rules, path);
    } else if (!rules.constant.empty()) {
      object.emplace(name, rules.constant);
    } else if (rules.required) {
      object.emplace(name, nullptr);
    }
  }

  void write_field(boost::json::object& object, std::string_view name, const std::string& field,
                   const FieldRules& rules, const std::string& path) {
    const bool constant = field.empty() && !rules.constant.empty();
    object.emplace(name, value_of(constant ? std::string{rules.constant} : field, join_path(path, name)));
  }

  void write_field(boost::json::object& object, std::string_view name, const RawJson& field, const FieldRules& rules,
                   const std::string& path) {
    if (!field.empty() || rules.required) object.emplace(name, raw(field, join_path(path, name)));
  }

  template <class T>
  void write_field(boost::json::object& object, std::string_view name, const T& field, const FieldRules& /*rules*/,
                   const std::string& path) {
    object.emplace(name, value_of(field, join_path(path, name)));
  }

  boost::json::value value_of(bool value, const std::string& /*path*/) { return value; }
  boost::json::value value_of(std::int64_t value, const std::string& /*path*/) { return value; }
  boost::json::value value_of(const RawJson& value, const std::string& path) { return raw(value, path); }
  boost::json::value value_of(const std::string& value, const std::string& path) {
    if (!is_utf8(value)) return fail(path, "is not valid UTF-8");
    return boost::json::string{value};
  }
  template <class Known>
  boost::json::value value_of(const OpenEnum<Known>& value, const std::string& path) {
    return value_of(value.text(), path);
  }
  template <class T>
  boost::json::value value_of(const std::vector<T>& items, const std::string& path) {
    boost::json::array array;
    array.reserve(items.size());
    for (const T& item : items) array.push_back(value_of(item, item_path(path, array.size())));
    return array;
  }
  template <Model M>
  boost::json::value value_of(const M& model, const std::string& path) {
    return write_object(model, path);
  }

  boost::json::value raw(const RawJson& json, const std::string& path) {
    auto parsed = parse(json.text(), tolerant_limits(json.text()));
    if (parsed.has_error()) return fail(path, "is RawJson, but " + parsed.error().problem);
    return std::move(*parsed);
  }

  boost::json::value fail(const std::string& path, std::string problem) {
    if (!problem_) problem_ = Unencodable{.path = path, .problem = std::move(problem)};
    return nullptr;
  }

  std::optional<Unencodable> problem_;
};

}  // namespace clerk::codec
