// A call is canceled at each of its stages, in each way in which calls are canceled.
#include "tests/concurrency/clients.hpp"
#include "tests/concurrency/raw_listener.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_future.hpp>

#include <atomic>
#include <future>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <tuple>

namespace {

using namespace clerk::concurrency;
using clerk::AsyncClient;
using clerk::ErrorKind;
using clerk::Result;
using clerk::field::stall;
using clerk::operations::UpdateInstance;

using Outcome = Result<clerk::Response<void>>;

/// Brings a client's first call to one stage and holds it there; the second succeeds, or ends as `second` says.
class Stage {
 public:
  Stage() = default;
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
  virtual ~Stage() = default;

  [[nodiscard]] virtual clerk::Configuration configuration() = 0;
  [[nodiscard]] virtual UpdateInstance first() const { return {}; }
  /// Returns when the call is there.
  virtual void reach() = 0;
  /// After the first call: whatever held it ends.
  virtual void let_go() {}
  /// While the second call is under way.
  virtual void serve_second() {}
  virtual void expect_second(const Outcome& outcome) const { EXPECT_TRUE(outcome) << outcome.error().message(); }
};

class Connecting : public Stage {
 public:
  Connecting() { listener_.fill(); }
  clerk::Configuration configuration() override {
    auto configuration = configuration_for("http://" + listener_.address());
    configuration.hooks.on_request = [this](const auto&) { before_.store(open_descriptors()); };
    return configuration;
  }
  void reach() override {
    ASSERT_TRUE(comes_true([this] { return before_ > 0 && open_descriptors() > before_; }));
  }
  void let_go() override { listener_.empty(); }
  void serve_second() override { listener_.answer_next(clerk::field::answer(204)); }

 private:
  RawListener listener_{};
  std::atomic<std::ptrdiff_t> before_{0};
};

class Handshake : public Stage {
 public:
  clerk::Configuration configuration() override {
    auto configuration = configuration_for("https://" + listener_.address());
    configuration.retries = clerk::RetryPolicy::none();
    return configuration;
  }
  void reach() override { listener_.take_one_byte(); }
  void let_go() override { listener_.drop(); }
  void serve_second() override { listener_.refuse_next(); }
  void expect_second(const Outcome& outcome) const override {
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().kind, ErrorKind::tls) << outcome.error().message();
  }

 private:
  RawListener listener_{};
};

class Sending : public Stage {
 public:
  clerk::Configuration configuration() override { return configuration_for("http://" + listener_.address()); }
  UpdateInstance first() const override {
    constexpr std::size_t more_than_the_system_buffers = std::size_t{15} * 1024 * 1024;
    return {{.support_email = std::string(more_than_the_system_buffers, 'a')}};
  }
  void reach() override { listener_.take_one_byte(); }
  void let_go() override { listener_.drop(); }
  void serve_second() override { listener_.answer_next(clerk::field::answer(204)); }

 private:
  RawListener listener_{};
};

/// The first request is followed by these steps, each other by success.
class AfterTheRequest : public Stage {
 public:
  explicit AfterTheRequest(Steps steps)
      : peer_{[steps = std::move(steps)](const SeenRequest& request) {
          return request.number == 1 ? steps : clerk::field::succeed(request);
        }} {}
  clerk::Configuration configuration() override { return configuration_for(peer_.url()); }
  void reach() override { ASSERT_TRUE(peer_.wait_for_stalled(1)); }

 private:
  HostilePeer peer_;
};

class BackOff : public Stage {
 public:
  clerk::Configuration configuration() override {
    auto configuration = configuration_for(peer_.url());
    configuration.hooks.on_retry = [this](const auto&, auto) { waiting_ = true; };
    return configuration;
  }
  void reach() override {
    ASSERT_TRUE(comes_true([this] { return waiting_.load(); }));
  }

 private:
  HostilePeer peer_{[](const SeenRequest& request) {
    return request.number == 1 ? Steps{clerk::field::send(clerk::field::answer(429, "", {{"Retry-After", "60"}}))}
                               : clerk::field::succeed(request);
  }};
  std::atomic<bool> waiting_{false};
};

