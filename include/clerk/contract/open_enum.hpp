#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// An enumeration the API may extend: known constants over a string. A value this version does not know survives a
/// round trip. `Known` holds the constants and `values`, the array of them; and `name`, the enumeration's own, where
/// the published API has it. `has_others` in it says that the constants were never all: others are as regular.
template <class Known>
class OpenEnum : public Known {
 public:
  OpenEnum() = default;
  OpenEnum(std::string value) : value_{std::move(value)} {}  // NOLINT(google-explicit-constructor): reads as its text
  OpenEnum(std::string_view value) : value_{value} {}        // NOLINT(google-explicit-constructor): reads as its text
  OpenEnum(const char* value) : value_{value} {}             // NOLINT(google-explicit-constructor): reads as its text

  [[nodiscard]] const std::string& text() const noexcept { return value_; }
  [[nodiscard]] bool is_known() const noexcept {
    return std::ranges::find(Known::values, std::string_view{value_}) != Known::values.end();
  }

  friend bool operator==(const OpenEnum& left, const OpenEnum& right) noexcept { return left.value_ == right.value_; }
  friend bool operator==(const OpenEnum& left, std::string_view right) noexcept { return left.value_ == right; }
  friend bool operator==(const OpenEnum& left, const char* right) noexcept { return left.value_ == right; }

 private:
  std::string value_;
};

template <class Known>
inline constexpr bool has_others = requires {
  requires Known::has_others;
};

template <class T>
inline constexpr bool is_open_enum = false;
template <class Known>
inline constexpr bool is_open_enum<OpenEnum<Known>> = true;

}  // namespace clerk
