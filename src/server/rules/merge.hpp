#pragma once

#include <clerk/contract/field.hpp>

#include <optional>
#include <string_view>
#include <type_traits>

namespace clerk::server::rules {

/// Puts what a request says onto what is stored: absent leaves a setting, a value sets it, null sets it back where the
/// field's rules say so. Both views come from one field list, so a setting added there needs nothing here.
template <template <View> class Group>
void merge(const Group<View::request>& request, Group<View::stored>& stored) {
  for_each_field<Group<View::request>>(
      [&](std::string_view name, auto from, const FieldRules& rules, std::string_view) {
        const auto& wish = request.*from;
        using Wish = std::remove_cvref_t<decltype(wish)>;
        if (wish.is_absent() || (wish.is_null() && rules.null == NullMeaning::no_effect)) return;
        for_each_field<Group<View::stored>>(
            [&](std::string_view stored_name, auto to, const FieldRules&, std::string_view) {
              using Kept = std::remove_reference_t<decltype(stored.*to)>;
              if constexpr (std::is_same_v<typename Wish::value_type, typename detail::without_optional<Kept>::type>) {
                if (stored_name == name) stored.*to = wish.is_null() ? Kept{} : Kept{*wish};
              }
            });
      });
}

/// What the API answers of what is stored; members that are derived are left for the caller.
template <template <View> class Group>
Group<View::answer> answer_of(const Group<View::stored>& stored) {
  Group<View::answer> answer{};
  for_each_field<Group<View::stored>>([&](std::string_view name, auto from, const FieldRules&, std::string_view) {
    using Kept = std::remove_cvref_t<decltype(stored.*from)>;
    for_each_field<Group<View::answer>>([&](std::string_view answered, auto to, const FieldRules&, std::string_view) {
      if constexpr (std::is_same_v<Kept, std::remove_cvref_t<decltype(answer.*to)>>) {
        if (answered == name) answer.*to = stored.*from;
      }
    });
  });
  return answer;
}

}  // namespace clerk::server::rules
