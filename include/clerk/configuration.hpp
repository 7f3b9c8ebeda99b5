#pragma once

#include <clerk/export.hpp>
#include <clerk/headers.hpp>
#include <clerk/hooks.hpp>
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
struct CLERK_EXPORT Configuration {
  /// Root of the API, with or without `/v1` at its end.
  std::string host{default_host};

  /// The instance's secret key, `sk_…`.
  Secret access_token{};

  /// \name TLS
  /// The first three say whom to trust, each in the place of the system's authorities; a file and a directory count
  /// together, and data go before a file. They hold for the server and for an `https://` proxy alike: where these have
  /// different authorities, give both. Nothing older than TLS 1.2 is spoken.
  /// \{
  std::string ssl_ca_cert{};       ///< file of trusted certificates, PEM
  std::string ssl_ca_directory{};  ///< directories of them as `openssl rehash` makes them, with `:` between
  std::string ca_cert_data{};      ///< trusted certificates themselves, PEM
  std::string cert_file{};         ///< client certificate, PEM; shown to the server, never to a proxy
  std::string key_file{};          ///< its key, PEM; empty: in cert_file
  bool verify_ssl{true};           ///< false trusts anyone, proxies too: for experiments only
  /// \}

  /// \name Proxy
  /// A URL such as `http://user:password@127.0.0.1:3128`, or with `https`. Without one the environment decides, read
  /// anew for each call: HTTPS_PROXY or ALL_PROXY (`http_proxy`, in small letters, for a root with `http://`), and
  /// NO_PROXY with names, suffixes, addresses, networks or `*`. The environment's proxy is never used for a root on
  /// this machine (`localhost`, `127.0.0.1`, `::1`), and a proxy given here always is. An `https://` root is reached
  /// through a tunnel, so that the proxy sees neither key nor content; with `http://` it sees both.
  /// \{
  std::string proxy{};
  Headers proxy_headers{};  ///< sent to the proxy, and through a tunnel to nobody else
  /// \}

  RetryPolicy retries{};
  std::size_t connection_pool_maxsize{16};  ///< connections of blocking calls; further calls wait for one
  Timeouts timeouts{};

  Headers default_headers{};  ///< sent with each request
  std::string user_agent{};   ///< goes before the library's own
  std::string api_version{default_api_version};

  Logger logger{};
  bool debug{false};  ///< log every request and answer; to standard error when there is no logger

  Hooks hooks{};  ///< for metrics and traces

  std::shared_ptr<Transport> transport{};  ///< in the place of the library's own

  /// Reads CLERK_SECRET_KEY, CLERK_API_URL, CLERK_API_VERSION, and SSL_CERT_FILE and SSL_CERT_DIR for ssl_ca_cert and
  /// ssl_ca_directory; one that is unset or empty leaves the default.
  [[nodiscard]] static Configuration from_environment();
};

}  // namespace clerk
