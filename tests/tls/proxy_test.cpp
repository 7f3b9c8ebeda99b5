#include "tests/tls/proxy.hpp"

#include "tests/support/private_folder.hpp"
#include "tests/tls/caller.hpp"
#include "tests/tls/certificates.hpp"
#include "tests/tls/tls_peer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <string>

namespace {

using namespace std::chrono_literals;
using clerk::Configuration;
using clerk::ErrorKind;
using clerk::test::Authority;
using clerk::test::Caller;
using clerk::test::Proxy;
using clerk::test::ScopedVariable;
using clerk::test::TlsPeer;
using clerk::test::Way;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// The name has no address, so that a call can reach the peer through a proxy alone.
const std::string far_away = "api.clerk.invalid";
/// An address of this machine that is not known to be one.
const std::string this_machine = "0.0.0.0";

class ThroughProxy : public testing::TestWithParam<Way> {
 protected:
  ThroughProxy() {
    configuration_.retries.initial = 1ms;
    configuration_.ca_cert_data = authority_.pem();
  }

  [[nodiscard]] static clerk::Result<void> call(const Configuration& configuration) {
    return Caller{GetParam(), configuration}.write();
  }

  /// It was asked for one tunnel and learnt nothing of what went through.
  static void expect_tunnel(const Proxy& proxy, const std::string& to) {
    const auto requests = proxy.requests();
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_EQ(requests.front().method, "CONNECT");
    EXPECT_EQ(requests.front().target, to);
    EXPECT_EQ(requests.front().headers.find("Authorization"), nullptr);
    EXPECT_THAT(proxy.bytes_seen(), Not(HasSubstr("sk_test")));
    EXPECT_THAT(proxy.bytes_seen(), Not(HasSubstr("/v1/instance")));
    EXPECT_GT(proxy.bytes_seen().size(), 500U) << "of what went through the tunnel";
  }

  clerk::test::PlainEnvironment environment_{};
  Authority authority_{"Authority of the API"};
  Authority others_{"Authority of the proxy"};
  TlsPeer peer_{{.credentials = authority_.issue(
                     {.name = "here", .alternatives = {"DNS:" + far_away, "IP:127.0.0.1", "IP:" + this_machine}})}};
  Proxy proxy_{{.upstream = peer_.port()}};
  Configuration configuration_{.host = "https://" + far_away, .access_token = "sk_test_key"};
};

INSTANTIATE_TEST_SUITE_P(Both, ThroughProxy, testing::Values(Way::blocking, Way::asynchronous),
                         testing::PrintToStringParamName{});

TEST_P(ThroughProxy, a_call_goes_by_a_tunnel_that_hides_the_key) {
  configuration_.proxy = proxy_.url();
  const auto result = call(configuration_);
  ASSERT_TRUE(result) << result.error().message();
  expect_tunnel(proxy_, far_away + ":443");
  ASSERT_EQ(peer_.requests().size(), 1U);
  EXPECT_EQ(*peer_.requests().front().headers.find("Authorization"), "Bearer sk_test_key");
}

TEST_P(ThroughProxy, calls_share_one_tunnel) {
  configuration_.proxy = proxy_.url();
  Caller caller{GetParam(), configuration_};
  for (int i = 0; i < 10; ++i) ASSERT_TRUE(caller.read());
  EXPECT_EQ(proxy_.requests().size(), 1U);
  EXPECT_EQ(peer_.handshakes(), 1);
}

TEST_P(ThroughProxy, the_server_is_trusted_no_more_than_without_it) {
  configuration_.proxy = proxy_.url();
  configuration_.ca_cert_data = others_.pem();
  const auto result = call(configuration_);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::tls);
  EXPECT_EQ(result.error().attempts.size(), 1U);
  EXPECT_THAT(result.error().message(), Not(HasSubstr("the proxy")));
  EXPECT_THAT(peer_.requests(), IsEmpty());
}

