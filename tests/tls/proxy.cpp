#include "tests/tls/proxy.hpp"

#include "tests/tls/tls_peer.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <array>
#include <utility>

namespace clerk::test {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
namespace http = boost::beast::http;
using namespace asio::experimental::awaitable_operators;

namespace {

// A head alone: a tunnel's bytes follow it at once, and a body is of no interest to what is asked of this proxy.
Proxy::Request read_head(std::string_view head, int connection) {
  http::request_parser<http::string_body> parser;
  parser.skip(true);
  boost::system::error_code error;
  parser.put(asio::buffer(head), error);
  Proxy::Request request;
  request.method = std::string{parser.get().method_string()};
  request.target = std::string{parser.get().target()};
  request.connection = connection;
  for (const auto& field : parser.get()) {
    request.headers.add(std::string{field.name_string()}, std::string{field.value()});
  }
  return request;
}

std::string answer(int status) {
  const std::string line = "HTTP/1.1 " + std::to_string(status) + " From-Proxy\r\n";
  if (status / 100 == 2) return line + "\r\n";
  const std::string challenge = status == 407 ? "Proxy-Authenticate: Basic realm=\"proxy\"\r\n" : "";
  return line + challenge + "Connection: close\r\nContent-Length: 0\r\n\r\n";
}

template <class From, class To, class Note>
asio::awaitable<void> copy(From& from, To& to, Note note) {
  std::array<char, 16384> block{};
  for (;;) {
    const std::size_t size = co_await from.async_read_some(asio::buffer(block), asio::use_awaitable);
    note(std::string_view{block.data(), size});
    const auto bytes = asio::buffer(block.data(), size);
    co_await asio::async_write(to, bytes, asio::use_awaitable);
  }
}

}  // namespace

Proxy::Proxy(const Options& options)
    : options_{options},
      context_{options.tls ? std::optional{server_context(*options.tls)} : std::nullopt},
      server_{[this](LoopbackServer::Socket socket, int number) { return begin(std::move(socket), number); }} {}

std::string Proxy::url(std::string_view user) const {
  return (options_.tls ? "https://" : "http://") + std::string{user} + address();
}

std::vector<Proxy::Request> Proxy::requests() const {
  const std::lock_guard lock{mutex_};
  return requests_;
}

std::string Proxy::bytes_seen() const {
  const std::lock_guard lock{mutex_};
  return bytes_seen_;
}

void Proxy::note(std::string_view bytes) {
  const std::lock_guard lock{mutex_};
  bytes_seen_ += bytes;
}

int Proxy::status_for(const Request& request) const {
  if (options_.refusal != 0) return options_.refusal;
  const std::string* given = request.headers.find("Proxy-Authorization");
  const bool welcome = options_.authorization.empty() || (given != nullptr && *given == options_.authorization);
  if (!welcome) return 407;
  return request.method == "CONNECT" ? 200 : 204;
}

asio::awaitable<void> Proxy::begin(LoopbackServer::Socket socket, int number) {
  if (!context_) {
    co_await serve(socket, number);
    co_return;
  }
  ssl::stream<LoopbackServer::Socket> stream{std::move(socket), *context_};
  co_await stream.async_handshake(ssl::stream_base::server, asio::use_awaitable);
  co_await serve(stream, number);
}

template <class Stream>
asio::awaitable<void> Proxy::serve(Stream& stream, int number) {
  std::string buffer;
  for (;;) {
    auto growing = asio::dynamic_buffer(buffer);
    const std::size_t size = co_await asio::async_read_until(stream, growing, "\r\n\r\n", asio::use_awaitable);
    const Request request = read_head(std::string_view{buffer}.substr(0, size), number);
    note(buffer);
    buffer.erase(0, request.method == "CONNECT" ? size : buffer.size());
    {
      const std::lock_guard lock{mutex_};
      requests_.push_back(request);
    }
    const int status = status_for(request);
    if (status == hang_up) co_return;
    const std::string text = answer(status);
    const auto bytes = asio::buffer(text);
    co_await asio::async_write(stream, bytes, asio::use_awaitable);
    if (status / 100 != 2) co_return;
    if (request.method == "CONNECT") co_return co_await tunnel(stream, std::move(buffer));
  }
}

template <class Stream>
asio::awaitable<void> Proxy::tunnel(Stream& stream, std::string early) {
  LoopbackServer::Socket upstream{co_await asio::this_coro::executor};
  const asio::ip::tcp::endpoint place{asio::ip::address_v4::loopback(), options_.upstream};
  co_await upstream.async_connect(place, asio::use_awaitable);
  const auto first = asio::buffer(early);
  co_await asio::async_write(upstream, first, asio::use_awaitable);
  const auto keep = [this](std::string_view bytes) { note(bytes); };
  const auto forget = [](std::string_view) {};
  co_await (copy(stream, upstream, keep) || copy(upstream, stream, forget));
}

}  // namespace clerk::test
