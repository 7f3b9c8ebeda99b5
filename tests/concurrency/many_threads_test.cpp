// One client under the calls of many threads.
#include "tests/concurrency/clients.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>

#include <atomic>
#include <future>
#include <memory>
#include <random>
#include <string>

namespace {

using namespace clerk::concurrency;
using clerk::AsyncClient;
using clerk::ErrorKind;
using clerk::InstanceSettingsApi;
using clerk::operations::GetInstance;
using clerk::operations::UpdateInstance;
using clerk::operations::UpdateInstanceOrganizationSettings;

constexpr int thread_count = 32;
constexpr int calls_each = sanitized ? 10 : 30;

/// The name of a call, sent as a header and given back in the answer.
constexpr const char* mark = "X-Mark";

std::string echo(const SeenRequest& request) { return *request.headers.find(mark); }

std::string answer_with_id(const std::string& id) {
  return clerk::field::json_answer(200, R"({"object":"instance","id":")" + id +
                                            R"(","environment_type":"development","allowed_origins":null,)"
                                            R"("workspace_id":null})");
}

/// Every second request goes wrong in one of many ways; what then comes is the answer to that very request.
Steps answer_unreliably(const SeenRequest& request) {
  using namespace clerk::field;
  switch (request.number % 10) {
    case 1:
      return {send(answer(429, "", {{"Retry-After", "0"}}))};
    case 3:
      return {send(answer(503))};
    case 5:
      if (request.method == "GET") return {reset()};
      break;
    case 7:
      if (request.method == "GET") return {send(head(200, {{"Content-Length", "100"}}) + "{\"id\":"), close()};
      break;
    case 9:
      return {drip("HTTP", 1ms),
              send(answer(422, R"({"errors":[{"message":")" + echo(request) + R"(","code":"c"}]})").substr(4))};
    default:
      break;
  }
  if (request.method == "GET") return {send(answer_with_id(echo(request)))};
  return {send(answer(204, "", {{"X-Clerk-Trace-Id", echo(request)}}))};
}

clerk::CallOptions marked(const std::string& name) {
  return {.headers = {{mark, name}}, .retry = clerk::RetryPolicy{.max_attempts = 30, .initial = 1ms, .cap = 2ms}};
}

/// That the result, good or bad, is of the call with that name.
void expect_own(const clerk::Result<clerk::Response<clerk::Instance>>& result, const std::string& name) {
  if (result) {
    EXPECT_EQ(result->value.id, name);
  } else {
    ASSERT_EQ(result.error().status, 422) << result.error().message();
    EXPECT_EQ(result.error().errors.at(0).message, name);
  }
}

void expect_own(const clerk::Result<clerk::Response<void>>& result, const std::string& name) {
  if (result) {
    EXPECT_EQ(*result->headers.find("X-Clerk-Trace-Id"), name);
  } else if (result.error().kind == ErrorKind::http && result.error().status == 422) {
    EXPECT_EQ(result.error().errors.at(0).message, name);
  } else {
    // A kept connection that the peer broke after another thread's read may cost a write its answer.
    EXPECT_EQ(result.error().status, 503) << result.error().message();
  }
}

TEST(ThirtyTwoThreads, get_each_its_own_answers_from_one_blocking_client) {
  const HostilePeer peer{answer_unreliably};
  const clerk::ApiClient client{configuration_for(peer.url())};
  std::atomic<int> answered{0};
  on_threads(thread_count, [&](int thread) {
    for (int i = 0; i < calls_each; ++i) {
      const std::string name = std::to_string(thread) + "." + std::to_string(i);
      if (i % 3 == 0) {
        expect_own(client.send(UpdateInstance{}, marked(name)), name);
      } else {
        expect_own(client.send(GetInstance{}, marked(name)), name);
      }
      ++answered;
    }
  });
  EXPECT_EQ(answered, thread_count * calls_each);
  EXPECT_LE(peer.connections(), peer.requests());
}

TEST(ThirtyTwoThreads, that_share_two_connections_wait_for_one_another) {
  const HostilePeer peer{
      [](const SeenRequest& request) { return Steps{clerk::field::send(answer_with_id(echo(request)))}; }};
  auto configuration = configuration_for(peer.url());
  configuration.connection_pool_maxsize = 2;
  const clerk::ApiClient client{configuration};
  on_threads(thread_count, [&](int thread) {
    for (int i = 0; i < calls_each; ++i) {
      const std::string name = std::to_string(thread) + "." + std::to_string(i);
      expect_own(client.send(GetInstance{}, marked(name)), name);
    }
  });
  EXPECT_LE(peer.connections(), 2);
  EXPECT_EQ(peer.requests(), thread_count * calls_each);
}

