#pragma once

#include <clerk/contract/error_codes.hpp>
#include <clerk/contract/formats.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace clerk {

/// What a list is ordered by, as `order_by` says it.
struct OrderBy {
  std::string_view name{};
  bool descending{};
};

/// `-name` is descending; `+name` and `name` are ascending. A `+` that a client did not encode comes as a space.
[[nodiscard]] constexpr OrderBy read_order_by(std::string_view text) {
  const bool descending = text.starts_with('-');
  if (!text.empty() && std::string_view{"+- "}.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  return {.name = text, .descending = descending};
}

/// What users can be ordered by. facts 3.2
inline constexpr auto user_order_names =
    std::to_array<std::string_view>({"created_at", "updated_at", "email_address", "web3wallet", "first_name",
                                     "last_name", "phone_number", "username", "last_active_at", "last_sign_in_at"});

}  // namespace clerk

namespace clerk::formats {

namespace detail {

constexpr bool is_order_by(std::string_view text, const auto& names) {
  return std::ranges::find(names, read_order_by(text).name) != names.end();
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

inline constexpr Format user_order{
    .name = "",
    .pattern =
        "^[+-]?(created_at|updated_at|email_address|web3wallet|first_name|last_name|phone_number|username|"
        "last_active_at|last_sign_in_at)$",
    .expected =
        "created_at, updated_at, email_address, web3wallet, first_name, last_name, phone_number, username, "
        "last_active_at or last_sign_in_at, with + or - before it",
    .refusal = &error_definition("form_param_not_allowed_value"),
    .matches = [](std::string_view text) { return detail::is_order_by(text, user_order_names); }};

}  // namespace clerk::formats
