#include "server/http/server.hpp"

#include "server/http/loop.hpp"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <mutex>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

namespace clerk::server::http {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;

constexpr std::chrono::milliseconds accept_pause{100};

std::string_view advice(const Error& error) {
  if (error == asio::error::address_in_use) return "stop the program that listens there, or choose another port";
  if (error == asio::error::access_denied) return "choose a port from 1024 on, or run with the right to use this one";
  return "choose an address of this machine, such as 127.0.0.1 or ::1";
}

[[noreturn]] void throw_cant_listen(const ServerOptions& options, const Error& error) {
  throw std::runtime_error{"can't listen on " + options.address + " port " + std::to_string(options.port) + " (" +
                           error.message() + "): " + std::string{advice(error)}};
}

tcp::endpoint find_endpoint(asio::io_context& context, const ServerOptions& options) {
  std::string_view host = options.address;
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  Error error;
  const auto address = asio::ip::make_address(host, error);
  if (!error) return {address, options.port};
  tcp::resolver resolver{context};
  const auto found = resolver.resolve(host, std::to_string(options.port), tcp::resolver::passive, error);
  if (error || found.empty()) throw_cant_listen(options, error ? error : Error{asio::error::host_not_found});
  return found.begin()->endpoint();
}

}  // namespace

class Server::Impl {
 public:
  Impl(ServerOptions options, Handler& handler)
      : options_{std::move(options)},
        loops_{make_loops(options_, handler, population_)},
        acceptor_{loops_.front()->context()},
        pause_{loops_.front()->context()} {
    listen();
  }

  [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
  [[nodiscard]] std::size_t loops() const noexcept { return loops_.size(); }

  void start() {
    const std::scoped_lock lock{mutex_};
    if (started_ || stopped_) return;
    started_ = true;
    for (const auto& loop : loops_) loop->run();
    asio::post(loops_.front()->context(), [this] { accept(); });
  }

  void stop() {
    const std::scoped_lock lock{mutex_};
    if (stopped_) return;
    stopped_ = true;
    if (!started_) {
      Error ignored;
      acceptor_.close(ignored);
      return;
    }
    const auto deadline = std::chrono::steady_clock::now() + options_.limits.stop_deadline;
    population_.add();  // the acceptor: a connection it has just taken is not missed
    asio::post(loops_.front()->context(), [this] { retire(); });
    population_.wait_until_empty(deadline);
    for (const auto& loop : loops_) loop->end();
    for (const auto& loop : loops_) loop->join();
  }

  void post(std::size_t loop, std::function<void()> function) {
    loops_[loop % loops_.size()]->post(std::move(function));
  }

 private:
  using Acceptor = asio::basic_socket_acceptor<tcp, asio::io_context::executor_type>;

  static std::vector<std::shared_ptr<Loop>> make_loops(const ServerOptions& options, Handler& handler,
                                                       Population& population) {
    std::vector<std::shared_ptr<Loop>> loops;
    for (std::size_t index = 0; index < std::max<std::size_t>(1, options.loops); ++index) {
      loops.push_back(std::make_shared<Loop>(index, options.limits, handler, population));
    }
    return loops;
  }

  void listen() {
    const tcp::endpoint endpoint = find_endpoint(loops_.front()->context(), options_);
    try {
      acceptor_.open(endpoint.protocol());
      acceptor_.set_option(Acceptor::reuse_address{true});  // after a restart, old connections still hold the port
      acceptor_.bind(endpoint);
      acceptor_.listen();
      port_ = acceptor_.local_endpoint().port();
    } catch (const boost::system::system_error& error) {
      throw_cant_listen(options_, error.code());
    }
  }

  void accept() {
    acceptor_.async_accept(loops_[turn_]->context(),
                           [this](const Error& error, Socket socket) { take(error, std::move(socket)); });
  }

  void take(const Error& error, Socket socket) {
    if (!acceptor_.is_open()) return;
    if (error && error != asio::error::connection_aborted) return pause();
    if (!error) {
      loops_[turn_]->adopt(std::move(socket), ++connections_, loops_[turn_]);
      turn_ = (turn_ + 1) % loops_.size();
    }
    accept();
  }

  // No file descriptors, most likely: asking again at once would only burn the core.
  void pause() {
    pause_.expires_after(accept_pause);
    pause_.async_wait([this](const Error& error) {
      if (!error && acceptor_.is_open()) accept();
    });
  }

  void retire() {
    Error ignored;
    acceptor_.close(ignored);
    pause_.cancel();
    for (const auto& loop : loops_) loop->retire();
    population_.remove();
  }

  ServerOptions options_;
  Population population_;
  std::vector<std::shared_ptr<Loop>> loops_;
  Acceptor acceptor_;
  asio::steady_timer pause_;
  std::uint16_t port_{0};
  std::size_t turn_{0};
  std::uint64_t connections_{0};
  std::mutex mutex_;
  bool started_{false};
  bool stopped_{false};
};

Server::Server(ServerOptions options, Handler& handler) : impl_{std::make_unique<Impl>(std::move(options), handler)} {}

Server::~Server() { stop(); }

std::uint16_t Server::port() const noexcept { return impl_->port(); }
std::size_t Server::loops() const noexcept { return impl_->loops(); }
void Server::start() { impl_->start(); }
void Server::stop() { impl_->stop(); }
void Server::post(std::size_t loop, std::function<void()> function) { impl_->post(loop, std::move(function)); }

}  // namespace clerk::server::http