struct NamedStage {
  const char* name;
  std::unique_ptr<Stage> (*make)();
};
void PrintTo(const NamedStage& stage, std::ostream* out) { *out << stage.name; }  // NOLINT: the name that gtest wants

const NamedStage stages[] = {
    {"connecting", [] { return std::unique_ptr<Stage>{std::make_unique<Connecting>()}; }},
    {"in_the_tls_handshake", [] { return std::unique_ptr<Stage>{std::make_unique<Handshake>()}; }},
    {"with_half_of_the_request_sent", [] { return std::unique_ptr<Stage>{std::make_unique<Sending>()}; }},
    {"awaiting_the_head", [] { return std::unique_ptr<Stage>{std::make_unique<AfterTheRequest>(Steps{stall()})}; }},
    {"with_half_of_the_answer_read",
     [] {
       const Steps half{clerk::field::send(clerk::field::head(200, {{"Content-Length", "100"}}) + "{\"a\":"), stall()};
       return std::unique_ptr<Stage>{std::make_unique<AfterTheRequest>(half)};
     }},
    {"waiting_between_attempts", [] { return std::unique_ptr<Stage>{std::make_unique<BackOff>()}; }},
};

/// A call's handler, which counts, and the signal that cancels it.
class OneCall {
 public:
  explicit OneCall(asio::io_context& context) : strand_{asio::make_strand(context)} {}

  [[nodiscard]] auto handler() {
    return [this, alive = alive_](const Outcome& outcome) {
      outcome_ = outcome;
      ++completions_;
    };
  }
  void start(const AsyncClient& client, const UpdateInstance& operation) {
    client.async_send(operation, asio::bind_executor(strand_, asio::bind_cancellation_slot(signal_.slot(), handler())));
  }
  void cancel() {
    asio::post(strand_, asio::use_future([this] { signal_.emit(asio::cancellation_type::terminal); })).get();
  }
  [[nodiscard]] bool wait() const {
    return comes_true([this] { return completions_ > 0; });
  }
  [[nodiscard]] int completions() const { return completions_; }
  [[nodiscard]] const Outcome& outcome() const { return *outcome_; }
  [[nodiscard]] bool handler_is_gone() const { return alive_.use_count() == 1; }

 private:
  asio::strand<asio::io_context::executor_type> strand_;
  asio::cancellation_signal signal_{};
  std::shared_ptr<int> alive_{std::make_shared<int>(0)};
  std::optional<Outcome> outcome_{};
  std::atomic<int> completions_{0};
};

void expect_canceled_once(const OneCall& call) {
  ASSERT_TRUE(call.wait());
  ASSERT_FALSE(call.outcome());
  EXPECT_EQ(call.outcome().error().kind, ErrorKind::canceled) << call.outcome().error().message();
  EXPECT_EQ(call.completions(), 1);
}

class Canceled : public testing::TestWithParam<NamedStage> {
 protected:
  static void expect_descriptors(std::ptrdiff_t as_before) {
    EXPECT_TRUE(comes_true([as_before] { return open_descriptors() == as_before; }))
        << open_descriptors() << ", " << as_before << " before";
  }

  std::unique_ptr<Stage> stage_{GetParam().make()};
  std::ptrdiff_t without_pool_{open_descriptors()};
  std::optional<Pool> pool_{std::in_place, 2};
  std::ptrdiff_t without_client_{open_descriptors()};
  std::optional<AsyncClient> client_{std::in_place, stage_->configuration(), pool_->context()};
  std::ptrdiff_t with_client_{open_descriptors()};
  std::optional<OneCall> call_{std::in_place, pool_->context()};
};

std::string name_of(const testing::TestParamInfo<NamedStage>& stage) { return stage.param.name; }

INSTANTIATE_TEST_SUITE_P(, Canceled, testing::ValuesIn(stages), name_of);

