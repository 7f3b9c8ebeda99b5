#pragma once

#include <clerk/contract/formats.hpp>
#include <clerk/contract/patch.hpp>
#include <clerk/raw_json.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace clerk {

/// A group of settings is declared once and seen three ways: what a PATCH may say, what the API answers, and what a
/// server keeps.
enum class View { request, answer, stored };

/// The type of a member that the view does not have; giving it a value does not compile.
struct NotHere {
  friend constexpr bool operator==(NotHere, NotHere) noexcept { return true; }
};

namespace detail {

template <class T>
struct without_optional {
  using type = T;
};
template <class T>
struct without_optional<std::optional<T>> {
  using type = T;
};

template <class T>
inline constexpr bool is_optional = !std::is_same_v<T, typename without_optional<T>::type>;

template <View V, class Request, class Answer, class Stored>
using by_view = std::conditional_t<V == View::request, Request, std::conditional_t<V == View::answer, Answer, Stored>>;

template <class T>
using patch_of = Patch<typename without_optional<T>::type>;

}  // namespace detail

/// A setting that is written, kept and read. `T` is the kept and answered type; requests hold a Patch of it.
template <View V, class T>
using Setting = detail::by_view<V, detail::patch_of<T>, T, T>;

/// Written and kept; no answer of the API ever shows it.
template <View V, class T>
using WriteOnly = detail::by_view<V, detail::patch_of<T>, NotHere, T>;

/// Kept and answered; no request sets it.
template <View V, class T>
using ReadOnly = detail::by_view<V, NotHere, T, T>;

/// Answered, made from what is kept elsewhere.
template <View V, class T>
using Derived = detail::by_view<V, NotHere, T, NotHere>;

/// Another name for a setting kept elsewhere: written and answered under this name.
template <View V, class T>
using Elsewhere = detail::by_view<V, detail::patch_of<T>, T, NotHere>;

/// A request's other name for a setting kept elsewhere.
template <View V, class T>
using Alias = detail::by_view<V, detail::patch_of<T>, NotHere, NotHere>;

/// No longer part of the API, still sent by old clients and read from old answers; never kept.
template <View V, class T>
using Retired = detail::by_view<V, Patch<T>, std::optional<T>, NotHere>;

/// The same, of what no answer ever showed.
template <View V, class T>
using RetiredWriteOnly = detail::by_view<V, Patch<T>, NotHere, NotHere>;

/// The name of a model and what it is; a model without one is no part of the published API.
struct ModelInfo {
  std::string_view name{};
  std::string_view doc{};
};

/// The names of a group's views. What a server keeps has no name of its own.
template <View V>
constexpr ModelInfo info_of(ModelInfo request, ModelInfo answer) {
  return V == View::request ? request : V == View::answer ? answer : ModelInfo{};
}

/// What `null` in a request does.
enum class NullMeaning { no_effect, resets };

/// How a field stands in the published description of the API.
enum class Standing {
  current,
  deprecated,  ///< published as deprecated, still acts
  retired,     ///< taken out of the description; old clients still send it
  live_only,   ///< not in the description; the real API takes or answers it
};

/// What holds of a field beside its type.
struct FieldRules {
  NullMeaning null{NullMeaning::no_effect};
  bool nullable{true};               ///< requests: the description allows null
  bool empty_list_has_effect{true};  ///< requests: `[]` changes something
  bool required{true};               ///< the key is always there; of a request, where the member can't be absent
  bool answered_null{false};         ///< answers: null is a value of a key that may be missing
  const Format* format{nullptr};     ///< of the string, or of each string in a list
  bool may_be_empty{false};          ///< `""` is allowed beside the format
  std::size_t min_items{0};
  std::size_t max_items{0};  ///< 0: no limit
  bool unique_items{false};
  std::optional<std::int64_t> minimum{};
  std::optional<std::int64_t> maximum{};
  std::string_view default_value{};  ///< requests: what the API takes when it is left out, as JSON
  std::string_view example{};        ///< a value for documents
  std::string_view constant{};       ///< the one value it always has, of a string or a boolean
  std::string_view alias_of{};       ///< the field it is another name of
  std::string_view since{};          ///< date it entered the description
  Standing standing{Standing::current};
};

namespace detail {

struct AnyMember {
  template <class T>
  operator T() const noexcept;  // NOLINT(google-explicit-constructor)
};

// std::optional converts from AnyMember in two ways; this converts to nothing but an optional.
struct AnyOptional {
  template <class T>
  operator std::optional<T>() const noexcept;  // NOLINT(google-explicit-constructor)
};

template <class T, class... Members>
consteval std::size_t count_members() {
  if constexpr (requires { T{Members{}..., AnyMember{}}; }) {
    return count_members<T, Members..., AnyMember>();
  } else if constexpr (requires { T{Members{}..., AnyOptional{}}; }) {
    return count_members<T, Members..., AnyOptional>();
  } else {
    return sizeof...(Members);
  }
}

struct CountingVisitor {
  std::size_t* count;
  template <class M, class T>
  constexpr void operator()(std::string_view /*name*/, T M::* /*member*/, const FieldRules& /*rules*/,
                            std::string_view /*doc*/) const {
    ++*count;
  }
};

template <class M>
consteval std::size_t count_listed() {
  std::size_t count = 0;
  M::fields(CountingVisitor{&count});
  return count;
}

}  // namespace detail

/// A model: a plain aggregate with a field list `static constexpr void fields(auto&& field)` that calls
/// `field(wire_name, member_pointer, rules, doc)` for each member but the last, `RawFields extra{}`.
template <class M>
concept Model = std::is_aggregate_v<M> && requires(M model) {
  { model.extra } -> std::convertible_to<RawFields>;
  M::fields(detail::CountingVisitor{nullptr});
};

/// Calls `visit(wire_name, member_pointer, rules, doc)` for each field the model has, in the list's order.
template <Model M, class Visitor>
constexpr void for_each_field(Visitor&& visit) {
  static_assert(detail::count_listed<M>() + 1 == detail::count_members<M>(),
                "a member of this model is missing from its field list");
  M::fields([&visit]<class T>(std::string_view name, T M::*member, const FieldRules& rules, std::string_view doc) {
    if constexpr (!std::is_same_v<T, NotHere>) visit(name, member, rules, doc);
  });
}

}  // namespace clerk
