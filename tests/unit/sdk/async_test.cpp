#include "tests/unit/sdk/peer.hpp"

#include <clerk/api/beta_features_api.hpp>
#include <clerk/api/instance_settings_api.hpp>
#include <clerk/async.hpp>
#include <clerk/testing/scripted_transport.hpp>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <deque>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace std::chrono_literals;
using namespace boost::asio::experimental::awaitable_operators;
namespace asio = boost::asio;
using clerk::AsyncClient;
using clerk::ErrorKind;
using clerk::InstanceSettingsApi;
using clerk::Result;
using clerk::test::Peer;
using clerk::test::PeerRequest;
using clerk::test::Reply;
using testing::HasSubstr;

const std::string instance_body = R"({"object":"instance","id":"ins_1","environment_type":"development",)"
                                  R"("allowed_origins":null,"workspace_id":null})";

Reply answer_all(const PeerRequest& request) {
  return request.method == "GET" ? Reply{.status = 200, .body = instance_body} : Reply{.status = 204};
}
Reply hold_all(const PeerRequest& /*request*/) { return {.then = Reply::Then::hold}; }

clerk::Configuration configuration_for(const Peer& peer) {
  clerk::Configuration configuration{.host = peer.url(), .access_token = "sk_test_key"};
  configuration.retries.initial = 1ms;
  return configuration;
}

/// A pool of two threads, so that what is not guarded collides.
struct Async {
  explicit Async(Peer::Script script) : peer{std::move(script)} {}
  ~Async() { pool.join(); }
  Async(const Async&) = delete;
  Async& operator=(const Async&) = delete;

  [[nodiscard]] AsyncClient client() { return AsyncClient{configuration_for(peer), pool}; }

  Peer peer;
  asio::thread_pool pool{2};
};

template <class T>
class Promise {
 public:
  [[nodiscard]] auto handler() {
    return [promise = std::exchange(promise_, {})](Result<T> result) mutable { promise.set_value(std::move(result)); };
  }
  Result<T> get() {
    if (future_.wait_for(30s) != std::future_status::ready) throw std::runtime_error{"the handler was not called"};
    return future_.get();
  }

 private:
  std::promise<Result<T>> promise_{};
  std::future<Result<T>> future_{promise_.get_future()};
};

TEST(AsyncCall, completes_a_callback_that_can_only_be_moved) {
  Async async{answer_all};
  const InstanceSettingsApi api{async.client()};
  Promise<clerk::Instance> done;
  api.async_get_instance(done.handler());
  EXPECT_EQ(done.get().value().id, "ins_1");
}

TEST(AsyncCall, completes_a_future) {
  Async async{answer_all};
  const InstanceSettingsApi api{async.client()};
  std::future<Result<void>> future = api.async_update_instance({.test_mode = true}, asio::use_future);
  EXPECT_TRUE(future.get());
}

TEST(AsyncCall, can_be_deferred_and_is_not_sent_before_it_is_launched) {
  Async async{answer_all};
  const InstanceSettingsApi api{async.client()};
  auto operation = api.async_update_instance({.test_mode = true}, asio::deferred);
  EXPECT_EQ(async.peer.requests(), 0);
  EXPECT_TRUE(std::move(operation)(asio::use_future).get());
  EXPECT_EQ(async.peer.requests(), 1);
}

TEST(AsyncCall, completes_a_coroutine) {
  Async async{answer_all};
  const InstanceSettingsApi api{async.client()};
  auto id = asio::co_spawn(
      async.pool,
      [&api]() -> asio::awaitable<std::string> {
        const clerk::UpdateInstanceRequest request{.test_mode = true, .support_email = ""};
        (co_await api.async_update_instance(request, asio::use_awaitable)).value();
        const Result<clerk::Instance> instance = co_await api.async_get_instance(asio::use_awaitable);
        co_return instance.value().id;
      },
      asio::use_future);
  EXPECT_EQ(id.get(), "ins_1");
}

TEST(AsyncCall, takes_options_for_one_call) {
  std::string version;
  Async async{[&version](const PeerRequest& request) {
    version = *request.headers.find("Clerk-API-Version");
    return answer_all(request);
  }};
  const InstanceSettingsApi api{async.client()};
  clerk::CallOptions options{.api_version = "2025-11-10"};
  EXPECT_TRUE(api.async_update_instance({}, options, asio::use_future).get());
  EXPECT_EQ(version, "2025-11-10");
  EXPECT_TRUE(api.async_get_instance(options, asio::use_future).get());
}

TEST(AsyncCall, gives_the_evidence_of_the_answer_on_request) {
  Async async{answer_all};
  const AsyncClient client = async.client();
  const auto response = client.async_send(clerk::operations::GetInstance{}, asio::use_future).get();
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 200);
  EXPECT_EQ(response->value.id, "ins_1");
}

