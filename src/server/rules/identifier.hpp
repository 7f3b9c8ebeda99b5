#pragma once

#include "server/rules/refusal.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clerk::server::rules {

enum class IdentifierKind { email_address, phone_number, web3_wallet, username };

/// The name of the kind, which is also the parameter that carries such an identifier.
[[nodiscard]] std::string_view name_of(IdentifierKind kind);

/// By what someone wants to be known, folded: case does not matter, and phone numbers are E.164.
struct Identifier {
  IdentifierKind kind{};
  std::string folded{};
  std::string country{};  ///< of a phone number, ISO 3166-1 alpha-2; empty if it has none

  friend bool operator==(const Identifier&, const Identifier&) = default;
};

/// Reads an identifier of the kind; nothing if the text is none. facts 3.2, 3.3
[[nodiscard]] std::optional<Identifier> read_identifier(IdentifierKind kind, std::string_view text, bool test_mode);

/// Says what an identifier of the kind must be. facts 4.3
[[nodiscard]] Refusal malformed_identifier(IdentifierKind kind, std::string param, std::string value);

}  // namespace clerk::server::rules
