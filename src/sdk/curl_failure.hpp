#pragma once

#include "sdk/client_settings.hpp"

#include <clerk/transport.hpp>

#include <curl/curl.h>

#include <string_view>

namespace clerk::sdk {

/// What libcurl tells of a transfer that failed.
struct CurlReport {
  CURLcode code{CURLE_OK};
  std::string_view text{};     ///< its own description, or empty
  long proxy_status{0};        ///< of the proxy's last answer to CONNECT; 0 without one
  long port{0};                ///< that the connection was made to: the proxy's if there is one
  long new_connections{0};     ///< 0 when a kept one was used
  bool before_request{false};  ///< failed while the connection was being made
};

/// What that means, apart from whether the request went out. The text never holds the password of a proxy.
[[nodiscard]] TransportFailure curl_failure(const CurlReport& report, const ClientSettings& settings);

}  // namespace clerk::sdk