TEST_P(ThroughProxy, with_tls_a_call_needs_trust_in_the_proxy_too) {
  const Proxy proxy{
      {.upstream = peer_.port(), .tls = others_.issue({.name = "proxy", .alternatives = {"IP:127.0.0.1"}})}};
  configuration_.proxy = proxy.url();
  const auto refused = call(configuration_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::tls);
  EXPECT_EQ(refused.error().attempts.size(), 1U);
  EXPECT_THAT(refused.error().message(), HasSubstr("the proxy " + proxy.address() + " (Configuration::proxy)"));
  EXPECT_THAT(refused.error().message(), HasSubstr("set ssl_ca_cert"));
  EXPECT_THAT(proxy.requests(), IsEmpty());

  configuration_.ca_cert_data = authority_.pem() + others_.pem();
  const auto result = call(configuration_);
  ASSERT_TRUE(result) << result.error().message();
  expect_tunnel(proxy, far_away + ":443");
  EXPECT_EQ(peer_.requests().size(), 1U);
}

TEST_P(ThroughProxy, with_tls_files_of_authorities_hold_for_the_proxy_too) {
  const Proxy proxy{
      {.upstream = peer_.port(), .tls = others_.issue({.name = "proxy", .alternatives = {"IP:127.0.0.1"}})}};
  const clerk::test::PrivateFolder folder;
  folder.write(clerk::test::hashed_name(others_.pem()), others_.pem());
  configuration_.proxy = proxy.url();
  configuration_.ca_cert_data.clear();
  configuration_.ssl_ca_cert = folder.write("ca.pem", authority_.pem());
  configuration_.ssl_ca_directory = folder.path();
  const auto result = call(configuration_);
  EXPECT_TRUE(result) << result.error().message();
}

TEST_P(ThroughProxy, without_verification_any_proxy_will_do) {
  const Proxy proxy{
      {.upstream = peer_.port(), .tls = others_.issue({.name = "proxy", .alternatives = {"DNS:other.test"}})}};
  configuration_.proxy = proxy.url();
  configuration_.verify_ssl = false;
  EXPECT_TRUE(call(configuration_));
}

TEST_P(ThroughProxy, its_headers_reach_it_alone) {
  configuration_.proxy = proxy_.url();
  configuration_.proxy_headers = {{"X-For-Proxy", "hello"}};
  configuration_.default_headers = {{"X-For-Server", "hello"}};
  ASSERT_TRUE(call(configuration_));
  EXPECT_NE(proxy_.requests().front().headers.find("X-For-Proxy"), nullptr);
  EXPECT_EQ(proxy_.requests().front().headers.find("X-For-Server"), nullptr);
  EXPECT_EQ(peer_.requests().front().headers.find("X-For-Proxy"), nullptr);
  EXPECT_NE(peer_.requests().front().headers.find("X-For-Server"), nullptr);
}

TEST_P(ThroughProxy, user_and_password_of_its_url_reach_it_alone) {
  const Proxy proxy{{.upstream = peer_.port(), .authorization = "Basic dXNlcjpodW50ZXIy"}};  // user:hunter2
  configuration_.proxy = proxy.url("user:hunter2@");
  const auto result = call(configuration_);
  ASSERT_TRUE(result) << result.error().message();
  EXPECT_EQ(proxy.requests().size(), 1U);
  EXPECT_EQ(peer_.requests().front().headers.find("Proxy-Authorization"), nullptr);
}

TEST_P(ThroughProxy, a_call_without_tls_goes_in_absolute_form) {
  configuration_.proxy = proxy_.url();
  configuration_.host = "http://" + far_away;
  ASSERT_TRUE(call(configuration_));
  ASSERT_EQ(proxy_.requests().size(), 1U);
  EXPECT_EQ(proxy_.requests().front().method, "PATCH");
  EXPECT_EQ(proxy_.requests().front().target, "http://" + far_away + "/v1/instance");
}

