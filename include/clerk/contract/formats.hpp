#pragma once

#include <clerk/contract/error_codes.hpp>

#include <algorithm>
#include <string_view>

namespace clerk {

/// A form that a string must have: the pattern is what documents show, `matches` is what decides.
struct Format {
  std::string_view name;      ///< OpenAPI's `format`, or empty
  std::string_view pattern;   ///< ECMA-262, for documents
  std::string_view expected;  ///< completes "must be …"
  const ErrorDefinition* refusal;
  bool (*matches)(std::string_view);
};

namespace formats {

namespace detail {

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_alphanumeric(char c) { return is_upper(c) || is_lower(c) || is_digit(c); }
constexpr bool is_visible(char c) { return c > ' ' && c != '\x7f'; }

constexpr bool is_host_label(std::string_view label) {
  return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
         std::ranges::all_of(label, [](char c) { return is_alphanumeric(c) || c == '-'; });
}

constexpr bool is_host_name(std::string_view host, std::size_t fewest_labels) {
  std::size_t labels = 0;
  while (true) {
    const std::size_t dot = host.find('.');
    if (!is_host_label(host.substr(0, dot))) return false;
    ++labels;
    if (dot == std::string_view::npos) return labels >= fewest_labels;
    host.remove_prefix(dot + 1);
  }
}

constexpr bool is_scheme(std::string_view scheme) {
  return !scheme.empty() && (is_lower(scheme.front()) || is_upper(scheme.front())) &&
         std::ranges::all_of(scheme, [](char c) { return is_alphanumeric(c) || c == '+' || c == '-' || c == '.'; });
}

constexpr bool is_port(std::string_view port) {
  return !port.empty() && port.size() <= 5 && std::ranges::all_of(port, is_digit);
}

/// host, host:port or [v6]:port
constexpr bool is_authority(std::string_view authority) {
  if (authority.starts_with('[')) {
    const std::size_t end = authority.find(']');
    if (end == std::string_view::npos || end < 3) return false;
    const std::string_view address = authority.substr(1, end - 1);
    if (!std::ranges::all_of(address, [](char c) {
          return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.';
        })) {
      return false;
    }
    authority.remove_prefix(end + 1);
    return authority.empty() || (authority.starts_with(':') && is_port(authority.substr(1)));
  }
  const std::size_t colon = authority.find(':');
  if (colon != std::string_view::npos && !is_port(authority.substr(colon + 1))) return false;
  return is_host_name(authority.substr(0, colon), 1);
}

constexpr bool is_email(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos || at == 0 || at > 64 || text.size() > 254) return false;
  const std::string_view local = text.substr(0, at);
  return local.find('@') == std::string_view::npos && local.front() != '.' && local.back() != '.' &&
         local.find("..") == std::string_view::npos &&
         std::ranges::all_of(local,
                             [](char c) {
                               return is_visible(c) &&
                                      std::string_view{"()<>[]:;,\\\""}.find(c) == std::string_view::npos;
                             }) &&
         is_host_name(text.substr(at + 1), 2);
}

constexpr bool is_http_url(std::string_view text) {
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos || !std::ranges::all_of(text, is_visible)) return false;
  const std::string_view scheme = text.substr(0, colon);
  if (scheme != "http" && scheme != "https") return false;
  const std::string_view rest = text.substr(colon + 3);
  return is_authority(rest.substr(0, rest.find_first_of("/?#")));
}

constexpr bool is_origin(std::string_view text) {
  const std::size_t colon = text.find("://");
  return colon != std::string_view::npos && is_scheme(text.substr(0, colon)) && is_authority(text.substr(colon + 3));
}

/// Any scheme but http, and something after it.
constexpr bool is_redirect_url(std::string_view text) {
  const std::size_t colon = text.find("://");
  return colon != std::string_view::npos && is_scheme(text.substr(0, colon)) && text.substr(0, colon) != "http" &&
         text.size() > colon + 3 && std::ranges::all_of(text, is_visible);
}

constexpr bool is_country_code(std::string_view text) {
  return text.size() == 2 && std::ranges::all_of(text, is_upper);
}

constexpr bool is_local_part(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, is_alphanumeric);
}

constexpr bool is_npm_version(std::string_view text) {
  return !text.empty() && text.size() <= 128 && is_alphanumeric(text.front()) &&
         std::ranges::all_of(text, [](char c) { return is_alphanumeric(c) || c == '.' || c == '-' || c == '+'; });
}

