#pragma once

#include <clerk/contract/error_codes.hpp>
#include <clerk/contract/formats.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace clerk::formats {

namespace detail {

/// A name with `-` before it for descending order, `+` or nothing for ascending. A `+` that a client did not encode
/// comes as a space.
constexpr bool is_order_by(std::string_view text, const auto& names) {
  if (!text.empty() && std::string_view{"+- "}.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  return std::ranges::find(names, text) != names.end();
}

}  // namespace detail

inline constexpr Format invitation_order{
    .name = "",
    .pattern = "^[+-]?(created_at|email_address|expires_at)$",
    .expected = "created_at, email_address or expires_at, with + or - before it",
    .refusal = &error_definition("form_param_not_allowed_value"),
    .matches = [](std::string_view text) {
      return detail::is_order_by(text, std::to_array<std::string_view>({"created_at", "email_address", "expires_at"}));
    }};

inline constexpr Format waitlist_entry_order{
    .name = "",
    .pattern = "^[+-]?(created_at|email_address|invited_at)$",
    .expected = "created_at, email_address or invited_at, with + or - before it",
    .refusal = &error_definition("form_param_not_allowed_value"),
    .matches = [](std::string_view text) {
      return detail::is_order_by(text, std::to_array<std::string_view>({"created_at", "email_address", "invited_at"}));
    }};

}  // namespace clerk::formats
