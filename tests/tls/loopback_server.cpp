#include "tests/tls/loopback_server.hpp"

#include <boost/asio/co_spawn.hpp>

#include <chrono>
#include <exception>
#include <utility>

namespace clerk::test {

namespace asio = boost::asio;

LoopbackServer::LoopbackServer(Serve serve)
    : serve_{std::move(serve)},
      acceptor_{context_, {asio::ip::address_v4::loopback(), 0}},
      port_{acceptor_.local_endpoint().port()} {
  accept();
  thread_ = std::thread{[this] { context_.run(); }};
}

LoopbackServer::~LoopbackServer() {
  context_.stop();
  thread_.join();
}

int LoopbackServer::connections() const {
  const std::lock_guard lock{mutex_};
  return accepted_;
}

bool LoopbackServer::wait_for_end_of(int connections) const {
  std::unique_lock lock{mutex_};
  return changed_.wait_for(lock, std::chrono::seconds{30},
                           [this, connections] { return accepted_ >= connections && ended_ == accepted_; });
}

void LoopbackServer::accept() {
  acceptor_.async_accept([this](boost::system::error_code error, Socket socket) {
    if (error) return;
    socket.set_option(asio::ip::tcp::no_delay{true});
    int number = 0;
    {
      const std::lock_guard lock{mutex_};
      number = ++accepted_;
    }
    asio::co_spawn(context_, serve_(std::move(socket), number), [this](const std::exception_ptr& /*why*/) { ended(); });
    accept();
  });
}

void LoopbackServer::ended() {
  const std::lock_guard lock{mutex_};
  ++ended_;
  changed_.notify_all();
}

}  // namespace clerk::test
