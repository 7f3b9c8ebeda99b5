#pragma once

#include <clerk/export.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clerk {

/// One header field of a request or an answer.
struct Header {
  std::string name{};
  std::string value{};

  friend bool operator==(const Header&, const Header&) = default;
};

/// Header fields in the order they came. Names compare without case.
class CLERK_EXPORT Headers {
 public:
  Headers() = default;
  Headers(std::initializer_list<Header> headers) : headers_{headers} {}

  /// Adds a field beside those of the same name.
  void add(std::string name, std::string value) { headers_.push_back({std::move(name), std::move(value)}); }

  /// Puts the field in the place of all of the same name.
  void set(std::string name, std::string value);

  /// The first value of that name, or nullptr.
  [[nodiscard]] const std::string* find(std::string_view name) const noexcept;

  [[nodiscard]] bool empty() const noexcept { return headers_.empty(); }
  [[nodiscard]] std::size_t size() const noexcept { return headers_.size(); }
  [[nodiscard]] auto begin() const noexcept { return headers_.begin(); }
  [[nodiscard]] auto end() const noexcept { return headers_.end(); }

  friend bool operator==(const Headers&, const Headers&) = default;

 private:
  std::vector<Header> headers_;
};

}  // namespace clerk
