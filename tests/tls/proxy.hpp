#pragma once

#include "tests/tls/certificates.hpp"
#include "tests/tls/loopback_server.hpp"

#include <clerk/headers.hpp>

#include <boost/asio/ssl/context.hpp>

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::test {

/// An HTTP proxy that leads every host, whatever its name, to one port of this machine. It makes tunnels for CONNECT
/// and answers requests in absolute form itself, with 204, so that what a server would see is what it saw.
class Proxy {
 public:
  static constexpr int hang_up = -1;

  struct Options {
    std::uint16_t upstream{0};
    std::optional<Credentials> tls{};  ///< speaks TLS with clients
    std::string authorization{};       ///< demanded as Proxy-Authorization; 407 without it
    int refusal{0};                    ///< status that everything is answered with, or hang_up
  };

  struct Request {
    std::string method{};
    std::string target{};
    Headers headers{};
    int connection{0};
  };

  explicit Proxy(const Options& options);

  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  /// `user` may hold `user:password@`.
  [[nodiscard]] std::string url(std::string_view user = "") const;
  [[nodiscard]] std::string address() const { return "127.0.0.1:" + std::to_string(port()); }
  [[nodiscard]] int connections() const { return server_.connections(); }
  [[nodiscard]] std::vector<Request> requests() const;
  /// All bytes that came from clients, but for the layer of TLS that it ends itself.
  [[nodiscard]] std::string bytes_seen() const;

 private:
  template <class Stream>
  boost::asio::awaitable<void> serve(Stream& stream, int number);
  template <class Stream>
  boost::asio::awaitable<void> tunnel(Stream& stream, std::string early);
  boost::asio::awaitable<void> begin(LoopbackServer::Socket socket, int number);
  void note(std::string_view bytes);
  [[nodiscard]] int status_for(const Request& request) const;

  Options options_;
  std::optional<boost::asio::ssl::context> context_{};
  mutable std::mutex mutex_{};
  std::vector<Request> requests_{};
  std::string bytes_seen_{};
  LoopbackServer server_;  ///< last, as its thread uses the others
};

}  // namespace clerk::test
