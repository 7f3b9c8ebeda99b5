// Time, connections and trust: rows S23, S26, S27 and S28.
#include "tests/field/field_test.hpp"

#include <string>

namespace {

using namespace clerk::field;
using clerk::ErrorKind;
using testing::HasSubstr;

/// How much later than its deadline a call may end on a busy machine.
constexpr auto slack = 1500ms;

CLERK_FIELD_ROW(S23);

TEST_P(S23, a_server_that_accepts_and_never_reads_ends_a_call_in_time) {
  const HostilePeer peer{succeed, [](int) { return Reception::never_reads; }};
  const auto caller = caller_of(peer);
  const auto took = time_of([&] {
    const auto write = caller(UpdateInstance{{.support_email = std::string(9'000'000, 'x')}}, {.timeout = 200ms});
    ASSERT_FALSE(write);
    EXPECT_EQ(write.error().kind, ErrorKind::outcome_unknown);
    EXPECT_TRUE(write.error().attempts.front().sent);
  });
  EXPECT_GE(took, 200ms);
  EXPECT_LT(took, 200ms + slack);
}

TEST_P(S23, the_total_limit_holds_over_all_attempts_and_waits) {
  const HostilePeer peer{[](const SeenRequest&) { return Steps{stall()}; }};
  auto configuration = configuration_for(peer.url());
  configuration.timeouts = {.attempt = 100ms, .total = 450ms};
  configuration.retries = {.max_attempts = 1000, .initial = 20ms, .factor = 1.0};
  const auto client = caller(configuration);
  const auto took = time_of([&] {
    const auto read = client(GetInstance{});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, ErrorKind::timeout);
    EXPECT_GE(read.error().attempts.size(), 2U);
  });
  EXPECT_GE(took, 400ms);
  EXPECT_LT(took, 450ms + slack);
}

TEST_P(S23, an_answer_that_drips_is_taken_within_the_limit_and_not_beyond) {
  const HostilePeer peer{[](const SeenRequest& request) {
    return Steps{drip(json_answer(200, instance_body()), request.number == 1 ? 0ms : 100ms)};
  }};
  const auto caller = caller_of(peer);
  const auto slow = caller(GetInstance{});
  ASSERT_TRUE(slow) << slow.error().message();
  EXPECT_EQ(slow->value.id, "ins_1");
  const auto took = time_of([&] {
    const auto slower = caller(GetInstance{}, {.timeout = 250ms});
    ASSERT_FALSE(slower);
    EXPECT_EQ(slower.error().kind, ErrorKind::timeout);
  });
  EXPECT_LT(took, 250ms + slack);
}

TEST_P(S23, an_answer_that_comes_after_the_caller_gave_up_is_nobody_s) {
  HostilePeer peer{[](const SeenRequest& request) {
    if (request.number > 1) return succeed(request);
    return Steps{stall(), send(json_answer(200, R"({"id":"ins_late"})"))};
  }};
  const auto caller = caller_of(peer);
  ASSERT_FALSE(caller(GetInstance{}, {.timeout = 100ms, .retry = clerk::RetryPolicy::none()}));
  peer.go_on();
  const auto next = caller(GetInstance{});
  ASSERT_TRUE(next) << next.error().message();
  EXPECT_EQ(next->value.id, "ins_1");
  EXPECT_EQ(peer.connections(), 2);
}

CLERK_FIELD_ROW(S26);

TEST_P(S26, two_clients_never_share_a_connection) {
  const HostilePeer peer{succeed};
  const auto first = caller_of(peer);
  auto other = configuration_for(peer.url());
  other.access_token = key + "_of_another_instance";
  const auto second = caller(other);
  for (int i = 0; i < 5; ++i) {
    EXPECT_TRUE(first(UpdateInstance{}));
    EXPECT_TRUE(second(UpdateInstance{}));
  }
  EXPECT_EQ(peer.connections(), 2);
  for (const SeenRequest& request : peer.seen()) {
    EXPECT_EQ(*request.headers.find("Authorization"),
              "Bearer " + (request.connection == 1 ? key : other.access_token.reveal()));
  }
}

TEST_P(S26, a_client_with_a_proxy_and_one_without_each_go_their_own_way) {
  const HostilePeer peer{succeed};
  const HostilePeer proxy{succeed};
  const auto direct = caller_of(peer);
  auto through = configuration_for(peer.url());
  through.proxy = proxy.url();
  const auto proxied = caller(through);
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(direct(UpdateInstance{}));
    EXPECT_TRUE(proxied(UpdateInstance{}));
  }
  EXPECT_EQ(peer.requests(), 3);
  ASSERT_EQ(proxy.requests(), 3);
  EXPECT_EQ(proxy.seen().front().target, peer.url() + "/v1/instance");
}

CLERK_FIELD_ROW(S27);

TEST_P(S27, a_hundred_refusals_go_over_one_connection) {
  const HostilePeer peer{always(json_answer(422, refusal_body()))};
  const auto caller = caller_of(peer);
  for (int i = 0; i < 100; ++i) EXPECT_FALSE(caller(UpdateInstance{}));
  EXPECT_EQ(peer.requests(), 100);
  EXPECT_EQ(peer.connections(), 1);
}

TEST_P(S27, server_errors_do_not_cost_the_connection_either) {
  const HostilePeer peer{always(answer(500, "<h1>oops</h1>", {{"Content-Type", "text/html"}}))};
  const auto caller = caller_of(peer);
  for (int i = 0; i < 20; ++i) EXPECT_FALSE(caller(UpdateInstance{}));
  EXPECT_EQ(peer.connections(), 1);
}

CLERK_FIELD_ROW(S28);

TEST_P(S28, a_file_of_authorities_that_is_not_there_is_named) {
  const HostilePeer peer{succeed};
  auto configuration = configuration_for("https" + peer.url().substr(4));
  configuration.ssl_ca_cert = "/nowhere/authorities.pem";
  const auto result = caller(configuration)(UpdateInstance{});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::bad_configuration);
  EXPECT_THAT(result.error().message(), HasSubstr("ssl_ca_cert names /nowhere/authorities.pem"));
  EXPECT_EQ(peer.connections(), 0);
}

TEST_P(S28, a_directory_of_authorities_that_is_not_there_is_named) {
  auto configuration = configuration_for("https://127.0.0.1:1");
  configuration.ssl_ca_directory = "/nowhere/authorities";
  const auto result = caller(configuration)(UpdateInstance{});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::bad_configuration);
  EXPECT_THAT(result.error().message(), HasSubstr("ssl_ca_directory names /nowhere/authorities"));
}

TEST_P(S28, no_trust_is_an_error_and_never_less_security) {
  const HostilePeer peer{[](const SeenRequest&) { return Steps{close()}; }};
  const auto result = caller(configuration_for("https" + peer.url().substr(4)))(UpdateInstance{});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::tls);
  EXPECT_EQ(peer.requests(), 0);
}

}  // namespace
