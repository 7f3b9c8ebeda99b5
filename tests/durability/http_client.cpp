#include "tests/durability/http_client.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http.hpp>
#include <gtest/gtest.h>

#include <chrono>

namespace clerk::testing {

namespace asio = boost::asio;
namespace http = boost::beast::http;

namespace {

// A server that hangs is a fault of its own, not an answer that is missing.
constexpr std::chrono::seconds patience{30};

}  // namespace

template <class Start>
bool HttpClient::run(const Start& start) {
  boost::system::error_code result;
  stream_->expires_after(patience);
  start([&result](const boost::system::error_code& error, auto&&...) { result = error; });
  context_.restart();
  context_.run();
  EXPECT_FALSE(result == boost::beast::error::timeout) << "the server hangs";
  if (result) stream_.reset();
  return !result;
}

bool HttpClient::connected() {
  if (stream_) return true;
  buffer_.clear();
  stream_.emplace(context_);
  const asio::ip::tcp::endpoint server{asio::ip::make_address("127.0.0.1"), port_};
  return run([&](auto done) { stream_->async_connect(server, std::move(done)); });
}

std::optional<HttpAnswer> HttpClient::send(std::string_view method, std::string_view target, std::string body) {
  if (!connected()) return std::nullopt;
  http::request<http::string_body> request{http::string_to_verb(method), target, 11};
  request.set(http::field::host, "127.0.0.1");
  request.set(http::field::authorization, "Bearer " + secret_key_);
  if (!body.empty()) request.set(http::field::content_type, "application/json");
  request.body() = std::move(body);
  request.prepare_payload();
  if (!run([&](auto done) { http::async_write(*stream_, request, std::move(done)); })) return std::nullopt;

  http::response<http::string_body> response;
  if (!run([&](auto done) { http::async_read(*stream_, buffer_, response, std::move(done)); })) return std::nullopt;
  if (!response.keep_alive()) stream_.reset();
  return HttpAnswer{.status = response.result_int(),
                    .retry_after = std::string{response[http::field::retry_after]},
                    .body = std::move(response.body())};
}

}  // namespace clerk::testing