TEST(AsyncCall, goes_with_blocking_calls_on_one_client) {
  Async async{answer_all};
  const InstanceSettingsApi api{async.client()};
  auto future = api.async_get_instance(asio::use_future);
  EXPECT_TRUE(api.get_instance());
  EXPECT_TRUE(future.get());
}

TEST(AsyncCall, reports_refusals_like_a_blocking_one) {
  Async async{[](const PeerRequest&) {
    return Reply{.status = 422, .body = R"({"errors":[{"message":"m","long_message":"l","code":"c"}]})"};
  }};
  const clerk::BetaFeaturesApi api{async.client()};
  const auto result = api.async_update_instance_auth_config({}, asio::use_future).get();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message(), api.update_instance_auth_config().error().message());
}

TEST(AsyncCall, keeps_its_connections) {
  Async async{answer_all};
  const InstanceSettingsApi api{async.client()};
  for (int i = 0; i < 20; ++i) EXPECT_TRUE(api.async_get_instance(asio::use_future).get());
  EXPECT_EQ(async.peer.connections(), 1);
}

TEST(AsyncCall, is_one_of_many_at_once) {
  Async async{answer_all};
  const InstanceSettingsApi api{async.client()};
  std::vector<std::future<Result<void>>> futures;
  for (int i = 0; i < 200; ++i) futures.push_back(api.async_update_instance({.hibp = true}, asio::use_future));
  for (auto& future : futures) EXPECT_TRUE(future.get());
  EXPECT_EQ(async.peer.requests(), 200);
}

TEST(AsyncCall, is_tried_again_after_a_refusal) {
  Async async{
      [](const PeerRequest& request) { return request.number < 3 ? Reply{.status = 429} : answer_all(request); }};
  const InstanceSettingsApi api{async.client()};
  EXPECT_TRUE(api.async_update_instance({}, asio::use_future).get());
  EXPECT_EQ(async.peer.requests(), 3);
}

TEST(AsyncCall, of_a_write_is_sent_once_when_a_kept_connection_breaks) {
  Async async{[](const PeerRequest& request) {
    return request.number == 2 ? Reply{.then = Reply::Then::close} : answer_all(request);
  }};
  const InstanceSettingsApi api{async.client()};
  EXPECT_TRUE(api.async_update_instance({}, asio::use_future).get());
  const auto result = api.async_update_instance({}, asio::use_future).get();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::outcome_unknown);
  EXPECT_EQ(async.peer.requests(), 2);
}

std::ptrdiff_t open_descriptors() {
  const std::filesystem::directory_iterator descriptors{"/proc/self/fd"};
  return std::distance(begin(descriptors), end(descriptors));
}

// libcurl closes such sockets behind the engine's back.
TEST(AsyncCall, leaves_no_descriptor_behind_when_connecting_fails) {
  Async async{answer_all};
  asio::thread_pool pool{2};
  clerk::Configuration tls = configuration_for(async.peer);
  tls.host.replace(0, 4, "https");
  tls.retries = clerk::RetryPolicy::none();
  const InstanceSettingsApi handshakes{AsyncClient{tls, pool}};
  EXPECT_EQ(handshakes.async_get_instance(asio::use_future).get().error().kind, ErrorKind::tls);
  tls.host = "http://127.0.0.1:1";
  const InstanceSettingsApi refused{AsyncClient{tls, pool}};
  EXPECT_EQ(refused.async_get_instance(asio::use_future).get().error().kind, ErrorKind::not_sent);

  const auto before = open_descriptors();
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(handshakes.async_get_instance(asio::use_future).get().error().kind, ErrorKind::tls);
    EXPECT_EQ(refused.async_get_instance(asio::use_future).get().error().kind, ErrorKind::not_sent);
  }
  EXPECT_LE(open_descriptors(), before + 5);  // the peer may not have seen the last of them go
  pool.join();
}

// The peer listens on 127.0.0.1 only; where the name has ::1 too, that is tried first.
TEST(AsyncCall, reaches_a_server_that_listens_on_one_address_of_its_name) {
  Async async{answer_all};
  clerk::Configuration configuration = configuration_for(async.peer);
  configuration.host.replace(7, 9, "localhost");
  for (int i = 0; i < 10; ++i) {
    const InstanceSettingsApi api{AsyncClient{configuration, async.pool}};
    const clerk::CallOptions options{.timeout = 20s, .retry = clerk::RetryPolicy::none()};
    const auto result = api.async_get_instance(options, asio::use_future).get();
    EXPECT_TRUE(result) << result.error().message();
  }
}

TEST(AsyncCall, runs_out_of_time) {
  Async async{hold_all};
  const InstanceSettingsApi api{async.client()};
  const clerk::CallOptions options{.timeout = 100ms};
  EXPECT_EQ(api.async_get_instance(options, asio::use_future).get().error().kind, ErrorKind::timeout);
  EXPECT_EQ(api.async_update_instance({}, options, asio::use_future).get().error().kind, ErrorKind::outcome_unknown);
}

