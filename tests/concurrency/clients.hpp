#pragma once

#include "tests/concurrency/process.hpp"
#include "tests/field/answers.hpp"
#include "tests/field/hostile_peer.hpp"
#include "tests/support/comes_true.hpp"

#include <clerk/api/instance_settings_api.hpp>
#include <clerk/async.hpp>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace clerk::concurrency {

using namespace std::chrono_literals;
namespace asio = boost::asio;
using field::HostilePeer;
using field::SeenRequest;
using field::Steps;
using test::comes_true;

/// A client of that address whose waits between attempts are short.
inline Configuration configuration_for(std::string url) {
  Configuration configuration{.host = std::move(url), .access_token = "sk_test_key"};
  configuration.retries.initial = 1ms;
  return configuration;
}

/// Threads that run a context, so that a test can let it go with calls under way.
class Pool {
 public:
  explicit Pool(int threads) {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { context_.run(); });
  }
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;
  ~Pool() {
    work_.reset();
    context_.stop();
    join();
  }

  /// Until all that was started on it is over.
  void finish() {
    work_.reset();
    join();
  }
  [[nodiscard]] asio::io_context& context() noexcept { return context_; }

 private:
  void join() {
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

  asio::io_context context_{};
  asio::ip::tcp::socket unused_{context_};  ///< has the context open its own descriptors at once
  asio::executor_work_guard<asio::io_context::executor_type> work_{context_.get_executor()};
  std::vector<std::thread> threads_{};
};

/// The function on so many threads at once, each with its number from 0.
template <class Function>
void on_threads(int count, Function function) {
  std::vector<std::thread> threads;
  threads.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) threads.emplace_back([&function, i] { function(i); });
  for (std::thread& thread : threads) thread.join();
}

}  // namespace clerk::concurrency
