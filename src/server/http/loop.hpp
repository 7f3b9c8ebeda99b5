#pragma once

#include "server/http/handler.hpp"
#include "server/http/server.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_set>

namespace clerk::server::http {

class Connection;

using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

/// Counts the open connections of all loops, so that a stop can wait for the last one.
class Population {
 public:
  void add();
  void remove();
  /// False when somebody is still there at the deadline.
  bool wait_until_empty(std::chrono::steady_clock::time_point deadline);

 private:
  std::mutex mutex_;
  std::condition_variable emptied_;
  std::size_t count_{0};
};

/// One event loop: its thread and the connections that live on it. Connections are touched by that thread only.
class Loop {
 public:
  Loop(std::size_t index, const Limits& limits, Handler& handler, Population& population);
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;
  ~Loop();

  [[nodiscard]] boost::asio::io_context& context() noexcept { return context_; }
  [[nodiscard]] bool is_this_thread() noexcept;
  [[nodiscard]] std::size_t index() const noexcept { return index_; }
  [[nodiscard]] const Limits& limits() const noexcept { return limits_; }
  [[nodiscard]] Handler& handler() noexcept { return handler_; }

  // From any thread.
  void run();
  void post(std::function<void()> function);
  void adopt(Socket socket, std::uint64_t number, std::weak_ptr<Loop> self);
  void retire();  ///< idle connections close, the others after their answer
  void end();     ///< what is left is cut
  void join();

  // From the loop's thread.
  void forget(const std::shared_ptr<Connection>& connection);
  [[nodiscard]] const std::string& date();

 private:
  void open(Socket socket, std::uint64_t number, std::weak_ptr<Loop> self);

  std::size_t index_;
  Limits limits_;
  Handler& handler_;
  Population& population_;
  boost::asio::io_context context_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
  // After the context, so that sockets die before it does.
  std::unordered_set<std::shared_ptr<Connection>> connections_{};
  bool retiring_{false};
  bool ended_{false};
  long long dated_second_{-1};
  std::string date_{};
  std::thread thread_{};
};

}  // namespace clerk::server::http
