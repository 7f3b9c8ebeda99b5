#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <stdexcept>
#include <string>

namespace clerk::bench {

/// The parts of `http://HOST:PORT/PATH`.
struct HttpAddress {
  std::string host{};
  std::string port{};
  std::string path{};

  /// \throws std::runtime_error
  static HttpAddress parse(const std::string& text) {
    const auto url = boost::urls::parse_uri(text);
    if (!url || url->scheme() != "http" || url->host().empty()) {
      throw std::runtime_error{text + " is no address: write it as http://127.0.0.1:4500/v1/instance"};
    }
    return {.host = url->host_address(),
            .port = url->has_port() ? std::string{url->port()} : "80",
            .path = url->path().empty() ? "/" : url->path()};
  }

  [[nodiscard]] boost::asio::ip::tcp::endpoint resolve() const {
    boost::asio::io_context context;
    boost::asio::ip::tcp::resolver resolver{context};
    return resolver.resolve(host, port).begin()->endpoint();
  }
};

}  // namespace clerk::bench
