#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>

namespace clerk::test {

/// Accepts connections on a free port of 127.0.0.1, on a thread of its own, and has each served by a coroutine.
class LoopbackServer {
 public:
  using Socket = boost::asio::ip::tcp::socket;
  /// The number is 1 for the first connection. What it throws ends that connection alone.
  using Serve = std::function<boost::asio::awaitable<void>(Socket socket, int number)>;

  explicit LoopbackServer(Serve serve);
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;
  ~LoopbackServer();

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] int connections() const;

  /// Waits until so many connections have been accepted and all are over; false after half a minute.
  [[nodiscard]] bool wait_for_end_of(int connections) const;

 private:
  void accept();
  void ended();

  Serve serve_;
  boost::asio::io_context context_{1};
  boost::asio::ip::tcp::acceptor acceptor_;
  std::uint16_t port_;
  mutable std::mutex mutex_{};
  mutable std::condition_variable changed_{};
  int accepted_{0};
  int ended_{0};
  std::thread thread_{};
};

}  // namespace clerk::test