/// What became of the calls: how many were completed, and whether any of them twice.
class Tally {
 public:
  explicit Tally(std::size_t calls) : completions_(calls) {}

  template <class Value>
  void note(std::size_t call, const clerk::Result<clerk::Response<Value>>& result, const std::string& name) {
    ++completions_[call];
    if (!result && result.error().kind == ErrorKind::canceled) {
      ++canceled_;
    } else {
      expect_own(result, name);
    }
    ++completed_;
  }
  void expect_each_once() const {
    for (const auto& count : completions_) ASSERT_EQ(count, 1);
  }
  [[nodiscard]] int canceled() const { return canceled_; }
  [[nodiscard]] std::size_t completed() const { return completed_; }

 private:
  std::vector<std::atomic<int>> completions_;
  std::atomic<int> canceled_{0};
  std::atomic<std::size_t> completed_{0};
};

using Strand = asio::strand<asio::io_context::executor_type>;

/// A signal lives until its handler was called, as Asio asks.
struct Cancelable {
  explicit Cancelable(asio::io_context& context) : strand{asio::make_strand(context)} {}
  Strand strand;
  asio::cancellation_signal signal{};
};

void cancel_later(const std::shared_ptr<Cancelable>& cancelable, std::chrono::microseconds delay) {
  const auto timer = std::make_shared<asio::steady_timer>(cancelable->strand, delay);
  timer->async_wait(
      [cancelable, timer](boost::system::error_code) { cancelable->signal.emit(asio::cancellation_type::terminal); });
}

/// Starts calls in turn by callback, future and coroutine, and lets half of the first and last be canceled.
class Starter {
 public:
  Starter(const AsyncClient& client, asio::io_context& context, Tally& tally)
      : client_{client}, context_{context}, tally_{tally} {}

  void start(std::size_t call, std::minstd_rand& random) {
    const std::string name = std::to_string(call);
    const auto cancelable = std::make_shared<Cancelable>(context_);
    if (call % 4 == 0) {
      by_future(call, name);
      return;
    }
    call % 4 == 1 ? by_coroutine(call, name, cancelable) : by_callback(call, name, cancelable);
    if (random() % 2 == 0) cancel_later(cancelable, std::chrono::microseconds{random() % 5000});
  }

 private:
  void by_future(std::size_t call, const std::string& name) {
    auto future = client_.async_send(GetInstance{}, marked(name), asio::use_future);
    ASSERT_EQ(future.wait_for(60s), std::future_status::ready);
    tally_.note(call, future.get(), name);
  }

  void by_callback(std::size_t call, const std::string& name, const std::shared_ptr<Cancelable>& cancelable) {
    client_.async_send(UpdateInstance{}, marked(name),
                       asio::bind_executor(cancelable->strand, asio::bind_cancellation_slot(
                                                                   cancelable->signal.slot(),
                                                                   [this, call, name, cancelable](const auto& result) {
                                                                     tally_.note(call, result, name);
                                                                   })));
  }

  void by_coroutine(std::size_t call, const std::string& name, const std::shared_ptr<Cancelable>& cancelable) {
    asio::co_spawn(
        cancelable->strand,
        [this, call, name]() -> asio::awaitable<void> {
          const clerk::CallOptions options = marked(name);
          const GetInstance operation;
          // Else a cancellation on the way in would end the coroutine instead of the call.
          co_await asio::this_coro::throw_if_cancelled(false);
          const auto result = co_await client_.async_send(operation, options, asio::use_awaitable);
          tally_.note(call, result, name);
        },
        asio::bind_cancellation_slot(cancelable->signal.slot(),
                                     [cancelable](const std::exception_ptr& thrown) { EXPECT_FALSE(thrown); }));
  }

  const AsyncClient& client_;
  asio::io_context& context_;
  Tally& tally_;
};

TEST(ThirtyTwoThreads, start_calls_on_one_asynchronous_client_that_all_complete_once_though_half_are_canceled) {
  const HostilePeer peer{answer_unreliably};
  Pool pool{4};
  Tally tally{static_cast<std::size_t>(thread_count * calls_each)};
  {
    const AsyncClient client{configuration_for(peer.url()), pool.context()};
    Starter starter{client, pool.context(), tally};
    on_threads(thread_count, [&](int thread) {
      std::minstd_rand random{static_cast<unsigned>(thread) + 1};
      for (int i = 0; i < calls_each; ++i) starter.start(static_cast<std::size_t>(thread * calls_each + i), random);
    });
    EXPECT_TRUE(comes_true([&tally] { return tally.completed() == thread_count * calls_each; }));
  }
  pool.finish();
  tally.expect_each_once();
  EXPECT_GT(tally.canceled(), 0);
}

}  // namespace
