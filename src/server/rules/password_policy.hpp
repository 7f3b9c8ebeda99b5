#pragma once

#include "server/rules/breached_passwords.hpp"
#include "server/rules/identifier.hpp"
#include "server/store/settings_document.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace clerk::server::rules {

inline constexpr std::size_t fewest_password_characters = 8;  ///< facts 3.2
/// Characters and bytes alike: bcrypt reads no more.
inline constexpr std::size_t most_password_characters = 72;

/// What is wrong with a new password of an account with these identifiers: everything at once, but whether it is known
/// from a breach is asked last, only while `hibp` is on. `param` is the field that carries it. facts 3.2, 3.3, 4.3
[[nodiscard]] Refusals judge_password(std::string_view password, std::string_view param,
                                      std::span<const Identifier> identifiers, const store::SettingsDocument& settings,
                                      const BreachedPasswords& breached);

}  // namespace clerk::server::rules
