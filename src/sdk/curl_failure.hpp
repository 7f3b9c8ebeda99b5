#pragma once

#include <clerk/configuration.hpp>
#include <clerk/transport.hpp>

#include <curl/curl.h>

namespace clerk::sdk {

/// What a code of libcurl means, apart from whether the request went out. `text` is libcurl's own description.
[[nodiscard]] TransportFailure curl_failure(CURLcode code, const char* text, const Configuration& configuration);

}  // namespace clerk::sdk
