#pragma once

#include "tests/tls/certificates.hpp"
#include "tests/tls/loopback_server.hpp"

#include <clerk/headers.hpp>

#include <boost/asio/ssl/context.hpp>
#include <openssl/ssl.h>

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::test {

/// A context for servers with these credentials that speaks whatever OpenSSL can still speak.
[[nodiscard]] boost::asio::ssl::context server_context(const Credentials& credentials);

/// A Clerk server behind TLS, HTTP/1.1, that answers each read with an instance and each write with 204.
class TlsPeer {
 public:
  struct Options {
    Credentials credentials{};
    int oldest{TLS1_2_VERSION};
    int newest{TLS1_3_VERSION};
    std::string client_authority{};  ///< PEM; a client must show a certificate of this authority
  };

  struct Request {
    std::string method{};
    std::string target{};
    Headers headers{};
    int connection{0};     ///< 1 for the first that was accepted
    std::string client{};  ///< name in the client's certificate
  };

  explicit TlsPeer(const Options& options);

  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  [[nodiscard]] std::string url(std::string_view host = "127.0.0.1") const;
  [[nodiscard]] int connections() const { return server_.connections(); }
  [[nodiscard]] int handshakes() const;  ///< that came to an end well
  [[nodiscard]] std::vector<Request> requests() const;
  [[nodiscard]] bool wait_for_end_of(int connections) const { return server_.wait_for_end_of(connections); }

 private:
  boost::asio::awaitable<void> serve(LoopbackServer::Socket socket, int number);

  boost::asio::ssl::context context_;
  mutable std::mutex mutex_{};
  int handshakes_{0};
  std::vector<Request> requests_{};
  LoopbackServer server_;  ///< last, as its thread uses the others
};

}  // namespace clerk::test
