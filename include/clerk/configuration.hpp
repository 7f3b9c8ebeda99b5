#pragma once

#include <clerk/headers.hpp>
#include <clerk/logging.hpp>
#include <clerk/retry.hpp>
#include <clerk/secret.hpp>
#include <clerk/version.hpp>

#include <cstddef>
#include <memory>
#include <string>

namespace clerk {

class Transport;

/// How a client calls. Nothing is checked here: what can't be used is the Error of the first call.
struct Configuration {
  /// Root of the API, with or without `/v1` at its end.
  std::string host{default_host};

  /// The instance's secret key, `sk_…`.
  Secret access_token{};

  std::string ssl_ca_cert{};       ///< file of trusted certificates, PEM; empty: the system's
  std::string ssl_ca_directory{};  ///< directory of trusted certificates, hashed; empty: the system's
  std::string ca_cert_data{};      ///< trusted certificates themselves, PEM
  std::string cert_file{};         ///< client certificate, PEM
  std::string key_file{};          ///< its key, PEM; empty: in cert_file
  bool verify_ssl{true};           ///< false trusts anyone: for experiments only

  std::string proxy{};  ///< such as `http://127.0.0.1:3128`; empty: HTTPS_PROXY and NO_PROXY decide
  Headers proxy_headers{};

  RetryPolicy retries{};
  std::size_t connection_pool_maxsize{16};  ///< connections of blocking calls; further calls wait for one
  Timeouts timeouts{};

  Headers default_headers{};  ///< sent with each request
  std::string user_agent{};   ///< goes before the library's own
  std::string api_version{default_api_version};

  Logger logger{};
  bool debug{false};  ///< log every request and answer; to standard error when there is no logger

  std::shared_ptr<Transport> transport{};  ///< in the place of the library's own

  /// Reads CLERK_SECRET_KEY, CLERK_API_URL and CLERK_API_VERSION; one that is unset or empty leaves the default.
  [[nodiscard]] static Configuration from_environment();
};

}  // namespace clerk
