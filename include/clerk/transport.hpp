#pragma once

#include <clerk/contract/operation.hpp>
#include <clerk/export.hpp>
#include <clerk/headers.hpp>

#include <boost/system/result.hpp>

#include <chrono>
#include <string>

namespace clerk {

/// One HTTP request. Its headers hold the key.
struct TransportRequest {
  Method method{Method::get};
  std::string url{};
  Headers headers{};
  std::string body{};
  std::chrono::milliseconds connect_timeout{0};  ///< zero means none
  std::chrono::milliseconds timeout{0};          ///< of the whole exchange; zero means none
  bool at_most_once{true};  ///< once a byte of it went out, the transport must not send it again by itself
};

/// One HTTP answer, its body decompressed.
struct TransportAnswer {
  int status{0};
  Headers headers{};
  std::string body{};
};

/// Why there is no answer.
struct TransportFailure {
  enum class Cause {
    resolve,           ///< the host's name has no address
    connect,           ///< nobody answers there
    proxy,             ///< the proxy refused
    tls,               ///< the handshake failed
    connection_lost,   ///< the connection broke
    timeout,           ///< of connecting, or of the exchange
    answer_too_large,  ///< more than the transport takes
    configuration,     ///< an option of the transport can't be used
    canceled,
    other,
  };

  Cause cause{Cause::other};
  bool sent{false};       ///< at least one byte of the request may have gone out
  bool permanent{false};  ///< trying again can't help
  std::string message{};  ///< for people; never holds the key
  int status{0};          ///< if a status line came before the failure
  Headers headers{};      ///< of that answer, as far as they came
};

using TransportResult = boost::system::result<TransportAnswer, TransportFailure>;

/// Carries requests. Configuration takes one, so that tests and special networks can bring their own.
class CLERK_EXPORT Transport {
 public:
  Transport() = default;
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;
  virtual ~Transport() = default;

  /// Sends one request and waits for its answer. Called from many threads at once. Does not follow redirects.
  [[nodiscard]] virtual TransportResult perform(const TransportRequest& request) = 0;
};

}  // namespace clerk