TEST(AsyncCall, never_completes_within_the_function_that_starts_it) {
  asio::io_context context;
  const InstanceSettingsApi api{AsyncClient{clerk::Configuration{.access_token = ""}, context}};
  bool completed = false;
  asio::post(context, [&] {
    api.async_get_instance([&completed](const Result<clerk::Instance>& result) {
      completed = true;
      EXPECT_EQ(result.error().kind, ErrorKind::bad_configuration);
    });
    EXPECT_FALSE(completed);
  });
  context.run();
  EXPECT_TRUE(completed);
}

TEST(AsyncCall, completes_on_the_handler_s_own_executor) {
  Async async{answer_all};
  const InstanceSettingsApi api{async.client()};
  asio::io_context context;
  bool completed = false;
  api.async_get_instance(asio::bind_executor(context, [&](const Result<clerk::Instance>& result) {
    EXPECT_TRUE(result);
    EXPECT_TRUE(context.get_executor().running_in_this_thread());
    completed = true;
  }));
  context.run();  // the call is work of this context too
  EXPECT_TRUE(completed);
}

TEST(AsyncCall, leaves_the_context_free_to_end_when_it_is_over) {
  const Peer peer{answer_all};
  asio::io_context context;
  const InstanceSettingsApi api{AsyncClient{configuration_for(peer), context}};
  int completed = 0;
  for (int i = 0; i < 3; ++i) {
    api.async_get_instance([&completed](const Result<clerk::Instance>& result) { completed += result ? 1 : 0; });
    context.run();
    context.restart();
  }
  EXPECT_EQ(completed, 3);
  EXPECT_EQ(peer.connections(), 1);
}

TEST(AsyncCall, without_an_executor_is_an_error_that_says_what_to_do) {
  const InstanceSettingsApi api{clerk::ApiClient{clerk::Configuration{.access_token = "sk_test_key"}}};
  const auto result = api.async_get_instance(asio::use_future).get();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::bad_configuration);
  EXPECT_THAT(result.error().message(), HasSubstr("AsyncClient"));
}

TEST(AsyncCall, uses_a_transport_of_the_user_s) {
  asio::thread_pool pool{2};
  clerk::Configuration configuration{.access_token = "sk_test_key"};
  configuration.retries.initial = 1ms;
  const auto transport = std::make_shared<clerk::testing::ScriptedTransport>(
      std::deque{clerk::testing::answer(429), clerk::testing::answer(204)});
  configuration.transport = transport;
  const InstanceSettingsApi api{AsyncClient{configuration, pool}};
  EXPECT_TRUE(api.async_update_instance({}, asio::use_future).get());
  EXPECT_EQ(transport->requests().size(), 2U);
  pool.join();
}

/// A signal that is emitted where the handler runs, as Asio's slots want it.
class Canceler {
 public:
  explicit Canceler(Async& async) : strand_{asio::make_strand(async.pool)} {}

  template <class Handler>
  [[nodiscard]] auto bound(Handler handler) {
    return asio::bind_executor(strand_, asio::bind_cancellation_slot(signal_.slot(), std::move(handler)));
  }
  void emit(asio::cancellation_type type) {
    asio::post(strand_, asio::use_future([this, type] { signal_.emit(type); })).get();
  }

 private:
  asio::strand<asio::thread_pool::executor_type> strand_;
  asio::cancellation_signal signal_{};
};

TEST(AsyncCancellation, ends_a_call_under_way) {
  for (const auto type : {asio::cancellation_type::terminal, asio::cancellation_type::partial}) {
    Async async{hold_all};
    const InstanceSettingsApi api{async.client()};
    Canceler signal{async};
    Promise<void> done;
    api.async_update_instance({.hibp = true}, signal.bound(done.handler()));
    ASSERT_TRUE(async.peer.wait_for_requests(1));
    signal.emit(type);
    const auto result = done.get();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::canceled);
    EXPECT_THAT(result.error().message(), HasSubstr("may have acted"));
    EXPECT_TRUE(async.peer.wait_for_closed(1));
  }
}

TEST(AsyncCancellation, of_the_total_kind_leaves_alone_a_write_that_has_gone_out) {
  Async async{hold_all};
  const InstanceSettingsApi api{async.client()};
  Canceler signal{async};
  Promise<void> done;
  api.async_update_instance({}, signal.bound(done.handler()));
  ASSERT_TRUE(async.peer.wait_for_requests(1));
  signal.emit(asio::cancellation_type::total);
  signal.emit(asio::cancellation_type::terminal);
  EXPECT_EQ(done.get().error().kind, ErrorKind::canceled);
}

