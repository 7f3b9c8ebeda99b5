// g++ 12 destroys temporaries twice when braces stand inside a co_await call expression. These are the forms that the
// documentation advises instead; the address sanitizer holds them true on both compilers.

#include <clerk/api/instance_settings_api.hpp>
#include <clerk/async.hpp>
#include <clerk/testing/scripted_transport.hpp>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

#include <deque>
#include <memory>
#include <string>
#include <utility>

namespace {

namespace asio = boost::asio;
using clerk::InstanceSettingsApi;

const std::string long_text = "a text that is too long to be kept inside of the string itself@example.com";

class CoroutineForm : public testing::Test {
 protected:
  ~CoroutineForm() override { pool_.join(); }

  template <class Coroutine>
  void expect_sends(Coroutine coroutine, const std::string& body) {
    asio::co_spawn(pool_, coroutine(InstanceSettingsApi{client_}), asio::use_future).get();
    EXPECT_EQ(transport_->requests().back().body, body);
  }

  static std::string body() { return R"({"support_email":")" + long_text + R"("})"; }

 private:
  asio::thread_pool pool_{2};
  std::shared_ptr<clerk::testing::ScriptedTransport> transport_ =
      std::make_shared<clerk::testing::ScriptedTransport>(std::deque{clerk::testing::answer(204)});
  clerk::AsyncClient client_{[this] {
                               clerk::Configuration configuration{.access_token = "sk_test_key"};
                               configuration.transport = transport_;
                               return configuration;
                             }(),
                             pool_};
};

TEST_F(CoroutineForm, with_a_request_that_is_named_first_is_right) {
  expect_sends(
      [](InstanceSettingsApi api) -> asio::awaitable<void> {
        clerk::UpdateInstanceRequest request{.support_email = long_text};
        (co_await api.async_update_instance(request, asio::use_awaitable)).value();
      },
      body());
}

TEST_F(CoroutineForm, with_a_named_request_that_is_moved_is_right) {
  expect_sends(
      [](InstanceSettingsApi api) -> asio::awaitable<void> {
        clerk::UpdateInstanceRequest request{.support_email = long_text};
        (co_await api.async_update_instance(std::move(request), asio::use_awaitable)).value();
      },
      body());
}

TEST_F(CoroutineForm, with_named_options_is_right) {
  expect_sends(
      [](InstanceSettingsApi api) -> asio::awaitable<void> {
        clerk::UpdateInstanceRequest request{.support_email = long_text};
        clerk::CallOptions options{.headers = {{"X-Long", long_text}}};
        (co_await api.async_update_instance(request, options, asio::use_awaitable)).value();
      },
      body());
}

TEST_F(CoroutineForm, with_a_deferred_operation_that_is_named_first_is_right) {
  expect_sends(
      [](InstanceSettingsApi api) -> asio::awaitable<void> {
        auto operation = api.async_update_instance({.support_email = long_text}, asio::deferred);
        (co_await std::move(operation)(asio::use_awaitable)).value();
      },
      body());
}

}  // namespace
