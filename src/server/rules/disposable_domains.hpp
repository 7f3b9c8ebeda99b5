#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

namespace clerk::server::rules {

/// A list of domains that cannot be read; `what()` names the line.
class UnreadableDomains : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Domains whose addresses are thrown away after use, for block_disposable_email_domains. Immutable once made.
class DisposableDomains {
 public:
  /// Reads one domain a line; blank lines and what follows `#` are left out, case and order do not matter.
  /// \throws UnreadableDomains
  explicit DisposableDomains(std::string_view text);

  /// The list that is compiled in.
  [[nodiscard]] static const DisposableDomains& built_in();

  /// Whether the domain or one that it lies in is listed; one look-up a label.
  [[nodiscard]] bool contains(std::string_view domain) const;
  [[nodiscard]] std::size_t size() const noexcept { return domains_.size(); }

 private:
  std::set<std::string, std::less<>> domains_;
};

}  // namespace clerk::server::rules
