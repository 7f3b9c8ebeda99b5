#pragma once

#include <clerk/contract/error_codes.hpp>
#include <clerk/contract/formats.hpp>
#include <clerk/contract/ordering.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace clerk {

/// What each list can be ordered by. facts 3.1
inline constexpr auto organization_order_names =
    std::to_array<std::string_view>({"name", "created_at", "members_count"});
inline constexpr auto membership_order_names = std::to_array<std::string_view>(
    {"phone_number", "email_address", "created_at", "first_name", "last_name", "username"});
inline constexpr auto organization_invitation_order_names =
    std::to_array<std::string_view>({"created_at", "email_address"});
inline constexpr auto organization_domain_order_names = std::to_array<std::string_view>({"name", "created_at"});
/// Of roles, permissions and role sets.
inline constexpr auto organization_key_order_names = std::to_array<std::string_view>({"created_at", "name", "key"});

/// Permissions whose keys begin so are Clerk's own.
inline constexpr std::string_view system_permission_prefix = "org:sys_";

}  // namespace clerk

namespace clerk::formats {

namespace detail {

constexpr bool is_word(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
}

constexpr bool is_word_after(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) && is_word(text.substr(prefix.size()));
}

constexpr bool is_permission_key(std::string_view text) {
  constexpr std::string_view prefix = "org:";
  if (!text.starts_with(prefix) || text.starts_with(system_permission_prefix)) return false;
  text.remove_prefix(prefix.size());
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && is_word(text.substr(0, colon)) && is_word(text.substr(colon + 1));
}

constexpr bool is_slug(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

/// In characters, of which UTF-8 has one to four bytes.
constexpr bool is_organization_name(std::string_view text) {
  return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }) <= 256;
}

}  // namespace detail

inline constexpr Format organization_name{.name = "",
                                          .pattern = "^[\\s\\S]{0,256}$",
                                          .expected = "at most 256 characters long",
                                          .refusal = &error_definition("form_param_max_length_exceeded"),
                                          .matches = detail::is_organization_name};
inline constexpr Format organization_slug{.name = "",
                                          .pattern = "^[a-z0-9-]+$",
                                          .expected = "lower-case letters, digits and dashes",
                                          .refusal = &error_definition("form_param_format_invalid"),
                                          .matches = detail::is_slug};
inline constexpr Format role_key{.name = "",
                                 .pattern = "^org:[a-z0-9_]+$",
                                 .expected = "`org:` followed by lower-case letters, digits and underscores",
                                 .refusal = &error_definition("form_param_format_invalid"),
                                 .matches = [](std::string_view text) { return detail::is_word_after(text, "org:"); }};
inline constexpr Format role_set_key{
    .name = "",
    .pattern = "^role_set:[a-z0-9_]+$",
    .expected = "`role_set:` followed by lower-case letters, digits and underscores",
    .refusal = &error_definition("form_param_format_invalid"),
    .matches = [](std::string_view text) { return detail::is_word_after(text, "role_set:"); }};
inline constexpr Format permission_key{
    .name = "",
    .pattern = "^(?!org:sys_)org:[a-z0-9_]+:[a-z0-9_]+$",
    .expected =
        "of the form org:feature:action, of lower-case letters, digits and underscores, and not begin with "
        "org:sys_",
    .refusal = &error_definition("form_param_format_invalid"),
    .matches = detail::is_permission_key};
inline constexpr Format domain_name{
    .name = "hostname",
    .pattern = "",
    .expected = "a domain name such as example.com",
    .refusal = &error_definition("form_param_format_invalid"),
    .matches = [](std::string_view text) { return text.size() <= 253 && detail::is_host_name(text, 2); }};

inline constexpr Format organization_order{
    .name = "",
    .pattern = "^[+-]?(name|created_at|members_count)$",
    .expected = "name, created_at or members_count, with + or - before it",
    .refusal = &error_definition("form_param_not_allowed_value"),
    .matches = [](std::string_view text) { return detail::is_order_by(text, organization_order_names); }};
inline constexpr Format membership_order{
    .name = "",
    .pattern = "^[+-]?(phone_number|email_address|created_at|first_name|last_name|username)$",
    .expected = "phone_number, email_address, created_at, first_name, last_name or username, with + or - before it",
    .refusal = &error_definition("form_param_not_allowed_value"),
    .matches = [](std::string_view text) { return detail::is_order_by(text, membership_order_names); }};
inline constexpr Format organization_invitation_order{
    .name = "",
    .pattern = "^[+-]?(created_at|email_address)$",
    .expected = "created_at or email_address, with + or - before it",
    .refusal = &error_definition("form_param_not_allowed_value"),
    .matches = [](std::string_view text) { return detail::is_order_by(text, organization_invitation_order_names); }};
inline constexpr Format organization_domain_order{
    .name = "",
    .pattern = "^[+-]?(name|created_at)$",
    .expected = "name or created_at, with + or - before it",
    .refusal = &error_definition("form_param_not_allowed_value"),
    .matches = [](std::string_view text) { return detail::is_order_by(text, organization_domain_order_names); }};
inline constexpr Format organization_key_order{
    .name = "",
    .pattern = "^[+-]?(created_at|name|key)$",
    .expected = "created_at, name or key, with + or - before it",
    .refusal = &error_definition("form_param_not_allowed_value"),
    .matches = [](std::string_view text) { return detail::is_order_by(text, organization_key_order_names); }};

}  // namespace clerk::formats
