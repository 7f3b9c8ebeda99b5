#pragma once

#include "server/http/handler.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace clerk::server::http {

struct Limits {
  std::chrono::milliseconds head_deadline{10'000};  ///< from the first byte of a head to its end
  std::chrono::milliseconds idle_deadline{75'000};  ///< between requests of a kept connection
  std::chrono::milliseconds write_deadline{10'000};
  std::chrono::milliseconds stop_deadline{5'000};
  std::chrono::milliseconds drain_deadline{2'000};
  std::size_t min_body_rate{1024};  ///< bytes a second, after a grace of one head_deadline
  std::size_t max_head_bytes{16 * 1024};
  std::size_t max_body_bytes{1U << 20U};
  std::size_t max_drain_bytes{256 * 1024};
};

struct ServerOptions {
  std::string address{"127.0.0.1"};
  std::uint16_t port{0};  ///< 0 picks a free one
  std::size_t loops{1};
  Limits limits{};
};

/// An HTTP/1.1 server: one acceptor hands connections in turn to event loops that have a thread each.
class Server {
 public:
  /// Binds and listens; no request is taken before start().
  /// \throws std::runtime_error naming address and port when it can't listen there
  Server(ServerOptions options, Handler& handler);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();  ///< stops

  [[nodiscard]] std::uint16_t port() const noexcept;
  [[nodiscard]] std::size_t loops() const noexcept;

  void start();

  /// Takes no new connections, lets requests in flight finish within the stop deadline, then ends the loops.
  /// From any thread but a loop's; more than once does nothing.
  void stop();

  /// Runs the function on that loop. From any thread.
  void post(std::size_t loop, std::function<void()> function);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace clerk::server::http