TEST_P(ThroughProxy, calls_go_as_the_environment_says) {
  for (const char* name : {"HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"}) {
    const Proxy proxy{{.upstream = peer_.port()}};
    const ScopedVariable variable{name, proxy.url()};
    const auto result = call(configuration_);
    ASSERT_TRUE(result) << name << ": " << result.error().message();
    expect_tunnel(proxy, far_away + ":443");
  }
}

TEST_P(ThroughProxy, calls_without_tls_go_as_the_environment_says_in_small_letters) {
  configuration_.host = "http://" + far_away;
  const ScopedVariable small{"http_proxy", proxy_.url()};
  EXPECT_TRUE(call(configuration_));
  EXPECT_EQ(proxy_.requests().size(), 1U);

  const ScopedVariable none{"http_proxy", nullptr};
  const ScopedVariable capital{"HTTP_PROXY", proxy_.url()};
  EXPECT_FALSE(call(configuration_)) << "a CGI program gets this one from whoever calls it";
  EXPECT_EQ(proxy_.requests().size(), 1U);
}

TEST_P(ThroughProxy, no_call_goes_to_a_host_that_the_environment_excepts) {
  struct Row {
    std::string host;
    const char* exceptions;
    bool direct;
  };
  const std::string address = this_machine + ":" + std::to_string(peer_.port());
  const Row table[] = {
      {far_away, "api.clerk.invalid", true},
      {far_away, "other.test,api.clerk.invalid", true},
      {far_away, "clerk.invalid", true},
      {far_away, ".clerk.invalid", true},
      {far_away, "*", true},
      {far_away, "lerk.invalid", false},
      {far_away, "other.test", false},
      {far_away, "", false},
      {address, "0.0.0.0", true},
      {address, "0.0.0.0/8", true},
      {address, "*", true},
      {address, "10.0.0.0/8", false},
  };
  for (const char* name : {"NO_PROXY", "no_proxy"}) {
    for (const Row& row : table) {
      const Proxy proxy{{.upstream = peer_.port()}};
      const ScopedVariable variable{"HTTPS_PROXY", proxy.url()};
      const ScopedVariable exceptions{name, row.exceptions};
      configuration_.host = "https://" + row.host;
      configuration_.retries = clerk::RetryPolicy::none();
      const auto result = call(configuration_);
      EXPECT_EQ(proxy.connections(), row.direct ? 0 : 1) << row.host << " with " << row.exceptions;
      // Without the proxy the name has no address, and the address is the peer's own.
      EXPECT_EQ(result.has_value(), !row.direct || row.host == address) << row.host << " with " << row.exceptions;
    }
  }
}

TEST_P(ThroughProxy, calls_to_this_machine_go_only_when_the_configuration_says_so) {
  const ScopedVariable variables[] = {{"HTTPS_PROXY", proxy_.url()}, {"ALL_PROXY", proxy_.url()}};
  configuration_.host = peer_.url();
  const auto direct = call(configuration_);
  EXPECT_TRUE(direct) << direct.error().message();
  EXPECT_EQ(proxy_.connections(), 0);

  configuration_.proxy = proxy_.url();
  const ScopedVariable everything_excepted{"NO_PROXY", "*"};
  EXPECT_TRUE(call(configuration_));
  expect_tunnel(proxy_, "127.0.0.1:" + std::to_string(peer_.port()));
}

TEST_P(ThroughProxy, no_call_goes_to_any_name_of_this_machine) {
  const ScopedVariable variables[] = {{"http_proxy", proxy_.url()}, {"ALL_PROXY", proxy_.url()}};
  configuration_.retries = clerk::RetryPolicy::none();
  for (const char* host : {"localhost", "LocalHost", "a.localhost", "127.0.0.1", "127.1.2.3", "[::1]"}) {
    for (const char* scheme : {"http://", "https://"}) {
      configuration_.host = std::string{scheme} + host + ":" + std::to_string(peer_.port());
      static_cast<void>(call(configuration_));
      EXPECT_EQ(proxy_.connections(), 0) << configuration_.host;
    }
  }
}

}  // namespace
