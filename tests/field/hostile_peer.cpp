#include "tests/field/hostile_peer.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace clerk::field {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::use_awaitable;
using Tcp = asio::ip::tcp;

namespace {

std::string url_of(unsigned short port) { return "http://127.0.0.1:" + std::to_string(port); }

constexpr asio::steady_timer::time_point never = asio::steady_timer::time_point::max();

}  // namespace

struct HostilePeer::State {
  State(Script told, Receive received)
      : script{std::move(told)},
        receive{std::move(received)},
        acceptor{context, {asio::ip::address_v4::loopback(), 0}},
        gate{context, never} {}

  template <class Condition>
  bool wait_until(Condition condition) {
    std::unique_lock lock{mutex};
    return changed.wait_for(lock, std::chrono::seconds{30}, condition);
  }
  int count(int& counter) {
    const std::lock_guard lock{mutex};
    changed.notify_all();
    return ++counter;
  }
  int value_of(const int& counter) {
    const std::lock_guard lock{mutex};
    return counter;
  }

  Script script;
  Receive receive;
  asio::io_context context{1};
  Tcp::acceptor acceptor;
  asio::steady_timer gate;           ///< what stalls waits at it
  std::deque<Tcp::socket> unread{};  ///< kept open
  std::thread thread{};
  std::mutex mutex{};
  std::condition_variable changed{};
  std::vector<SeenRequest> seen{};  ///< these five under mutex
  int requests{0};
  int connections{0};
  int stalled{0};
  int closed{0};
};

namespace {

using State = HostilePeer::State;

void abort_connection(Tcp::socket& socket) {
  socket.set_option(asio::socket_base::linger{true, 0});
  socket.close();
}

asio::awaitable<void> stall_on(State& state, Tcp::socket& socket) {
  using namespace asio::experimental::awaitable_operators;
  state.count(state.stalled);
  boost::system::error_code ignored;
  co_await (state.gate.async_wait(asio::redirect_error(use_awaitable, ignored)) ||
            socket.async_wait(Tcp::socket::wait_read, use_awaitable));
}

asio::awaitable<void> drip_on(Tcp::socket& socket, const Step& step) {
  asio::steady_timer timer{socket.get_executor()};
  for (const char& byte : step.bytes) {
    co_await asio::async_write(socket, asio::buffer(&byte, 1), use_awaitable);
    timer.expires_after(step.pause);
    co_await timer.async_wait(use_awaitable);
  }
}

asio::awaitable<void> perform(State& state, Tcp::socket& socket, const Step& step) {
  switch (step.kind) {
    case Step::Kind::send:
      co_await asio::async_write(socket, asio::buffer(step.bytes), use_awaitable);
      break;
    case Step::Kind::drip:
      co_await drip_on(socket, step);
      break;
    case Step::Kind::stall:
      co_await stall_on(state, socket);
      break;
    case Step::Kind::close:
      socket.shutdown(Tcp::socket::shutdown_both);
      socket.close();
      break;
    case Step::Kind::reset:
      abort_connection(socket);
      break;
  }
}

SeenRequest note(State& state, const http::request<http::string_body>& read, int connection) {
  SeenRequest request{.method = std::string{read.method_string()},
                      .target = std::string{read.target()},
                      .body = read.body(),
                      .connection = connection};
  for (const auto& field : read) request.headers.add(std::string{field.name_string()}, std::string{field.value()});
  const std::lock_guard lock{state.mutex};
  request.number = ++state.requests;
  state.seen.push_back(request);
  state.changed.notify_all();
  return request;
}

asio::awaitable<void> serve(State& state, Tcp::socket& socket, int connection) {
  constexpr std::uint64_t largest_body = 16U * 1024U * 1024U;
  boost::beast::flat_buffer buffer;
  while (socket.is_open()) {
    http::request_parser<http::string_body> parser;
    parser.body_limit(largest_body);
    co_await http::async_read(socket, buffer, parser, use_awaitable);
    const Steps steps = state.script(note(state, parser.get(), connection));
    for (const Step& step : steps) co_await perform(state, socket, step);
  }
}

asio::awaitable<void> converse(State& state, Tcp::socket socket, int connection) {
  try {
    co_await serve(state, socket, connection);
  } catch (const boost::system::system_error&) {
    // The other side is gone.
  }
  boost::system::error_code ignored;
  socket.close(ignored);
  state.count(state.closed);
}

void receive(State& state, Tcp::socket socket, int connection) {
  socket.set_option(Tcp::no_delay{true});
  switch (state.receive ? state.receive(connection) : Reception::reads) {
    case Reception::reads:
      asio::co_spawn(state.context, converse(state, std::move(socket), connection), asio::detached);
      break;
    case Reception::never_reads:
      state.unread.push_back(std::move(socket));
      break;
    case Reception::resets:
      abort_connection(socket);
      state.count(state.closed);
      break;
  }
}

void accept(State& state) {
  state.acceptor.async_accept([&state](boost::system::error_code error, Tcp::socket socket) {
    if (error) return;
    receive(state, std::move(socket), state.count(state.connections));
    accept(state);
  });
}

}  // namespace

Step send(std::string bytes) { return {.kind = Step::Kind::send, .bytes = std::move(bytes)}; }
Step drip(std::string bytes, std::chrono::milliseconds pause) {
  return {.kind = Step::Kind::drip, .bytes = std::move(bytes), .pause = pause};
}
Step stall() { return {.kind = Step::Kind::stall}; }
Step close() { return {.kind = Step::Kind::close}; }
Step reset() { return {.kind = Step::Kind::reset}; }

HostilePeer::HostilePeer(Script script, Receive receive)
    : state_{std::make_unique<State>(std::move(script), std::move(receive))} {
  accept(*state_);
  state_->thread = std::thread{[state = state_.get()] { state->context.run(); }};
}

HostilePeer::~HostilePeer() {
  state_->context.stop();
  state_->thread.join();
}

std::string HostilePeer::url() const { return url_of(state_->acceptor.local_endpoint().port()); }
int HostilePeer::requests() const { return state_->value_of(state_->requests); }
int HostilePeer::connections() const { return state_->value_of(state_->connections); }

std::vector<SeenRequest> HostilePeer::seen() const {
  const std::lock_guard lock{state_->mutex};
  return state_->seen;
}

void HostilePeer::go_on() {
  asio::post(state_->context, [state = state_.get()] { state->gate.cancel(); });
}

bool HostilePeer::wait_for_requests(int count) const {
  return state_->wait_until([this, count] { return state_->requests >= count; });
}
bool HostilePeer::wait_for_connections(int count) const {
  return state_->wait_until([this, count] { return state_->connections >= count; });
}
bool HostilePeer::wait_for_stalled(int count) const {
  return state_->wait_until([this, count] { return state_->stalled >= count; });
}
bool HostilePeer::wait_for_closed(int count) const {
  return state_->wait_until([this, count] { return state_->closed >= count; });
}

/// Bound and not listening: the system refuses connections and gives the port to nobody else.
struct ClosedPort::Socket {
  asio::io_context context{1};
  Tcp::socket socket{context, {asio::ip::address_v4::loopback(), 0}};
};

ClosedPort::ClosedPort() : socket_{std::make_unique<Socket>()} {}
ClosedPort::~ClosedPort() = default;
std::string ClosedPort::url() const { return url_of(socket_->socket.local_endpoint().port()); }

}  // namespace clerk::field
