#include "tests/unit/sdk/peer.hpp"

#include <clerk/api/instance_settings_api.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace std::chrono_literals;
using clerk::ApiClient;
using clerk::ErrorKind;
using clerk::InstanceSettingsApi;
using clerk::test::Peer;
using clerk::test::PeerRequest;
using clerk::test::Reply;
using testing::HasSubstr;

const std::string instance_body = R"({"object":"instance","id":"ins_1","environment_type":"development",)"
                                  R"("allowed_origins":null,"workspace_id":null})";

clerk::Configuration configuration_for(const Peer& peer) {
  clerk::Configuration configuration{.host = peer.url(), .access_token = "sk_test_key"};
  configuration.retries.initial = 1ms;
  return configuration;
}

InstanceSettingsApi client_of(const Peer& peer) { return InstanceSettingsApi{ApiClient{configuration_for(peer)}}; }

TEST(Transport, carries_a_call_there_and_its_answer_back) {
  const Peer peer{[](const PeerRequest&) { return Reply{.status = 204}; }};
  ASSERT_TRUE(client_of(peer).update_instance({.test_mode = true}));
  ASSERT_TRUE(peer.wait_for_requests(1));
  const PeerRequest seen = peer.seen().front();
  EXPECT_EQ(seen.method, "PATCH");
  EXPECT_EQ(seen.target, "/v1/instance");
  EXPECT_EQ(seen.body, R"({"test_mode":true})");
  EXPECT_EQ(*seen.headers.find("Authorization"), "Bearer sk_test_key");
  EXPECT_EQ(*seen.headers.find("Clerk-API-Version"), "2026-05-12");
  EXPECT_EQ(*seen.headers.find("Content-Type"), "application/json");
  EXPECT_EQ(seen.headers.find("Expect"), nullptr);
  EXPECT_NE(seen.headers.find("Accept-Encoding"), nullptr);
}

TEST(Transport, sends_a_large_body_without_asking_first) {
  const Peer peer{[](const PeerRequest& request) {
    EXPECT_EQ(request.headers.find("Expect"), nullptr);
    EXPECT_EQ(request.body.size(), 2'000'000 + std::string{R"({"support_email":""})"}.size());
    return Reply{.status = 204};
  }};
  EXPECT_TRUE(client_of(peer).update_instance({.support_email = std::string(2'000'000, 'x')}));
}

// What stayed the same since the last call on a connection is not set again; what changed must be.
TEST(Transport, sends_each_call_as_it_is_whatever_the_connection_carried_before) {
  std::vector<PeerRequest> seen;
  const Peer peer{[&seen](const PeerRequest& request) {
    seen.push_back(request);
    return request.method == "GET" ? Reply{.status = 200, .body = instance_body} : Reply{.status = 204};
  }};
  const auto api = client_of(peer);
  const clerk::CallOptions tagged{.headers = {{"X-Tag", "1"}}, .api_version = "2021-02-05"};
  ASSERT_TRUE(api.update_instance({.test_mode = true}));
  ASSERT_TRUE(api.get_instance());
  ASSERT_TRUE(api.get_instance(tagged));
  ASSERT_TRUE(api.update_instance({.support_email = std::string(2000, 'x')}, tagged));
  ASSERT_TRUE(api.update_instance({.hibp = false}));
  ASSERT_TRUE(api.update_instance({.hibp = false}));

  ASSERT_EQ(seen.size(), 6U);
  const std::vector<std::string> methods{"PATCH", "GET", "GET", "PATCH", "PATCH", "PATCH"};
  const std::vector<bool> tags{false, false, true, true, false, false};
  for (std::size_t at = 0; at < seen.size(); ++at) {
    const bool has_body = methods.at(at) == "PATCH";
    EXPECT_EQ(seen.at(at).method, methods.at(at)) << at;
    EXPECT_EQ(seen.at(at).connection, 1) << at;
    EXPECT_EQ(seen.at(at).body.empty(), !has_body) << at;
    EXPECT_EQ(seen.at(at).headers.find("Content-Type") != nullptr, has_body) << at;
    EXPECT_EQ(seen.at(at).headers.find("X-Tag") != nullptr, tags.at(at)) << at;
    EXPECT_EQ(*seen.at(at).headers.find("Clerk-API-Version"), tags.at(at) ? "2021-02-05" : "2026-05-12") << at;
  }
  EXPECT_EQ(seen.back().body, R"({"hibp":false})");
}

