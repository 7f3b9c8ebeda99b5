#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// A key. It has no stream operator and no part of the library prints it.
class Secret {
 public:
  Secret() = default;
  Secret(std::string value) : value_{std::move(value)} {}  // NOLINT(google-explicit-constructor): reads as its text
  Secret(std::string_view value) : value_{value} {}        // NOLINT(google-explicit-constructor): reads as its text
  Secret(const char* value) : value_{value == nullptr ? "" : value} {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool empty() const noexcept { return value_.empty(); }

  /// The key itself. What calls this must not log it.
  [[nodiscard]] const std::string& reveal() const noexcept { return value_; }

  friend bool operator==(const Secret&, const Secret&) = default;
  friend std::ostream& operator<<(std::ostream&, const Secret&) = delete;

 private:
  std::string value_;
};

}  // namespace clerk
