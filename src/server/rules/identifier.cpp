#include "server/rules/identifier.hpp"

#include "server/rules/email_address.hpp"
#include "server/rules/phone_number.hpp"

#include <clerk/contract/identifier_type.hpp>

#include <algorithm>
#include <utility>

namespace clerk::server::rules {

namespace {

/// What is said of a kind of identifier.
struct KindWords {
  std::string_view name;
  std::string_view expected;  ///< completes "must be …"
};

constexpr KindWords words_of(IdentifierKind kind) {
  switch (kind) {
    case IdentifierKind::email_address:
      return {IdentifierTypes::email_address, "a valid email address"};
    case IdentifierKind::phone_number:
      return {IdentifierTypes::phone_number, "a valid phone number according to E.164 international standard"};
    case IdentifierKind::web3_wallet:
      return {IdentifierTypes::web3_wallet,
              "a valid web3 wallet address that starts with 0x and contains 40 hexadecimal characters"};
    case IdentifierKind::username:
      return {"username", "a text without blanks and control characters"};
  }
  return {};
}

constexpr bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_wallet(std::string_view text) {
  return text.size() == 42 && (text.starts_with("0x") || text.starts_with("0X")) &&
         std::ranges::all_of(text.substr(2), is_hexadecimal);
}

bool is_username(std::string_view text) {
  return !text.empty() && std::ranges::none_of(text, [](char c) { return (c >= '\0' && c <= ' ') || c == '\x7f'; });
}

}  // namespace

std::string_view name_of(IdentifierKind kind) { return words_of(kind).name; }

std::optional<Identifier> read_identifier(IdentifierKind kind, std::string_view text, bool test_mode) {
  switch (kind) {
    case IdentifierKind::email_address: {
      const auto address = read_email_address(text);
      if (address) return Identifier{.kind = kind, .folded = address->text()};
      break;
    }
    case IdentifierKind::phone_number: {
      auto number = read_phone_number(text, test_mode);
      if (number) {
        return Identifier{.kind = kind, .folded = std::move(number->e164), .country = std::move(number->country)};
      }
      break;
    }
    case IdentifierKind::web3_wallet:
      if (is_wallet(text)) return Identifier{.kind = kind, .folded = fold(text)};
      break;
    case IdentifierKind::username:
      if (is_username(text)) return Identifier{.kind = kind, .folded = fold(text)};
      break;
  }
  return std::nullopt;
}

Refusal malformed_identifier(IdentifierKind kind, std::string param, std::string value) {
  return {.definition = &error_definition("form_param_format_invalid"),
          .param = std::move(param),
          .value = std::move(value),
          .expected = std::string{words_of(kind).expected}};
}

}  // namespace clerk::server::rules
