#include "server/rules/password_policy.hpp"

#include "server/rules/email_address.hpp"

#include <algorithm>
#include <string>

namespace clerk::server::rules {

namespace {

// Every byte of UTF-8 but those that continue a character.
std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

Refusals judge_password(std::string_view password, std::string_view param, std::span<const Identifier> identifiers,
                        const store::SettingsDocument& settings, const BreachedPasswords& breached) {
  Refusals refusals;
  // The refusal never holds the password.
  const auto refuse = [&](const ErrorDefinition& definition, std::size_t limit = 0) {
    refusals.push_back({.definition = &definition, .param = std::string{param}, .limit = std::to_string(limit)});
  };
  const std::size_t characters = count_characters(password);
  if (characters < fewest_password_characters) {
    refuse(error_definition("form_password_length_too_short"), fewest_password_characters);
  } else if (characters > most_password_characters) {
    refuse(error_definition("form_password_length_too_long"), most_password_characters);
  } else if (password.size() > most_password_characters) {
    refuse(error_definition("form_password_size_in_bytes_exceeded"), most_password_characters);
  }
  if (std::ranges::find(identifiers, fold(password), &Identifier::folded) != identifiers.end()) {
    refuse(error_definition("form_password_matches_identifier"));
  }
  if (refusals.empty() && settings.instance.hibp && breached.contains(password)) {
    refuse(error_definition("form_password_pwned"));
  }
  return refusals;
}

}  // namespace clerk::server::rules
