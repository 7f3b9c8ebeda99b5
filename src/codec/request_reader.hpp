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

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace clerk::codec {

/// Reads a request's object strictly. Whatever is wrong is noted with its path and the reading goes on; a field at
/// fault stays absent.
class RequestReader {
 public:
  explicit RequestReader(std::size_t max_faults) : max_faults_{max_faults} {}

  template <Model M>
  void read_object(const boost::json::object& object, M& model, std::string_view path) {
    for (const auto& entry : object) {
      const std::string_view key = entry.key();
      const boost::json::value& value = entry.value();
      const std::string field_path = join_path(path, key);
      bool known = false;
      for_each_field<M>([&](std::string_view name, auto member, const FieldRules& rules, std::string_view) {
        if (known || name != key) return;
        known = true;
        if (rules.standing == Standing::retired) {
          note({.kind = FaultKind::retired_field, .path = field_path, .received = excerpt(value)});
        } else {
          read_field(value, model.*member, rules, field_path);
        }
      });
      if (!known) note({.kind = FaultKind::unknown_field, .path = field_path, .received = excerpt(value)});
    }
    note_missing<M>([&](std::string_view name) { return object.contains(name); }, path);
  }

  /// Reads a body that is an array.
  template <ArrayModel M>
  void read_array(const boost::json::value& array, M& model) {
    for_each_field<M>([&](std::string_view, auto member, const FieldRules& rules, std::string_view) {
      read_value(array, model.*member, rules, "");
    });
  }

  /// Notes what is required and not there. Patches and optionals say themselves that they are absent.
  template <Model M, class Has>
  void note_missing(const Has& has, std::string_view path) {
    for_each_field<M>([&]<class T>(std::string_view name, T M::*, const FieldRules& rules, std::string_view) {
      if constexpr (!is_patch<T> && !clerk::detail::is_optional<T>) {
        if (rules.required && !has(name)) note({.kind = FaultKind::missing_field, .path = join_path(path, name)});
      }
    });
  }

  void note(Fault fault) {
    if (faults_.size() < max_faults_) faults_.push_back(std::move(fault));
  }

  [[nodiscard]] Faults take_faults() { return std::move(faults_); }

 private:
  template <class T>
  void read_field(const boost::json::value& value, Patch<T>& field, const FieldRules& rules, const std::string& path) {
    if (value.is_null()) {
      field = null;
      if (rules.null == NullMeaning::no_effect)
        note({.kind = FaultKind::null_without_effect, .path = path, .received = "null"});
      return;
    }
    if (!rules.empty_list_has_effect && value.is_array() && value.get_array().empty()) {
      note({.kind = FaultKind::empty_without_effect, .path = path, .received = "[]"});
      return;
    }
    T read{};
    if (read_value(value, read, rules, path)) field = std::move(read);
  }

  template <class T>
  void read_field(const boost::json::value& value, std::optional<T>& field, const FieldRules& rules,
                  const std::string& path) {
    if (value.is_null() && rules.nullable) return;  // as if it were left out
    if (value.is_null()) return note({.kind = FaultKind::null_not_allowed, .path = path, .received = "null"});
    T read{};
    if (read_value(value, read, rules, path)) field = std::move(read);
  }

  template <class T>
  void read_field(const boost::json::value& value, T& field, const FieldRules& rules, const std::string& path) {
    if (value.is_null()) return note({.kind = FaultKind::null_not_allowed, .path = path, .received = "null"});
    T read{};
    if (read_value(value, read, rules, path)) field = std::move(read);
  }

  bool wrong_type(const boost::json::value& value, std::string_view expected, const std::string& path) {
    note({.kind = FaultKind::wrong_type,
          .path = path,
          .received = std::string{type_name(value)},
          .expected = std::string{expected}});
    return false;
  }

  bool read_value(const boost::json::value& value, bool& out, const FieldRules& rules, const std::string& path) {
    if (!value.is_bool()) return wrong_type(value, "boolean", path);
    if (!rules.constant.empty() && excerpt(value) != rules.constant) {
      note({.kind = FaultKind::not_one_of,
            .path = path,
            .received = excerpt(value),
            .expected = std::string{rules.constant}});
      return false;
    }
    out = value.get_bool();
    return true;
  }

  bool read_value(const boost::json::value& value, std::int64_t& out, const FieldRules& rules,
                  const std::string& path) {
    if (value.is_uint64()) {
      note({.kind = FaultKind::number_out_of_range, .path = path, .received = excerpt(value)});
      return false;
    }
    if (!value.is_int64()) return wrong_type(value, "integer", path);
    if (rules.minimum && value.get_int64() < *rules.minimum) {
      note({.kind = FaultKind::below_minimum,
            .path = path,
            .received = excerpt(value),
            .expected = std::to_string(*rules.minimum)});
      return false;
    }
    if (rules.maximum && value.get_int64() > *rules.maximum) {
      note({.kind = FaultKind::above_maximum,
            .path = path,
            .received = excerpt(value),
            .expected = std::to_string(*rules.maximum)});
      return false;
    }
    out = value.get_int64();
    return true;
  }

  bool read_value(const boost::json::value& value, std::string& out, const FieldRules& rules, const std::string& path) {
    if (!value.is_string()) return wrong_type(value, "string", path);
    const std::string_view text = value.get_string();
    if (text.find('\0') != std::string_view::npos) {
      note({.kind = FaultKind::forbidden_character, .path = path});
      return false;
    }
    const bool exempt = text.empty() && rules.may_be_empty;
    if (rules.format != nullptr && !exempt && !rules.format->matches(text)) {
      note({.kind = FaultKind::bad_format,
            .path = path,
            .received = excerpt(value),
            .expected = std::string{rules.format->expected},
            .format = rules.format});
      return false;
    }
    out = text;
    return true;
  }

  bool read_value(const boost::json::value& value, RawJson& out, const FieldRules& /*rules*/, const std::string& path) {
    if (!value.is_object()) return wrong_type(value, "object", path);
    out = RawJson{boost::json::serialize(value)};
    return true;
  }

  template <class Known>
  bool read_value(const boost::json::value& value, OpenEnum<Known>& out, const FieldRules& /*rules*/,
                  const std::string& path) {
    if (!value.is_string()) return wrong_type(value, "string", path);
    OpenEnum<Known> read{std::string_view{value.get_string()}};
    if (!read.is_known()) {
      std::string allowed;
      for (const std::string_view known : Known::values) {
        allowed.append(allowed.empty() ? "" : ", ").append(known.empty() ? "\"\"" : known);
      }
      note({.kind = FaultKind::not_one_of, .path = path, .received = excerpt(value), .expected = std::move(allowed)});
      return false;
    }
    out = std::move(read);
    return true;
  }

  template <class T>
  bool read_value(const boost::json::value& value, std::vector<T>& out, const FieldRules& rules,
                  const std::string& path) {
    if (!value.is_array()) return wrong_type(value, "array", path);
    const boost::json::array& items = value.get_array();
    if (!has_allowed_size(items, rules, path)) return false;
    std::set<std::string, std::less<>> seen;
    bool sound = true;
    for (std::size_t i = 0; i < items.size(); ++i) {
      T item{};
      if (!read_value(items[i], item, rules, item_path(path, i))) {
        sound = false;
      } else if (rules.unique_items && !seen.insert(boost::json::serialize(items[i])).second) {
        note({.kind = FaultKind::duplicate_item, .path = item_path(path, i), .received = excerpt(items[i])});
        sound = false;
      } else {
        out.push_back(std::move(item));
      }
    }
    return sound;
  }

  bool has_allowed_size(const boost::json::array& items, const FieldRules& rules, const std::string& path) {
    if (items.size() < rules.min_items) {
      note({.kind = FaultKind::too_few_items, .path = path, .expected = std::to_string(rules.min_items)});
      return false;
    }
    if (rules.max_items != 0 && items.size() > rules.max_items) {
      note({.kind = FaultKind::too_many_items, .path = path, .expected = std::to_string(rules.max_items)});
      return false;
    }
    return true;
  }

  template <Model M>
  bool read_value(const boost::json::value& value, M& out, const FieldRules& /*rules*/, const std::string& path) {
    if (!value.is_object()) return wrong_type(value, "object", path);
    read_object(value.get_object(), out, path);
    return true;
  }

  std::size_t max_faults_;
  Faults faults_;
};

}  // namespace clerk::codec