TEST(AsyncCancellation, of_the_total_kind_ends_a_read) {
  Async async{hold_all};
  const InstanceSettingsApi api{async.client()};
  Canceler signal{async};
  Promise<clerk::Instance> done;
  api.async_get_instance(signal.bound(done.handler()));
  ASSERT_TRUE(async.peer.wait_for_requests(1));
  signal.emit(asio::cancellation_type::total);
  EXPECT_EQ(done.get().error().kind, ErrorKind::canceled);
}

TEST(AsyncCancellation, ends_a_wait_between_attempts) {
  Async async{[](const PeerRequest&) { return Reply{.status = 429, .headers = {{"Retry-After", "60"}}}; }};
  std::promise<void> waiting;
  clerk::Configuration configuration = configuration_for(async.peer);
  configuration.logger = [&waiting](const clerk::LogRecord& record) {
    if (record.level == clerk::LogLevel::info) waiting.set_value();
  };
  const InstanceSettingsApi api{AsyncClient{configuration, async.pool}};
  Canceler signal{async};
  Promise<void> done;
  api.async_update_instance({}, signal.bound(done.handler()));
  ASSERT_EQ(waiting.get_future().wait_for(30s), std::future_status::ready);
  signal.emit(asio::cancellation_type::total);
  EXPECT_EQ(done.get().error().kind, ErrorKind::canceled);
}

TEST(AsyncCancellation, after_the_end_does_nothing) {
  Async async{answer_all};
  const InstanceSettingsApi api{async.client()};
  Canceler signal{async};
  Promise<void> done;
  api.async_update_instance({}, signal.bound(done.handler()));
  EXPECT_TRUE(done.get());
  signal.emit(asio::cancellation_type::all);
  EXPECT_TRUE(api.async_update_instance({}, asio::use_future).get());
}

TEST(AsyncCancellation, comes_from_a_timer_that_is_awaited_beside_the_call) {
  Async async{hold_all};
  const InstanceSettingsApi api{async.client()};
  auto won = asio::co_spawn(
      asio::make_strand(async.pool),
      [&api]() -> asio::awaitable<std::size_t> {
        asio::steady_timer timer{co_await asio::this_coro::executor, 20ms};
        const auto first =
            co_await (api.async_get_instance(asio::use_awaitable) || timer.async_wait(asio::use_awaitable));
        co_return first.index();
      },
      asio::use_future);
  EXPECT_EQ(won.get(), 1U);
}

TEST(AsyncClientDestroyed, completes_its_calls_as_canceled_each_once) {
  Async async{hold_all};
  constexpr int calls = 20;
  std::atomic<int> canceled{0};
  std::atomic<int> completed{0};
  std::promise<void> all;
  std::optional<AsyncClient> client{async.client()};
  for (int i = 0; i < calls; ++i) {
    InstanceSettingsApi{*client}.async_get_instance([&](const Result<clerk::Instance>& result) {
      if (!result && result.error().kind == ErrorKind::canceled) ++canceled;
      if (++completed == calls) all.set_value();
    });
  }
  ASSERT_TRUE(async.peer.wait_for_requests(5));
  client.reset();
  ASSERT_EQ(all.get_future().wait_for(30s), std::future_status::ready);
  EXPECT_EQ(canceled, calls);
  async.pool.join();
  EXPECT_EQ(completed, calls);
}

TEST(AsyncClientDestroyed, right_after_a_call_was_started_completes_it) {
  Async async{answer_all};
  for (int i = 0; i < 100; ++i) {
    Promise<void> done;
    InstanceSettingsApi{async.client()}.async_update_instance({}, done.handler());
    const auto result = done.get();
    if (!result) {
      EXPECT_EQ(result.error().kind, ErrorKind::canceled);
    }
  }
}

TEST(AsyncClientDestroyed, with_a_context_that_never_ran_calls_no_handler) {
  const Peer peer{answer_all};
  const auto called = std::make_shared<bool>(false);
  {
    asio::io_context context;
    const InstanceSettingsApi api{AsyncClient{configuration_for(peer), context}};
    api.async_get_instance([called](const Result<clerk::Instance>&) { *called = true; });
  }
  EXPECT_FALSE(*called);
  EXPECT_EQ(called.use_count(), 1);
}

TEST(AsyncClientDestroyed, while_a_context_was_stopped_frees_its_calls) {
  const Peer peer{hold_all};
  const auto called = std::make_shared<bool>(false);
  {
    asio::io_context context;
    {
      const InstanceSettingsApi api{AsyncClient{configuration_for(peer), context}};
      api.async_get_instance([called](const Result<clerk::Instance>&) { *called = true; });
      while (peer.requests() == 0) context.run_one_for(1s);
    }
  }
  EXPECT_FALSE(*called);
  EXPECT_EQ(called.use_count(), 1);
}

}  // namespace
