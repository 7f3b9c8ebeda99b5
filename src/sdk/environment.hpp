#pragma once

#include <string>
#include <string_view>

namespace clerk::sdk {

/// Null when the variable is unset or empty: CI systems set what they do not know to the empty text.
[[nodiscard]] const char* variable(const char* name) noexcept;

/// A variable of the environment and its value.
struct NamedValue {
  std::string_view name{};
  std::string value{};
};

/// The proxy that libcurl takes from the environment for a URL of that scheme unless NO_PROXY speaks against it; empty
/// when there is none. `HTTP_PROXY` in capitals does not count: a CGI program gets it from whoever calls it.
[[nodiscard]] NamedValue proxy_variable(std::string_view scheme);

}  // namespace clerk::sdk
