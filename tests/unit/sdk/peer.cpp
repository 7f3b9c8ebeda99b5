#include "tests/unit/sdk/peer.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace clerk::test {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using Tcp = asio::ip::tcp;

struct Peer::State {
  explicit State(Script told) : script{std::move(told)}, acceptor{context, {asio::ip::address_v4::loopback(), 0}} {}

  template <class Condition>
  bool wait_until(Condition condition) {
    std::unique_lock lock{mutex};
    return changed.wait_for(lock, std::chrono::seconds{30}, condition);
  }
  int count(int& counter) {
    const std::lock_guard lock{mutex};
    const int value = ++counter;
    changed.notify_all();
    return value;
  }

  Script script;
  asio::io_context context{1};
  Tcp::acceptor acceptor;
  std::thread thread{};
  std::mutex mutex{};
  std::condition_variable changed{};
  int requests{0};
  int connections{0};
  int closed{0};
};

namespace {

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Peer::State& state, Tcp::socket socket, int number)
      : state_{state}, socket_{std::move(socket)}, number_{number} {}
  ~Session() { state_.count(state_.closed); }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void read() {
    constexpr std::uint64_t largest_body = 16U * 1024U * 1024U;
    parser_.emplace();
    parser_->body_limit(largest_body);
    http::async_read(socket_, buffer_, *parser_, [self = shared_from_this()](boost::system::error_code error, auto) {
      if (error) return;
      self->request_ = self->parser_->release();
      self->reply();
    });
  }

 private:
  void reply() {
    PeerRequest request{.method = std::string{request_.method_string()},
                        .target = std::string{request_.target()},
                        .body = request_.body(),
                        .connection = number_};
    for (const auto& field : request_)
      request.headers.add(std::string{field.name_string()}, std::string{field.value()});
    {
      const std::lock_guard lock{state_.mutex};
      request.number = state_.requests + 1;
    }
    const Reply reply = state_.script(request);
    state_.count(state_.requests);
    switch (reply.then) {
      case Reply::Then::answer:
        answer(reply);
        break;
      case Reply::Then::close:
        socket_.close();
        break;
      case Reply::Then::hold:
        hold();
        break;
      case Reply::Then::cut:
        cut();
        break;
    }
  }

  void answer(const Reply& reply) {
    answer_ = {};
    answer_.result(static_cast<unsigned>(reply.status));
    answer_.body() = reply.body;
    for (const Header& header : reply.headers) answer_.set(header.name, header.value);
    if (reply.status != 204) answer_.content_length(reply.body.size());
    http::async_write(socket_, answer_, [self = shared_from_this()](boost::system::error_code error, auto) {
      if (!error) self->read();
    });
  }

  // Ends when the other side closes.
  void hold() {
    socket_.async_wait(Tcp::socket::wait_read, [self = shared_from_this()](boost::system::error_code) {});
  }

  void cut() {
    static const std::string half =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"a\":";
    asio::async_write(socket_, asio::buffer(half),
                      [self = shared_from_this()](boost::system::error_code, auto) { self->socket_.close(); });
  }

  Peer::State& state_;
  Tcp::socket socket_;
  int number_;
  boost::beast::flat_buffer buffer_{};
  std::optional<http::request_parser<http::string_body>> parser_{};
  http::request<http::string_body> request_{};
  http::response<http::string_body> answer_{};
};

void accept(Peer::State& state) {
  state.acceptor.async_accept([&state](boost::system::error_code error, Tcp::socket socket) {
    if (error) return;
    socket.set_option(Tcp::no_delay{true});
    std::make_shared<Session>(state, std::move(socket), state.count(state.connections))->read();
    accept(state);
  });
}

}  // namespace

Peer::Peer(Script script) : state_{std::make_shared<State>(std::move(script))} {
  accept(*state_);
  state_->thread = std::thread{[state = state_.get()] { state->context.run(); }};
}

Peer::~Peer() {
  state_->context.stop();
  state_->thread.join();
}

std::string Peer::url() const { return "http://127.0.0.1:" + std::to_string(state_->acceptor.local_endpoint().port()); }

int Peer::requests() const {
  const std::lock_guard lock{state_->mutex};
  return state_->requests;
}

int Peer::connections() const {
  const std::lock_guard lock{state_->mutex};
  return state_->connections;
}

bool Peer::wait_for_requests(int count) const {
  return state_->wait_until([this, count] { return state_->requests >= count; });
}

bool Peer::wait_for_closed(int count) const {
  return state_->wait_until([this, count] { return state_->closed >= count; });
}

}  // namespace clerk::test
