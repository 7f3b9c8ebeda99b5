#include "server/rules/breached_passwords.hpp"

#include "server/rules/embedded_texts.hpp"
#include "server/rules/text_lines.hpp"

namespace clerk::server::rules {

BreachedPasswords::BreachedPasswords(std::string_view text) {
  for_each_entry(text, [&](std::string_view password, std::size_t) { passwords_.emplace(password); });
}

const BreachedPasswords& BreachedPasswords::built_in() {
  static const BreachedPasswords passwords{embedded::breached_passwords};
  return passwords;
}

}  // namespace clerk::server::rules
