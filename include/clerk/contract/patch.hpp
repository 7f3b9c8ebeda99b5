#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace clerk {

/// The type of `clerk::null`. Only its tag makes one, so that `{}` never means null.
class null_t {
 public:
  enum class Tag { make };
  constexpr explicit null_t(Tag /*tag*/) noexcept {}
  friend constexpr bool operator==(null_t, null_t) noexcept { return true; }
};

/// JSON's null, for a field of a PATCH: `{.support_email = clerk::null}`.
inline constexpr null_t null{null_t::Tag::make};

namespace detail {

// Stands for any member while the members of an aggregate are counted (see field.hpp).
struct AnyMember;

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

template <class T>
concept Character = std::same_as<T, char> || std::same_as<T, wchar_t> || std::same_as<T, char8_t> ||
    std::same_as<T, char16_t> || std::same_as<T, char32_t>;

// The names in parentheses are safe from macros of the same names.
template <class To, class From>
concept HoldsEveryValueOf =
    std::integral<From> && !std::same_as<From, bool> && !Character<From> &&
    std::in_range<To>((std::numeric_limits<From>::min)()) && std::in_range<To>((std::numeric_limits<From>::max)());

template <class T, class From>
consteval bool is_patch_value() {
  using Source = std::remove_cvref_t<From>;
  if constexpr (std::same_as<Source, AnyMember> || std::same_as<Source, null_t> || std::is_null_pointer_v<Source>) {
    return false;
  } else if constexpr (std::same_as<T, bool>) {
    return std::same_as<Source, bool>;
  } else if constexpr (std::integral<T>) {
    return HoldsEveryValueOf<T, Source>;
  } else if constexpr (std::same_as<T, std::string>) {
    return std::convertible_to<From, std::string> || std::same_as<Source, std::string_view>;
  } else {
    return std::convertible_to<From, T>;
  }
}

template <class T, bool = is_vector<T>>
struct patch_element {
  struct type;
};
template <class T>
struct patch_element<T, true> {
  using type = typename T::value_type;
};

}  // namespace detail

/// A field of a PATCH in one of three states: absent (leave it), null, or a value.
///
/// Conversions that would change a value's meaning do not compile: a number or a pointer to `Patch<bool>`, a
/// floating-point or possibly narrowing number to `Patch<std::int64_t>`, `nullptr` to anything.
///
/// \note For lists, `{.allowed_origins = {}}` is ABSENT; an empty list is `std::vector<std::string>{}`.
/// \note `{.allowed_origins = {{"a", "b"}}}` is one string made from two pointers: write one pair of braces.
template <class T>
class Patch {
 public:
  using value_type = T;

  constexpr Patch() noexcept = default;
  constexpr Patch(null_t) noexcept : state_{null} {}  // NOLINT(google-explicit-constructor): reads as the field's value

  template <class From>
  requires(!std::same_as<std::remove_cvref_t<From>, Patch> && detail::is_patch_value<T, From>()) constexpr Patch(
      From&& value)  // NOLINT(google-explicit-constructor): reads as the field's value
      : state_{std::in_place_type<T>, std::forward<From>(value)} {}

  constexpr Patch(std::initializer_list<typename detail::patch_element<T>::type> elements) requires detail::is_vector<T>
      : state_{std::in_place_type<T>, elements} {}

  [[nodiscard]] constexpr bool is_absent() const noexcept { return std::holds_alternative<std::monostate>(state_); }
  [[nodiscard]] constexpr bool is_null() const noexcept { return std::holds_alternative<null_t>(state_); }
  [[nodiscard]] constexpr bool has_value() const noexcept { return std::holds_alternative<T>(state_); }

  /// The value, or nullptr when absent or null.
  [[nodiscard]] constexpr const T* get() const noexcept { return std::get_if<T>(&state_); }
  [[nodiscard]] constexpr T* get() noexcept { return std::get_if<T>(&state_); }

  /// The value. \pre has_value()
  [[nodiscard]] constexpr const T& operator*() const noexcept { return *get(); }
  [[nodiscard]] constexpr const T* operator->() const noexcept { return get(); }

  /// The value, or `fallback` when absent or null.
  [[nodiscard]] constexpr T value_or(T fallback) const { return has_value() ? *get() : std::move(fallback); }

  friend constexpr bool operator==(const Patch&, const Patch&) = default;

 private:
  std::variant<std::monostate, null_t, T> state_{};
};

template <class T>
inline constexpr bool is_patch = false;
template <class T>
inline constexpr bool is_patch<Patch<T>> = true;

}  // namespace clerk