TEST_P(Canceled, by_its_slot_it_leaves_nothing_and_a_client_that_works) {
  call_->start(*client_, stage_->first());
  ASSERT_NO_FATAL_FAILURE(stage_->reach());
  call_->cancel();
  expect_canceled_once(*call_);
  stage_->let_go();
  const bool keeps_a_connection = std::string_view{GetParam().name} == "waiting_between_attempts";
  if (!keeps_a_connection) expect_descriptors(with_client_);

  auto second = client_->async_send(UpdateInstance{}, asio::use_future);
  stage_->serve_second();
  stage_->expect_second(second.get());
  client_.reset();
  pool_->finish();
  EXPECT_EQ(call_->completions(), 1);
  EXPECT_TRUE(call_->handler_is_gone());
}

TEST_P(Canceled, by_the_end_of_its_client_it_leaves_nothing) {
  call_->start(*client_, stage_->first());
  ASSERT_NO_FATAL_FAILURE(stage_->reach());
  client_.reset();
  expect_canceled_once(*call_);
  stage_->let_go();
  pool_->finish();
  EXPECT_EQ(call_->completions(), 1);
  EXPECT_TRUE(call_->handler_is_gone());
  expect_descriptors(without_client_);
}

TEST_P(Canceled, by_the_end_of_its_context_it_leaves_nothing_and_calls_nobody) {
  const auto handler = std::make_shared<int>(0);
  // The handler holds the client, as a coroutine does.
  client_->async_send(stage_->first(), [client = *client_, handler](const Outcome&) { ++*handler; });
  ASSERT_NO_FATAL_FAILURE(stage_->reach());
  client_.reset();
  call_.reset();
  pool_.reset();
  EXPECT_EQ(*handler, 0);
  EXPECT_EQ(handler.use_count(), 1);
  stage_->let_go();
  expect_descriptors(without_pool_);
}

TEST(CanceledBeforeItBegins, it_sends_nothing) {
  const HostilePeer peer{clerk::field::succeed};
  asio::io_context context;
  {
    const AsyncClient client{configuration_for(peer.url()), context};
    asio::cancellation_signal signal;
    bool canceled = false;
    client.async_send(UpdateInstance{},
                      asio::bind_cancellation_slot(signal.slot(), [&canceled](const Outcome& outcome) {
                        ASSERT_FALSE(outcome);
                        canceled = outcome.error().kind == ErrorKind::canceled;
                      }));
    signal.emit(asio::cancellation_type::terminal);
    context.run();
    EXPECT_TRUE(canceled);
  }
  EXPECT_EQ(peer.requests(), 0);
}

TEST(CanceledAfterItsEnd, it_stays_as_it_was) {
  const HostilePeer peer{clerk::field::succeed};
  Pool pool{2};
  {
    const AsyncClient client{configuration_for(peer.url()), pool.context()};
    OneCall call{pool.context()};
    call.start(client, UpdateInstance{});
    ASSERT_TRUE(call.wait());
    call.cancel();
    EXPECT_TRUE(client.async_send(UpdateInstance{}, asio::use_future).get());
    EXPECT_TRUE(call.outcome());
    EXPECT_EQ(call.completions(), 1);
  }
}

// Whether the answer or the cancellation is first is left to chance.
TEST(CanceledAtTheMomentOfItsEnd, it_completes_once) {
  const HostilePeer peer{clerk::field::succeed};
  Pool pool{3};
  const AsyncClient client{configuration_for(peer.url()), pool.context()};
  for (int i = 0; i < (sanitized ? 100 : 400); ++i) {
    OneCall call{pool.context()};
    call.start(client, UpdateInstance{});
    for (int spin = 0; spin < i; ++spin) std::this_thread::yield();
    call.cancel();
    ASSERT_TRUE(call.wait());
    if (!call.outcome()) {
      ASSERT_EQ(call.outcome().error().kind, ErrorKind::canceled);
    }
    ASSERT_EQ(call.completions(), 1);
  }
}

}  // namespace
