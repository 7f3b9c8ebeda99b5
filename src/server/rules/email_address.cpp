#include "server/rules/email_address.hpp"

#include <clerk/contract/formats.hpp>

#include <algorithm>
#include <array>

namespace clerk::server::rules {

namespace {

constexpr std::array<std::string_view, 3> yahoo_brands{"ymail.com", "rocketmail.com", "y7mail.com"};

constexpr bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

// yahoo.com and Yahoo's country domains: yahoo.fr, yahoo.co.uk, yahoo.com.br.
bool is_yahoo(std::string_view domain) {
  if (std::ranges::find(yahoo_brands, domain) != yahoo_brands.end()) return true;
  constexpr std::string_view yahoo = "yahoo.";
  if (!domain.starts_with(yahoo)) return false;
  domain.remove_prefix(yahoo.size());
  if (domain == "com") return true;
  for (const std::string_view second_level : {"co.", "com."}) {
    if (domain.starts_with(second_level)) domain.remove_prefix(second_level.size());
  }
  return domain.size() == 2 && std::ranges::all_of(domain, is_small_letter);
}

bool is_gmail(std::string_view domain) { return domain == "gmail.com" || domain == "googlemail.com"; }

}  // namespace

std::string fold(std::string_view text) {
  std::string folded{text};
  std::ranges::transform(folded, folded.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return folded;
}

std::optional<EmailAddress> read_email_address(std::string_view text) {
  if (!formats::email.matches(text)) return std::nullopt;
  const std::size_t at = text.rfind('@');
  return EmailAddress{.local = fold(text.substr(0, at)), .domain = fold(text.substr(at + 1))};
}

EmailAddress base_address(EmailAddress address) {
  const std::size_t separator = address.local.find_first_of(is_yahoo(address.domain) ? "+=#-" : "+=#");
  if (separator != std::string::npos && separator > 0) address.local.resize(separator);
  return address;
}

EmailAddress mailbox(const EmailAddress& address) {
  EmailAddress reached = base_address(address);
  if (is_gmail(reached.domain)) {
    std::erase(reached.local, '.');
    reached.domain = "gmail.com";
  }
  return reached;
}

bool is_test_address(const EmailAddress& address) {
  std::string_view rest = address.local;
  for (std::size_t plus = rest.find('+'); plus != std::string_view::npos; plus = rest.find('+')) {
    rest.remove_prefix(plus + 1);
    if (rest.substr(0, rest.find('+')) == "clerk_test") return true;
  }
  return false;
}

}  // namespace clerk::server::rules
