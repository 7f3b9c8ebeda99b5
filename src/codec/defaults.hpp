#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>

#include <charconv>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace clerk::codec {

namespace detail {

[[noreturn]] inline void refuse_default(std::string_view text) {
  throw std::logic_error{"the default " + std::string{text} + " is not of its field's type"};
}

inline void read_default(std::string_view text, bool& value) {
  if (text != "true" && text != "false") refuse_default(text);
  value = text == "true";
}

inline void read_default(std::string_view text, std::int64_t& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) refuse_default(text);
}

inline void read_default(std::string_view text, std::string& value) {
  if (text.size() < 2 || !text.starts_with('"') || !text.ends_with('"')) refuse_default(text);
  value = text.substr(1, text.size() - 2);
}

template <class Known>
void read_default(std::string_view text, OpenEnum<Known>& value) {
  std::string known;
  read_default(text, known);
  value = OpenEnum<Known>{std::move(known)};
}

}  // namespace detail

/// Gives each member that is absent the default its field declares, so that no rule needs to know one; in the rows of
/// a list too.
template <Model M>
void fill_defaults(M& model) {
  for_each_field<M>([&](std::string_view, auto member, const FieldRules& rules, std::string_view) {
    auto& value = model.*member;
    using Member = std::remove_reference_t<decltype(value)>;
    if constexpr (requires {
                    requires Model<typename Member::value_type>;
                    value.size();
                  }) {
      for (auto& row : value) fill_defaults(row);
    } else if constexpr (clerk::detail::is_optional<Member>) {
      if constexpr (requires(typename Member::value_type & inner) { detail::read_default("", inner); }) {
        if (!value && !rules.default_value.empty()) detail::read_default(rules.default_value, value.emplace());
      }
    }
  });
}

}  // namespace clerk::codec
