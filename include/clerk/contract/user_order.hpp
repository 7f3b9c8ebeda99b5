#pragma once

#include <clerk/contract/error_codes.hpp>
#include <clerk/contract/formats.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace clerk::formats {

namespace detail {

/// What users can be ordered by, with `-` before it for descending order, `+` or nothing for ascending. A `+` that a
/// client did not encode comes as a space.
constexpr bool is_user_order(std::string_view text) {
  constexpr std::array<std::string_view, 10> names{"created_at",     "updated_at",     "email_address", "web3wallet",
                                                   "first_name",     "last_name",      "phone_number",  "username",
                                                   "last_active_at", "last_sign_in_at"};
  if (!text.empty() && std::string_view{"+- "}.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  return std::ranges::find(names, text) != names.end();
}

}  // namespace detail

inline constexpr Format user_order{
    .name = "",
    .pattern =
        "^[+-]?(created_at|updated_at|email_address|web3wallet|first_name|last_name|phone_number|username|"
        "last_active_at|last_sign_in_at)$",
    .expected =
        "created_at, updated_at, email_address, web3wallet, first_name, last_name, phone_number, username, "
        "last_active_at or last_sign_in_at, with + or - before it",
    .refusal = &error_definition("form_param_not_allowed_value"),
    .matches = detail::is_user_order};

}  // namespace clerk::formats
