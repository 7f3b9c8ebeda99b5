#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace clerk::server::rules {

/// Passwords that are known from data breaches. The real API asks a service that knows hundreds of millions; offline
/// only the best-known are. Immutable once made.
class BreachedPasswords {
 public:
  /// Reads one password a line; blank lines and what follows `#` are left out.
  explicit BreachedPasswords(std::string_view text);

  /// The list that is compiled in.
  [[nodiscard]] static const BreachedPasswords& built_in();

  [[nodiscard]] bool contains(std::string_view password) const { return passwords_.contains(password); }
  [[nodiscard]] std::size_t size() const noexcept { return passwords_.size(); }

 private:
  std::set<std::string, std::less<>> passwords_;
};

}  // namespace clerk::server::rules
