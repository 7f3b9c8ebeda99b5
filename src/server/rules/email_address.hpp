#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clerk::server::rules {

/// The text with the ASCII capitals made small: identifiers are compared in this form. facts 3.3
[[nodiscard]] std::string fold(std::string_view text);

/// An e-mail address, folded.
struct EmailAddress {
  std::string local{};
  std::string domain{};

  [[nodiscard]] std::string text() const { return local + '@' + domain; }

  friend bool operator==(const EmailAddress&, const EmailAddress&) = default;
};

/// Folds and splits an address; nothing if the text is none.
[[nodiscard]] std::optional<EmailAddress> read_email_address(std::string_view text);

/// The address without what follows `+`, `=` or `#`, at Yahoo's domains also `-`, in its local part. An address that
/// has nothing before the separator stays as it is. facts 3.3
[[nodiscard]] EmailAddress base_address(EmailAddress address);

/// The mailbox that the address reaches, as block_email_subaddresses compares it: the base address and, at Gmail,
/// without dots. That gmail.com and googlemail.com are one mailbox is inferred. facts 3.3
[[nodiscard]] EmailAddress mailbox(const EmailAddress& address);

/// Whether test mode takes the address for one that nothing is sent to: one with the subaddress `clerk_test`. facts 3.3
[[nodiscard]] bool is_test_address(const EmailAddress& address);

}  // namespace clerk::server::rules
