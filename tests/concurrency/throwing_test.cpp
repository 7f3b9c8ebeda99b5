// What one call meets with on its way stays its own.
#include "tests/concurrency/clients.hpp"

#include <clerk/testing/scripted_transport.hpp>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/execution.hpp>
#include <boost/asio/post.hpp>

#include <deque>
#include <memory>
#include <new>
#include <utility>

namespace {

using namespace clerk::concurrency;
using clerk::AsyncClient;
using clerk::ErrorKind;
using clerk::operations::UpdateInstance;

/// An io_context's executor that has no memory for the function with a certain number.
class Failing {
 public:
  struct Plan {
    int executions{0};
    int fails_at{0};
  };

  Failing(asio::io_context::executor_type real, Plan& plan) : real_{std::move(real)}, plan_{&plan} {}

  [[nodiscard]] asio::execution_context& query(asio::execution::context_t) const noexcept { return real_.context(); }
  static constexpr auto query(asio::execution::blocking_t) noexcept { return asio::execution::blocking.never; }
  [[nodiscard]] Failing require(asio::execution::blocking_t::never_t) const { return *this; }

  template <class Function>
  void execute(Function function) const {
    if (++plan_->executions == plan_->fails_at) throw std::bad_alloc{};
    asio::post(real_, std::move(function));
  }

  friend bool operator==(const Failing& a, const Failing& b) noexcept { return a.real_ == b.real_; }
  [[maybe_unused]] friend bool operator!=(const Failing& a, const Failing& b) noexcept { return !(a == b); }

 private:
  asio::io_context::executor_type real_;
  Plan* plan_;
};

/// Each call throws something else.
class Throwing : public clerk::Transport {
 public:
  clerk::TransportResult perform(const clerk::TransportRequest&) override {
    if (++calls_ % 2 == 0) throw std::bad_alloc{};
    throw 1;  // NOLINT: not even an exception
  }

 private:
  int calls_{0};
};

TEST(ATransportThatThrows, fails_the_call_in_which_it_does) {
  asio::io_context context;
  auto configuration = configuration_for("http://127.0.0.1");
  configuration.transport = std::make_shared<Throwing>();
  const AsyncClient client{configuration, context};
  int failed = 0;
  for (int i = 0; i < 4; ++i) {
    client.async_send(UpdateInstance{}, [&failed](const auto& result) { failed += result ? 0 : 1; });
    EXPECT_FALSE(client.send(UpdateInstance{}));
  }
  context.run();
  EXPECT_EQ(failed, 4);
}

// The first function is the one that begins the calls; those that follow hand each of them to the transport.
TEST(AnExecutorWithoutMemory, takes_one_call_and_not_those_that_begin_with_it) {
  constexpr int calls = 5;
  for (int fails_at = 2; fails_at <= calls + 1; ++fails_at) {
    SCOPED_TRACE(fails_at);
    Failing::Plan plan{.fails_at = fails_at};
    asio::io_context context;
    auto configuration = configuration_for("http://127.0.0.1");
    configuration.transport =
        std::make_shared<clerk::testing::ScriptedTransport>(std::deque{clerk::testing::answer(204)});
    const AsyncClient client{configuration, asio::any_io_executor{Failing{context.get_executor(), plan}}};
    int succeeded = 0;
    int failed = 0;
    for (int i = 0; i < calls; ++i) {
      client.async_send(UpdateInstance{}, [&](const auto& result) { ++(result ? succeeded : failed); });
    }
    context.run();
    EXPECT_EQ(failed, 1);
    EXPECT_EQ(succeeded, calls - 1);
  }
}

}  // namespace
