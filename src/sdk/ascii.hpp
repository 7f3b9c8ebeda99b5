#pragma once

#include <algorithm>
#include <string>
#include <string_view>

// Characters as HTTP sees them, whatever the locale says.
namespace clerk::sdk {

constexpr char lower(char character) noexcept {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

constexpr bool is_digit(char character) noexcept { return character >= '0' && character <= '9'; }

constexpr bool is_control(char character) noexcept {
  const auto code = static_cast<unsigned char>(character);
  return code < 0x20 || code == 0x7F;
}

/// Equal but for case.
constexpr bool same_text(std::string_view left, std::string_view right) noexcept {
  return std::ranges::equal(left, right, {}, lower, lower);
}

constexpr bool is_blank(char character) noexcept {
  return character == ' ' || character == '\t' || character == '\r' || character == '\n';
}

constexpr std::string_view trim(std::string_view text) noexcept {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace clerk::sdk