TEST(Transport, keeps_one_connection_for_call_after_call_refusals_too) {
  const Peer peer{[](const PeerRequest& request) {
    if (request.method == "GET") return Reply{.status = 200, .body = instance_body};
    return request.number % 2 == 0 ? Reply{.status = 422, .body = "{}"} : Reply{.status = 204};
  }};
  const InstanceSettingsApi api = client_of(peer);
  for (int i = 0; i < 30; ++i) {
    static_cast<void>(api.update_instance({.test_mode = true}));
    EXPECT_EQ(api.get_instance().value().id, "ins_1");
  }
  EXPECT_EQ(peer.requests(), 60);
  EXPECT_EQ(peer.connections(), 1);
}

TEST(Transport, does_not_send_a_get_s_successor_its_method_or_body) {
  std::vector<std::string> seen;
  const Peer peer{[&seen](const PeerRequest& request) {
    seen.push_back(request.method + " " + request.body);
    return request.method == "GET" ? Reply{.status = 200, .body = instance_body} : Reply{.status = 204};
  }};
  const InstanceSettingsApi api = client_of(peer);
  ASSERT_TRUE(api.update_instance({.hibp = true}));
  ASSERT_TRUE(api.get_instance());
  ASSERT_TRUE(api.update_instance());
  EXPECT_THAT(seen, testing::ElementsAre("PATCH {\"hibp\":true}", "GET ", "PATCH {}"));
}

TEST(Transport, opens_no_more_connections_than_the_pool_has) {
  const Peer peer{[](const PeerRequest&) { return Reply{.status = 204}; }};
  clerk::Configuration configuration = configuration_for(peer);
  configuration.connection_pool_maxsize = 2;
  const InstanceSettingsApi api{ApiClient{configuration}};
  std::vector<std::thread> threads;
  for (int i = 0; i < 6; ++i) {
    threads.emplace_back([&api] {
      for (int call = 0; call < 10; ++call) EXPECT_TRUE(api.update_instance());
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(peer.requests(), 60);
  EXPECT_LE(peer.connections(), 2);
}

TEST(Transport, says_when_no_connection_became_free_in_time) {
  const Peer peer{[](const PeerRequest&) { return Reply{.then = Reply::Then::hold}; }};
  clerk::Configuration configuration = configuration_for(peer);
  configuration.connection_pool_maxsize = 1;
  const InstanceSettingsApi api{ApiClient{configuration}};
  std::thread first{[&api] { EXPECT_FALSE(api.update_instance({}, {.timeout = 1500ms})); }};
  ASSERT_TRUE(peer.wait_for_requests(1));
  const auto second = api.update_instance({}, {.timeout = 50ms});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, ErrorKind::timeout);
  EXPECT_THAT(second.error().message(), HasSubstr("connection_pool_maxsize"));
  first.join();
}

TEST(Transport, sends_a_write_once_when_a_fresh_connection_breaks_before_the_answer) {
  const Peer peer{[](const PeerRequest&) { return Reply{.then = Reply::Then::close}; }};
  const auto result = client_of(peer).update_instance({.test_mode = true});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::outcome_unknown);
  EXPECT_TRUE(result.error().attempts.front().sent);
  EXPECT_EQ(peer.requests(), 1);
}

// libcurl alone would send it again on a new connection.
TEST(Transport, sends_a_write_once_when_a_kept_connection_breaks_before_the_answer) {
  const Peer peer{[](const PeerRequest& request) {
    return request.number == 2 ? Reply{.then = Reply::Then::close} : Reply{.status = 204};
  }};
  const InstanceSettingsApi api = client_of(peer);
  ASSERT_TRUE(api.update_instance());
  const auto result = api.update_instance({.test_mode = true});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::outcome_unknown);
  EXPECT_EQ(peer.requests(), 2);
  EXPECT_TRUE(api.update_instance());
  EXPECT_EQ(peer.requests(), 3);
}

TEST(Transport, sends_a_read_again_when_the_connection_breaks) {
  const Peer peer{[](const PeerRequest& request) {
    return request.number < 3 ? Reply{.then = Reply::Then::close} : Reply{.status = 200, .body = instance_body};
  }};
  EXPECT_EQ(client_of(peer).get_instance().value().id, "ins_1");
  EXPECT_EQ(peer.requests(), 3);
}

TEST(Transport, opens_a_new_connection_when_the_kept_one_was_closed_meanwhile) {
  const Peer peer{[](const PeerRequest&) { return Reply{.status = 204, .headers = {{"Connection", "close"}}}; }};
  const InstanceSettingsApi api = client_of(peer);
  EXPECT_TRUE(api.update_instance());
  EXPECT_TRUE(api.update_instance());
  EXPECT_EQ(peer.requests(), 2);
}

