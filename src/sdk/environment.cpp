#include "sdk/environment.hpp"

#include <clerk/configuration.hpp>

#include <array>
#include <cstdlib>

namespace clerk::sdk {

const char* variable(const char* name) noexcept {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : nullptr;
}

NamedValue proxy_variable(std::string_view scheme) {
  constexpr std::array for_http{"http_proxy", "all_proxy", "ALL_PROXY"};
  constexpr std::array for_https{"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};
  const auto first_of = [](const auto& names) {
    for (const char* name : names) {
      if (const char* value = variable(name)) return NamedValue{name, value};
    }
    return NamedValue{};
  };
  return scheme == "https" ? first_of(for_https) : first_of(for_http);
}

}  // namespace clerk::sdk

namespace clerk {

Configuration Configuration::from_environment() {
  using sdk::variable;
  Configuration configuration;
  if (const char* key = variable("CLERK_SECRET_KEY")) configuration.access_token = key;
  if (const char* url = variable("CLERK_API_URL")) configuration.host = url;
  if (const char* api_version = variable("CLERK_API_VERSION")) configuration.api_version = api_version;
  if (const char* file = variable("SSL_CERT_FILE")) configuration.ssl_ca_cert = file;
  if (const char* directory = variable("SSL_CERT_DIR")) configuration.ssl_ca_directory = directory;
  return configuration;
}

}  // namespace clerk
