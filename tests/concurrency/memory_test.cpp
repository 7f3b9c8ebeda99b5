// Memory after many calls is what it was after a few.
#include "tests/concurrency/clients.hpp"
#include "tests/tls/loopback_server.hpp"

#include <clerk/testing/scripted_transport.hpp>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace {

using namespace clerk::concurrency;
using clerk::AsyncClient;
using clerk::operations::GetInstance;
using clerk::operations::UpdateInstance;

constexpr int call_count = sanitized ? 5'000 : 100'000;
/// A leak of one byte in twenty calls would be more.
constexpr std::size_t tolerated = std::size_t{call_count} / 20;

/// Answers each request at once and remembers none.
class Answering : public clerk::Transport {
 public:
  clerk::TransportResult perform(const clerk::TransportRequest& request) override {
    if (request.method != clerk::Method::get) return clerk::testing::answer(204);
    return clerk::testing::answer(200, clerk::field::instance_body(), {{"Content-Type", "application/json"}});
  }
};

/// A server that does no more than it must, and remembers nothing.
class QuietPeer {
 public:
  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }

 private:
  static asio::awaitable<void> serve(asio::ip::tcp::socket socket) {
    const std::string answer = clerk::field::json_answer(200, clerk::field::instance_body());
    std::string received;
    for (;;) {
      received.erase(
          0, co_await asio::async_read_until(socket, asio::dynamic_buffer(received), "\r\n\r\n", asio::use_awaitable));
      co_await asio::async_write(socket, asio::buffer(answer), asio::use_awaitable);
    }
  }

  clerk::test::LoopbackServer server_{[](asio::ip::tcp::socket socket, int) { return serve(std::move(socket)); }};
};

/// Makes calls and looks at the heap after the first tenth of them and after them all. `make` makes so many.
template <class Make>
void expect_no_growth(Make make) {
  make(call_count / 10);
  const std::size_t after_some = heap_bytes();
  make(call_count - call_count / 10);
  EXPECT_LE(heap_bytes(), after_some + tolerated) << "bytes, " << after_some << " before";
}

/// A chain of calls, each started by the handler of the one before.
class Chain {
 public:
  explicit Chain(clerk::Configuration configuration) : client_{std::move(configuration), context_} {}

  void operator()(int calls) {
    left_ = calls;
    next();
    context_.run();
    context_.restart();
    EXPECT_EQ(left_, 0);
  }

 private:
  void next() {
    client_.async_send(GetInstance{}, [this](const auto& result) {
      ASSERT_TRUE(result) << result.error().message();
      if (--left_ > 0) next();
    });
  }

  asio::io_context context_{1};
  AsyncClient client_;
  int left_{0};
};

clerk::Configuration answering() {
  clerk::Configuration configuration{.access_token = "sk_test_key"};
  configuration.transport = std::make_shared<Answering>();
  return configuration;
}

auto blocking_calls(const clerk::ApiClient& client) {
  return [client](int calls) {
    for (int i = 0; i < calls; ++i) ASSERT_TRUE(client.send(GetInstance{}));
  };
}

TEST(Memory, does_not_grow_over_blocking_calls) { expect_no_growth(blocking_calls(clerk::ApiClient{answering()})); }

TEST(Memory, does_not_grow_over_asynchronous_calls) { expect_no_growth(Chain{answering()}); }

TEST(Memory, does_not_grow_over_blocking_calls_to_a_server) {
  const QuietPeer peer;
  expect_no_growth(blocking_calls(clerk::ApiClient{configuration_for(peer.url())}));
}

TEST(Memory, does_not_grow_over_asynchronous_calls_to_a_server) {
  const QuietPeer peer;
  Chain chain{configuration_for(peer.url())};
  expect_no_growth([&chain](int calls) { chain(calls); });
}

TEST(Memory, does_not_grow_over_refusals_and_retries) {
  class Refusing : public clerk::Transport {
   public:
    clerk::TransportResult perform(const clerk::TransportRequest&) override {
      if (++number_ % 2 == 1) return clerk::testing::answer(429, "", {{"Retry-After", "0"}});
      return clerk::testing::answer(422, clerk::field::refusal_body());
    }

   private:
    int number_{0};
  };
  clerk::Configuration configuration = answering();
  configuration.transport = std::make_shared<Refusing>();
  configuration.retries = {.initial = 0ms, .cap = 0ms};
  const clerk::ApiClient client{configuration};
  expect_no_growth([&](int calls) {
    for (int i = 0; i < calls / 10; ++i) {
      const auto result = client.send(UpdateInstance{});
      ASSERT_FALSE(result);
      ASSERT_EQ(result.error().status, 422);
      ASSERT_EQ(result.error().attempts.size(), 2U);
    }
  });
}

// Each takes its connection with it.
TEST(Memory, does_not_grow_over_canceled_calls) {
  const HostilePeer peer{[](const SeenRequest&) { return Steps{clerk::field::stall()}; }};
  asio::io_context context{1};
  const AsyncClient client{configuration_for(peer.url()), context};
  auto cancel_one = [&, number = 0]() mutable {
    asio::cancellation_signal signal;
    bool canceled = false;
    context.restart();
    client.async_send(GetInstance{}, asio::bind_cancellation_slot(signal.slot(), [&canceled](const auto& result) {
                        canceled = !result && result.error().kind == clerk::ErrorKind::canceled;
                      }));
    ++number;
    while (peer.requests() < number) context.poll();
    signal.emit(asio::cancellation_type::terminal);
    context.run();
    ASSERT_TRUE(canceled);
    ASSERT_TRUE(peer.wait_for_closed(number));
  };
  for (int i = 0; i < 200; ++i) ASSERT_NO_FATAL_FAILURE(cancel_one());
  const std::size_t after_some = heap_bytes();
  constexpr int more = 1000;
  constexpr std::size_t seen_by_the_peer = 1500;  // it keeps each request: its texts and its seven headers
  for (int i = 0; i < more; ++i) ASSERT_NO_FATAL_FAILURE(cancel_one());
  EXPECT_LE(heap_bytes(), after_some + more * seen_by_the_peer);
}

}  // namespace