/// E.164: a plus, a country code without a leading zero, up to fifteen digits in all.
constexpr bool is_phone_number(std::string_view text) {
  return text.size() >= 3 && text.size() <= 16 && text[0] == '+' && text[1] != '0' &&
         std::ranges::all_of(text.substr(1), is_digit);
}

constexpr int number_at(std::string_view text, std::size_t place, std::size_t digits) {
  int number = 0;
  for (const char c : text.substr(place, digits)) {
    if (!is_digit(c)) return -1;
    number = 10 * number + (c - '0');
  }
  return number;
}

constexpr bool lies_in(int number, int least, int most) { return number >= least && number <= most; }

constexpr int days_of(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// `Z`, or how far ahead of UTC.
constexpr bool is_time_offset(std::string_view text) {
  if (text == "Z" || text == "z") return true;
  return text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':' &&
         lies_in(number_at(text, 1, 2), 0, 23) && lies_in(number_at(text, 4, 2), 0, 59);
}

/// RFC 3339, such as 2012-10-20T07:15:20.902Z.
constexpr bool is_date_time(std::string_view text) {
  if (text.size() < 20 || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != 't') || text[13] != ':' ||
      text[16] != ':') {
    return false;
  }
  const int year = number_at(text, 0, 4);
  const int month = number_at(text, 5, 2);
  if (year < 0 || !lies_in(month, 1, 12) || !lies_in(number_at(text, 8, 2), 1, days_of(year, month)) ||
      !lies_in(number_at(text, 11, 2), 0, 23) || !lies_in(number_at(text, 14, 2), 0, 59) ||
      !lies_in(number_at(text, 17, 2), 0, 60)) {
    return false;
  }
  std::string_view rest = text.substr(19);
  if (rest.front() == '.') {
    const std::size_t end = rest.find_first_not_of("0123456789", 1);
    if (end == 1 || end == std::string_view::npos) return false;
    rest.remove_prefix(end);
  }
  return is_time_offset(rest);
}

}  // namespace detail

inline constexpr Format email{.name = "email",
                              .pattern = "",
                              .expected = "a valid email address",
                              .refusal = &error_definition("form_param_format_invalid"),
                              .matches = detail::is_email};
inline constexpr Format email_local_part{.name = "",
                                         .pattern = "^[A-Za-z0-9]{1,64}$",
                                         .expected = "a valid email address local part",
                                         .refusal = &error_definition("form_param_format_invalid"),
                                         .matches = detail::is_local_part};
inline constexpr Format http_url{.name = "uri",
                                 .pattern = "",
                                 .expected = "a valid http or https URL",
                                 .refusal = &error_definition("form_param_format_invalid"),
                                 .matches = detail::is_http_url};
inline constexpr Format origin{.name = "",
                               .pattern = "^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]+$",
                               .expected = "a valid origin",
                               .refusal = &error_definition("form_invalid_origin"),
                               .matches = detail::is_origin};
inline constexpr Format redirect_url{.name = "",
                                     .pattern = "^(?!http:)[A-Za-z][A-Za-z0-9+.-]*://[^ ]+$",
                                     .expected = "a URL that starts with https:// or with a scheme of your own",
                                     .refusal = &error_definition("form_param_format_invalid"),
                                     .matches = detail::is_redirect_url};
inline constexpr Format country_code{.name = "",
                                     .pattern = "^[A-Z]{2}$",
                                     .expected = "a two-letter ISO 3166-1 country code in upper case",
                                     .refusal = &error_definition("form_param_format_invalid"),
                                     .matches = detail::is_country_code};
inline constexpr Format npm_version{.name = "",
                                    .pattern = "^[A-Za-z0-9][A-Za-z0-9.+-]*$",
                                    .expected = "a version or tag of the npm package",
                                    .refusal = &error_definition("form_param_format_invalid"),
                                    .matches = detail::is_npm_version};
inline constexpr Format phone_number{.name = "",
                                     .pattern = "^\\+[1-9][0-9]{1,14}$",
                                     .expected = "a valid phone number according to E.164 international standard",
                                     .refusal = &error_definition("form_param_format_invalid"),
                                     .matches = detail::is_phone_number};
inline constexpr Format date_time{.name = "date-time",
                                  .pattern = "",
                                  .expected = "a time in RFC 3339 form, such as 2012-10-20T07:15:20.902Z",
                                  .refusal = &error_definition("form_param_invalid_time"),
                                  .matches = detail::is_date_time};

}  // namespace formats
}  // namespace clerk