TEST(Transport, takes_half_an_answer_for_none) {
  const Peer peer{[](const PeerRequest&) { return Reply{.then = Reply::Then::cut}; }};
  const auto write = client_of(peer).update_instance_restrictions();
  ASSERT_FALSE(write);
  EXPECT_EQ(write.error().kind, ErrorKind::outcome_unknown);
  const auto read = client_of(peer).get_instance({.retry = clerk::RetryPolicy::none()});
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().kind, ErrorKind::no_answer);
}

TEST(Transport, gives_up_on_a_silent_server_in_time) {
  const Peer peer{[](const PeerRequest&) { return Reply{.then = Reply::Then::hold}; }};
  const auto begun = std::chrono::steady_clock::now();
  const auto write = client_of(peer).update_instance({}, {.timeout = 100ms});
  const auto read = client_of(peer).get_instance({.timeout = 100ms});
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 10s);
  ASSERT_FALSE(write);
  ASSERT_FALSE(read);
  EXPECT_EQ(write.error().kind, ErrorKind::outcome_unknown);
  EXPECT_EQ(read.error().kind, ErrorKind::timeout);
}

TEST(Transport, reports_a_server_that_is_not_there_as_not_sent) {
  std::string nobody;
  {
    const Peer gone{[](const PeerRequest&) { return Reply{}; }};
    nobody = gone.url();
  }
  clerk::Configuration configuration{.host = nobody, .access_token = "sk_test_key"};
  configuration.retries.initial = 1ms;
  const auto result = InstanceSettingsApi{ApiClient{configuration}}.update_instance();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::not_sent);
  EXPECT_EQ(result.error().attempts.size(), 4U);
  EXPECT_FALSE(result.error().attempts.front().sent);
}

TEST(Transport, reports_a_name_without_an_address_as_not_sent) {
  clerk::Configuration configuration{.host = "http://nobody.invalid", .access_token = "sk_test_key"};
  configuration.retries = clerk::RetryPolicy::none();
  const auto result = InstanceSettingsApi{ApiClient{configuration}}.update_instance();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::not_sent);
}

TEST(Transport, reports_a_failed_handshake_as_tls_and_nothing_sent) {
  const Peer peer{[](const PeerRequest&) { return Reply{}; }};
  clerk::Configuration configuration = configuration_for(peer);
  configuration.host.replace(0, 4, "https");
  const auto result = InstanceSettingsApi{ApiClient{configuration}}.update_instance();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::tls);
  EXPECT_FALSE(result.error().attempts.front().sent);
}

TEST(Transport, names_a_file_of_authorities_that_holds_none) {
  const std::filesystem::path path = std::filesystem::path{testing::TempDir()} / "no_authorities.pem";
  std::ofstream{path} << "nothing\n";
  clerk::Configuration configuration{.host = "https://127.0.0.1:1", .access_token = "sk_test_key"};
  const Peer peer{[](const PeerRequest&) { return Reply{}; }};
  configuration.host = "https" + peer.url().substr(4);
  configuration.ssl_ca_cert = path.string();
  const auto result = InstanceSettingsApi{ApiClient{configuration}}.update_instance();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::bad_configuration);
  EXPECT_THAT(result.error().message(), HasSubstr(path.string()));
}

TEST(Transport, does_not_follow_redirects) {
  const Peer elsewhere{[](const PeerRequest&) { return Reply{.status = 204}; }};
  const Peer peer{[&elsewhere](const PeerRequest&) {
    return Reply{.status = 307, .headers = {{"Location", elsewhere.url()}}};
  }};
  const auto result = client_of(peer).update_instance();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().status, 307);
  EXPECT_EQ(elsewhere.requests(), 0);
}

TEST(Transport, takes_no_more_than_sixteen_megabytes) {
  const Peer peer{[](const PeerRequest&) { return Reply{.status = 200, .body = std::string(17U << 20U, ' ')}; }};
  const auto result = client_of(peer).get_instance();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::malformed_answer);
  EXPECT_EQ(result.error().status, 200);
  EXPECT_THAT(result.error().message(), HasSubstr("larger than"));
  EXPECT_EQ(peer.requests(), 1);
}

TEST(Transport, never_shares_connections_between_clients) {
  const Peer peer{[](const PeerRequest&) { return Reply{.status = 204}; }};
  EXPECT_TRUE(client_of(peer).update_instance());
  EXPECT_TRUE(client_of(peer).update_instance());
  EXPECT_EQ(peer.connections(), 2);
}

TEST(Transport, starts_no_thread) {
  const auto threads = [] {
    const std::filesystem::directory_iterator tasks{"/proc/self/task"};
    return std::distance(begin(tasks), end(tasks));
  };
  const auto before = threads();
  std::vector<ApiClient> clients;
  for (int i = 0; i < 64; ++i) clients.emplace_back(clerk::Configuration{.access_token = "sk_test_key"});
  EXPECT_EQ(threads(), before);
}

}  // namespace
