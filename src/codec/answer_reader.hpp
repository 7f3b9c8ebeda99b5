#pragma once

#include "codec/codec.hpp"
#include "codec/json_text.hpp"

#include <clerk/contract/array_model.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace clerk::codec {

/// Reads an object tolerantly: what is unknown is kept, what is null where a value may be missing is missing. Only a
/// value of the wrong type, or a required one that is not there, ends the reading.
class AnswerReader {
 public:
  enum class Missing { is_an_error, keeps_the_default };

  explicit AnswerReader(Missing missing) : missing_{missing} {}

  template <Model M>
  bool read_object(const boost::json::object& object, M& model, const std::string& path) {
    std::size_t known = 0;
    bool sound = true;
    for_each_field<M>([&](std::string_view name, auto member, const FieldRules& rules, std::string_view) {
      if (!sound) return;
      const boost::json::value* value = object.if_contains(name);
      if (value != nullptr) {
        ++known;
        sound = read_value(*value, model.*member, join_path(path, name));
      } else if (missing_ == Missing::is_an_error && rules.required && rules.constant.empty()) {
        sound = accept_missing(model.*member, join_path(path, name));
      }
    });
    if (sound && known < object.size()) keep_unknown(object, model);
    return sound;
  }

  /// Reads rows that came as a plain array.
  template <RowsModel M>
  bool read_rows(const boost::json::array& rows, M& list) {
    return read_items(rows, list.data, "");
  }

  [[nodiscard]] MalformedAnswer take_problem() { return std::move(problem_); }

 private:
  template <Model M>
  static void keep_unknown(const boost::json::object& object, M& model) {
    for (const auto& entry : object) {
      const std::string_view key = entry.key();
      bool known = false;
      for_each_field<M>(
          [&](std::string_view name, auto, const FieldRules&, std::string_view) { known = known || name == key; });
      if (!known) model.extra.set(std::string{key}, RawJson{boost::json::serialize(entry.value())});
    }
  }

  template <class T>
  bool accept_missing(const std::optional<T>& /*field*/, const std::string& /*path*/) {
    return true;
  }
  template <class T>
  bool accept_missing(const T& /*field*/, std::string path) {
    problem_ = {.path = std::move(path), .problem = "is missing"};
    return false;
  }

  bool wrong_type(const boost::json::value& value, std::string_view expected, std::string path) {
    problem_ = {.path = std::move(path),
                .problem = "is of type " + std::string{type_name(value)} + ", not " + std::string{expected}};
    return false;
  }

  bool read_value(const boost::json::value& value, bool& out, std::string path) {
    if (!value.is_bool()) return wrong_type(value, "boolean", std::move(path));
    out = value.get_bool();
    return true;
  }

  bool read_value(const boost::json::value& value, std::int64_t& out, std::string path) {
    if (value.is_int64()) {
      out = value.get_int64();
      return true;
    }
    // Above 2^53 a double no longer tells neighbouring integers apart.
    constexpr double exact = 9007199254740992.0;
    if (value.is_double() && std::trunc(value.get_double()) == value.get_double() &&
        std::abs(value.get_double()) <= exact) {
      out = static_cast<std::int64_t>(value.get_double());
      return true;
    }
    return wrong_type(value, "64-bit integer", std::move(path));
  }

  bool read_value(const boost::json::value& value, std::string& out, std::string path) {
    if (!value.is_string()) return wrong_type(value, "string", std::move(path));
    out = std::string_view{value.get_string()};
    return true;
  }

  bool read_value(const boost::json::value& value, RawJson& out, const std::string& /*path*/) {
    out = RawJson{boost::json::serialize(value)};
    return true;
  }

  template <class Known>
  bool read_value(const boost::json::value& value, OpenEnum<Known>& out, std::string path) {
    std::string text;
    if (!read_value(value, text, std::move(path))) return false;
    out = OpenEnum<Known>{std::move(text)};
    return true;
  }

  template <class T>
  bool read_value(const boost::json::value& value, std::optional<T>& out, std::string path) {
    if (value.is_null()) {
      out.reset();
      return true;
    }
    return read_value(value, out.emplace(), std::move(path));
  }

  template <class T>
  bool read_value(const boost::json::value& value, std::vector<T>& out, const std::string& path) {
    if (!value.is_array()) return wrong_type(value, "array", path);
    return read_items(value.get_array(), out, path);
  }

  template <class T>
  bool read_items(const boost::json::array& items, std::vector<T>& out, const std::string& path) {
    out.clear();
    for (const boost::json::value& item : items) {
      const std::string at = item_path(path, out.size());
      if (!read_value(item, out.emplace_back(), at)) return false;
    }
    return true;
  }

  template <Model M>
  bool read_value(const boost::json::value& value, M& out, const std::string& path) {
    if (!value.is_object()) return wrong_type(value, "object", path);
    return read_object(value.get_object(), out, path);
  }

  Missing missing_;
  MalformedAnswer problem_;
};

}  // namespace clerk::codec
