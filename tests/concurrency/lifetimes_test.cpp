// Clients that come and go while calls run.
#include "tests/concurrency/clients.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <memory>
#include <optional>

namespace {

using namespace clerk::concurrency;
using clerk::AsyncClient;
using clerk::ErrorKind;
using clerk::InstanceSettingsApi;
using clerk::operations::GetInstance;
using clerk::operations::UpdateInstance;

constexpr int rounds = sanitized ? 20 : 100;

TEST(CopiesOfAClient, come_and_go_on_many_threads_while_calls_run) {
  const HostilePeer peer{clerk::field::succeed};
  Pool pool{2};
  std::atomic<int> asynchronous{0};
  {
    const AsyncClient original{configuration_for(peer.url()), pool.context()};
    on_threads(16, [&](int) {
      for (int i = 0; i < rounds; ++i) {
        const auto copy = std::make_unique<AsyncClient>(original);
        EXPECT_TRUE(InstanceSettingsApi{*copy}.update_instance({.test_mode = true}));
        copy->async_send(GetInstance{}, [&asynchronous](const auto& result) { asynchronous += result ? 1 : 0; });
      }
    });
    EXPECT_TRUE(comes_true([&asynchronous] { return asynchronous == 16 * rounds; }));
  }
  pool.finish();
  EXPECT_EQ(peer.requests(), 2 * 16 * rounds);
}

TEST(ClientsOfEachThread, come_and_go_beside_one_another) {
  const HostilePeer peer{clerk::field::succeed};
  Pool pool{2};
  std::atomic<int> completed{0};
  on_threads(8, [&](int) {
    for (int i = 0; i < rounds / 10; ++i) {
      const AsyncClient client{configuration_for(peer.url()), pool.context()};
      EXPECT_TRUE(client.send(UpdateInstance{}));
      client.async_send(GetInstance{}, [&completed](const auto& result) {
        if (!result) {
          EXPECT_EQ(result.error().kind, ErrorKind::canceled);
        }
        ++completed;
      });
    }
  });
  pool.finish();
  EXPECT_EQ(completed, 8 * (rounds / 10));
}

// A member function holds no handle of its own, so the thread that calls must: what may go is every other.
TEST(TheLastOtherHandle, may_go_while_a_blocking_call_waits) {
  HostilePeer peer{[](const SeenRequest& request) {
    Steps steps{clerk::field::stall()};
    for (clerk::field::Step& step : clerk::field::succeed(request)) steps.push_back(std::move(step));
    return steps;
  }};
  std::optional<clerk::ApiClient> original{configuration_for(peer.url())};
  std::thread caller{[copy = *original] { EXPECT_TRUE(copy.send(UpdateInstance{})); }};
  EXPECT_TRUE(peer.wait_for_stalled(1));
  original.reset();
  peer.go_on();
  caller.join();
}

TEST(TheLastHandle, that_goes_on_any_thread_cancels_what_is_under_way) {
  Pool pool{3};
  for (int i = 0; i < rounds; ++i) {
    const HostilePeer peer{[](const SeenRequest& request) {
      return request.number % 2 == 0 ? clerk::field::succeed(request) : Steps{clerk::field::stall()};
    }};
    std::optional<AsyncClient> client{std::in_place, configuration_for(peer.url()), pool.context()};
    std::atomic<int> completed{0};
    on_threads(4, [&, copy = *client](int) {
      const AsyncClient own{copy};
      own.async_send(GetInstance{}, [&completed](const auto& result) {
        if (!result) {
          EXPECT_EQ(result.error().kind, ErrorKind::canceled);
        }
        ++completed;
      });
    });
    std::thread{[last = *std::exchange(client, std::nullopt)]() mutable {}}.join();
    EXPECT_TRUE(comes_true([&completed] { return completed == 4; }));
  }
}

TEST(TheLastHandle, may_be_held_by_the_handler_of_its_own_call) {
  const HostilePeer peer{clerk::field::succeed};
  Pool pool{2};
  std::atomic<int> completed{0};
  for (int i = 0; i < rounds; ++i) {
    const AsyncClient client{configuration_for(peer.url()), pool.context()};
    client.async_send(GetInstance{}, [client, &completed](const auto& result) { completed += result ? 1 : 0; });
  }
  pool.finish();
  EXPECT_EQ(completed, rounds);
}

asio::awaitable<void> wait_forever(InstanceSettingsApi api, std::shared_ptr<int> held) {
  static_cast<void>(co_await api.async_get_instance(asio::use_awaitable));
  ++*held;
}

// The coroutine holds the client, the client its call and the call the coroutine.
TEST(AContext, that_is_destroyed_frees_the_coroutines_that_hold_the_client_they_wait_for) {
  const HostilePeer peer{[](const SeenRequest&) { return Steps{clerk::field::stall()}; }};
  const auto held = std::make_shared<int>(0);
  const auto before = open_descriptors();
  {
    Pool pool{2};
    {
      const InstanceSettingsApi api{AsyncClient{configuration_for(peer.url()), pool.context()}};
      for (int i = 0; i < 3; ++i) asio::co_spawn(pool.context(), wait_forever(api, held), asio::detached);
    }
    ASSERT_TRUE(peer.wait_for_stalled(3));
  }
  EXPECT_EQ(*held, 0);
  EXPECT_EQ(held.use_count(), 1);
  EXPECT_TRUE(comes_true([before] { return open_descriptors() == before; }));
}

}  // namespace
