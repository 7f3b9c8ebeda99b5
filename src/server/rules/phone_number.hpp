#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clerk::server::rules {

/// A phone number in the form that is compared and kept.
struct PhoneNumber {
  std::string e164{};     ///< `+` and at most 15 digits
  std::string country{};  ///< ISO 3166-1 alpha-2; empty for a service of no country

  friend bool operator==(const PhoneNumber&, const PhoneNumber&) = default;
};

/// Reads a number with its country code, with or without blanks and punctuation; nothing if no such number can exist.
/// In test mode +1 (XXX) 555-0100 to 555-0199 do, whatever the area code. facts 3.3
[[nodiscard]] std::optional<PhoneNumber> read_phone_number(std::string_view text, bool test_mode);

}  // namespace clerk::server::rules
