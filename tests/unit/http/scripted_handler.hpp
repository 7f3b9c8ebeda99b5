#pragma once

#include "server/http/server.hpp"
#include "tests/support/comes_true.hpp"
#include "tests/unit/http/raw_client.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>

namespace clerk::server::http {

inline constexpr std::chrono::seconds patience{20};

using clerk::test::comes_true;

/// Hands things from the event loops to the test.
template <typename T>
class Mailbox {
 public:
  void put(T thing) {
    const std::scoped_lock lock{mutex_};
    things_.push_back(std::move(thing));
    arrived_.notify_one();
  }

  T take() {
    std::unique_lock lock{mutex_};
    if (!arrived_.wait_for(lock, patience, [this] { return !things_.empty(); })) {
      ADD_FAILURE() << "nothing arrived";
      return T{};
    }
    T thing = std::move(things_.front());
    things_.pop_front();
    return thing;
  }

  [[nodiscard]] bool empty() {
    const std::scoped_lock lock{mutex_};
    return things_.empty();
  }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<T> things_{};
};

struct Call {
  Request request{};
  Reply reply{};
  std::thread::id thread{};
};

/// Answers with what was asked; `/later` waits for the test to answer.
class ScriptedHandler : public Handler {
 public:
  std::function<std::optional<Response>(const RequestHead&)> early{};
  std::function<Response(const Request&)> script{};
  Mailbox<Call> later{};
  std::atomic<int> asked_early{0};
  std::atomic<int> handled{0};

  std::optional<Response> refuse_early(const RequestHead& head) override {
    ++asked_early;
    return early ? early(head) : std::nullopt;
  }

  void handle(Request request, Reply reply) override {
    ++handled;
    if (request.head.target == "/later") {
      return later.put(
          {.request = std::move(request), .reply = std::move(reply), .thread = std::this_thread::get_id()});
    }
    if (script) return reply(script(request));
    reply(Response{.body = request.head.method + " " + request.head.target + " " + request.body});
  }

  Response malformed(unsigned status) override {
    return {.status = status, .body = "malformed " + std::to_string(status)};
  }
};

class HttpServer : public testing::Test {
 protected:
  Server& start(ServerOptions options = {}) {
    server_.emplace(std::move(options), handler_);
    server_->start();
    return *server_;
  }
  [[nodiscard]] std::uint16_t port() const { return server_->port(); }

  ScriptedHandler handler_{};
  std::optional<Server> server_{};
};

inline std::string get(const std::string& target) { return "GET " + target + " HTTP/1.1\r\nHost: clerk\r\n\r\n"; }

inline std::string post_head(const std::string& headers, const std::string& target = "/") {
  return "POST " + target + " HTTP/1.1\r\nHost: clerk\r\n" + headers + "\r\n";
}

}  // namespace clerk::server::http
