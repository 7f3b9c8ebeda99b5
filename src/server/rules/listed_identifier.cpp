#include "server/rules/listed_identifier.hpp"

#include "server/rules/email_address.hpp"

#include <clerk/contract/formats.hpp>

namespace clerk::server::rules {

namespace {

constexpr std::string_view any_address = "*@";
constexpr std::string_view any_address_below = "*@*.";

// A whole top-level domain can be meant only by what lies below it.
bool is_domain_pattern(ListKind list, std::string_view text) {
  if (text.starts_with(any_address_below)) {
    return list == ListKind::blocklist && formats::detail::is_host_name(text.substr(any_address_below.size()), 1);
  }
  return text.starts_with(any_address) && formats::detail::is_host_name(text.substr(any_address.size()), 2);
}

void add_address_keys(ListKind list, const EmailAddress& address, std::vector<std::string>& keys) {
  if (list == ListKind::blocklist) {
    // What is left before a separator need not be an address: `j.+x` has the base `j.`, which no entry can name.
    std::string base = base_address(address).text();
    if (base != keys.front() && read_email_address(base)) keys.push_back(std::move(base));
  }
  keys.push_back(std::string{any_address} + address.domain);
  if (list == ListKind::allowlist) return;
  std::string_view parent = address.domain;
  for (std::size_t dot = parent.find('.'); dot != std::string_view::npos; dot = parent.find('.')) {
    parent.remove_prefix(dot + 1);
    keys.push_back(std::string{any_address_below}.append(parent));
  }
}

}  // namespace

std::optional<Identifier> read_listed_identifier(ListKind list, std::string_view text) {
  using enum IdentifierKind;
  if (is_domain_pattern(list, text)) return Identifier{.kind = email_address, .folded = fold(text)};
  // Test numbers may be listed whether test mode is on or not: an entry outlives the mode.
  for (const IdentifierKind kind : {email_address, phone_number, web3_wallet}) {
    if (auto identifier = read_identifier(kind, text, true)) return identifier;
  }
  return std::nullopt;
}

Refusal unlistable_identifier(std::string value) {
  return {.definition = &error_definition("form_param_format_invalid"),
          .param = "identifier",
          .value = std::move(value),
          .expected =
              "either a valid email address, a valid phone number according to E.164 international standard "
              "or a valid web3 wallet"};
}

std::vector<std::string> list_keys(ListKind list, const Identifier& identifier) {
  // No list takes usernames.
  if (identifier.kind == IdentifierKind::username) return {};
  std::vector<std::string> keys{identifier.folded};
  if (identifier.kind == IdentifierKind::email_address) {
    if (const auto address = read_email_address(identifier.folded)) add_address_keys(list, *address, keys);
  }
  return keys;
}

}  // namespace clerk::server::rules
