#include "sdk/client_core.hpp"

#include <clerk/api/instance_settings_api.hpp>
#include <clerk/async.hpp>
#include <clerk/testing/scripted_transport.hpp>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using clerk::AttemptEnd;
using clerk::AttemptInfo;
using clerk::testing::answer;
using clerk::testing::ScriptedTransport;
using clerk::testing::Stage;
using testing::ElementsAre;

/// Writes down what the hooks are told.
class Hooks : public testing::Test {
 protected:
  clerk::Configuration configuration(std::deque<clerk::TransportResult> script) {
    clerk::Configuration made{.access_token = "sk_test_hooked_key"};
    made.retries.initial = std::chrono::milliseconds{0};
    made.transport = std::make_shared<ScriptedTransport>(std::move(script));
    made.hooks.on_request = [this](const AttemptInfo& info) {
      calls.insert(info.call);
      events.push_back("request " + std::to_string(info.attempt) + " " + std::string{info.operation});
    };
    made.hooks.on_response = [this](const AttemptInfo& info, const AttemptEnd& end) {
      calls.insert(info.call);
      ends.push_back(end);
      events.push_back("response " + std::to_string(info.attempt) + " " +
                       (end.failure ? std::string{to_string(*end.failure)} : std::to_string(end.status)));
    };
    made.hooks.on_retry = [this](const AttemptInfo& info, std::chrono::milliseconds) {
      calls.insert(info.call);
      events.push_back("retry " + std::to_string(info.attempt));
    };
    return made;
  }

  void call(const clerk::Configuration& configuration) {
    static_cast<void>(clerk::InstanceSettingsApi{clerk::ApiClient{configuration}}.update_instance());
  }

  std::vector<std::string> events{};
  std::vector<AttemptEnd> ends{};
  std::set<std::uint64_t> calls{};
};

const std::vector<std::string> refused_and_done{"request 1 update_instance", "response 1 429", "retry 1",
                                                "request 2 update_instance", "response 2 204"};

TEST_F(Hooks, see_each_attempt_of_a_blocking_call_begin_and_end) {
  call(configuration({answer(429), answer(204)}));
  EXPECT_EQ(events, refused_and_done);
  EXPECT_EQ(calls.size(), 1U);
}

TEST_F(Hooks, see_the_same_of_an_asynchronous_call) {
  boost::asio::io_context context;
  const clerk::AsyncClient client{configuration({answer(429), answer(204)}), context};
  clerk::InstanceSettingsApi{client}.async_update_instance(
      {}, [](const clerk::Result<void>& result) { EXPECT_TRUE(result); });
  context.run();
  EXPECT_EQ(events, refused_and_done);
  EXPECT_EQ(calls.size(), 1U);
}

TEST_F(Hooks, tell_calls_apart) {
  const auto made = configuration({answer(204)});
  call(made);
  call(made);
  EXPECT_EQ(calls.size(), 2U);
}

TEST_F(Hooks, see_an_attempt_that_got_no_answer_end_with_its_cause) {
  call(configuration({clerk::testing::failure(Stage::connecting), clerk::testing::failure(Stage::waiting)}));
  EXPECT_THAT(events, ElementsAre("request 1 update_instance", "response 1 not_sent", "retry 1",
                                  "request 2 update_instance", "response 2 outcome_unknown"));
  EXPECT_FALSE(ends.back().message.empty());
}

TEST_F(Hooks, see_the_headers_that_logs_may_show_and_never_the_key) {
  call(configuration(
      {answer(200, "", {{"x-clerk-trace-id", "abc"}, {"Set-Cookie", "secret"}, {"Server", "sk_test_hooked_key"}})}));
  const auto& headers = ends.back().headers;
  EXPECT_EQ(*headers.find("x-clerk-trace-id"), "abc");
  EXPECT_EQ(headers.find("Set-Cookie"), nullptr);
  EXPECT_EQ(headers.find("Server")->find("sk_test_hooked_key"), std::string::npos);
}

TEST_F(Hooks, that_throw_harm_no_call) {
  auto made = configuration({answer(204)});
  made.hooks.on_request = [](const AttemptInfo&) { throw std::runtime_error{"hook"}; };
  made.hooks.on_response = [](const AttemptInfo&, const AttemptEnd&) { throw 1; };
  EXPECT_TRUE(clerk::InstanceSettingsApi{clerk::ApiClient{made}}.update_instance());
}

// A trace must not keep an attempt open for ever.
TEST_F(Hooks, see_a_canceled_attempt_end) {
  boost::asio::io_context context;
  boost::asio::cancellation_signal signal;
  auto made = configuration({answer(204)});
  made.hooks.on_request = [&signal, told = made.hooks.on_request](const AttemptInfo& info) {
    told(info);
    signal.emit(boost::asio::cancellation_type::terminal);
  };
  const clerk::AsyncClient client{made, context};
  clerk::InstanceSettingsApi{client}.async_update_instance(
      {}, boost::asio::bind_cancellation_slot(signal.slot(), [](const clerk::Result<void>& result) {
        EXPECT_EQ(result.error().kind, clerk::ErrorKind::canceled);
      }));
  context.run();
  EXPECT_THAT(events, ElementsAre("request 1 update_instance", "response 1 canceled"));
}

}  // namespace
