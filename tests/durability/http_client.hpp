#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clerk::testing {

struct HttpAnswer {
  unsigned status{};
  std::string retry_after{};
  std::string body{};
};

/// One kept connection to a server on this machine. It never sends a request a second time: whether one was carried
/// out is what is asked here.
class HttpClient {
 public:
  HttpClient(std::uint16_t port, std::string secret_key) : port_{port}, secret_key_{std::move(secret_key)} {}
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// Connects when there is no connection.
  /// \return nothing when the connection could not be made or ended without an answer
  [[nodiscard]] std::optional<HttpAnswer> send(std::string_view method, std::string_view target, std::string body = {});
  [[nodiscard]] std::optional<HttpAnswer> get(std::string_view target) { return send("GET", target); }
  [[nodiscard]] std::optional<HttpAnswer> patch(std::string_view target, std::string body) {
    return send("PATCH", target, std::move(body));
  }

 private:
  [[nodiscard]] bool connected();
  /// Runs the one operation that was started, to its end. \return whether it succeeded
  template <class Start>
  [[nodiscard]] bool run(const Start& start);

  std::uint16_t port_;
  std::string secret_key_;
  boost::asio::io_context context_{1};
  std::optional<boost::beast::tcp_stream> stream_{};
  boost::beast::flat_buffer buffer_{};
};

}  // namespace clerk::testing
