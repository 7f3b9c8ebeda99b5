#pragma once

#include "codec/codec.hpp"
#include "tests/conformance/server_support.hpp"
#include "tests/support/random_model.hpp"
#include "tests/support/sample_operation.hpp"

#include <clerk/async.hpp>
#include <clerk/contract/registry.hpp>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace clerk::testing {

/// A pool for asynchronous calls, run by two threads.
class Pool {
 public:
  Pool() {
    for (int i = 0; i < 2; ++i) threads_.emplace_back([this] { context_.run(); });
  }
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;
  ~Pool() {
    work_.reset();
    for (std::thread& thread : threads_) thread.join();
  }
  [[nodiscard]] boost::asio::io_context& context() noexcept { return context_; }

 private:
  boost::asio::io_context context_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{context_.get_executor()};
  std::vector<std::thread> threads_;
};

inline Configuration configuration_of(const RunningServer& server, std::string_view key) {
  Configuration configuration;
  configuration.host = server.url();
  configuration.access_token = Secret{std::string{key}};
  return configuration;
}

// What only some instances take is left out of random requests.
inline void make_acceptable(UpdateInstanceOrganizationSettingsRequest& request) {
  request.creator_role_id = {};
  request.domains_default_role_id = {};
  if (request.force_organization_selection.value_or(false)) request.enabled = true;
}
inline void make_acceptable(ChangeProductionInstanceDomainRequest& request) {
  request.home_url = "https://www.example.com";
}
inline void make_acceptable(auto& /*request*/) {}

/// Works on the instance's settings, which are there from the start.
template <class Op>
constexpr bool is_of_settings = Op::info.api == "InstanceSettingsApi" || Op::info.api == "BetaFeaturesApi";

/// What works on rows finds nothing to work on in a new instance: it answers so, or with a refusal that says why.
template <class Op>
void expect_answer_or_refusal(const Result<Response<typename Op::Answer>>& answer) {
  if (answer.has_value()) {
    EXPECT_EQ(answer->status, Op::info.success) << Op::info.name;
    EXPECT_EQ(answer->clerk_trace_id.size(), 32U) << Op::info.name;
  } else {
    EXPECT_GE(answer.error().status, 400) << Op::info.name << ": " << answer.error().message();
    EXPECT_LT(answer.error().status, 500) << Op::info.name;
    EXPECT_FALSE(answer.error().errors.empty()) << Op::info.name;
  }
}

/// Sends random requests of every operation through the library, and holds each answer against what a plain client
/// reads over the wire. `call(client, operation)` makes the call in one style and returns
/// `Result<Response<Answer>>`.
template <class Call>
void expect_every_operation_works(const Call& call) {
  const RunningServer server;
  Pool pool;
  const AsyncClient development{configuration_of(server, development_key), pool.context()};
  const AsyncClient production{configuration_of(server, production_key), pool.context()};
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("the seed is " + std::to_string(seed));
  RandomModel random{seed};
  int called = 0;

  AllOperations::for_each([&]<class Op>() {
    if constexpr (!is_of_settings<Op>) {
      expect_answer_or_refusal<Op>(call(development, sample_operation<Op>()));
      return;
    }
    const bool needs_production = Op::info.name == "change_production_instance_domain";
    for (int round = 0; round < 3; ++round) {
      Op operation{};
      if constexpr (HasBody<Op>) {
        operation.body = random.draw<typename Op::Body>();
        make_acceptable(operation.body);
      }
      const auto answer = call(needs_production ? production : development, operation);
      ASSERT_TRUE(answer.has_value()) << Op::info.name << ": " << answer.error().message();
      EXPECT_EQ(answer->status, Op::info.success) << Op::info.name;
      EXPECT_EQ(answer->clerk_trace_id.size(), 32U) << Op::info.name;
      ++called;
      if constexpr (!std::is_void_v<typename Op::Answer>) {
        // Reading again over the wire, by GET or by an empty PATCH, shows what the library was told.
        const WireAnswer read = server.send(
            {.method = std::string{to_string(Op::info.method)}, .target = "/v1" + std::string{Op::info.path}});
        EXPECT_EQ(*codec::encode(answer->value), read.body) << Op::info.name;
      }
    }
  });
  EXPECT_EQ(called, 39);
}

}  // namespace clerk::testing
