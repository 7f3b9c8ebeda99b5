#include "tests/tls/caller.hpp"
#include "tests/tls/certificates.hpp"
#include "tests/tls/proxy.hpp"
#include "tests/tls/tls_peer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <mutex>
#include <string>

namespace {

using namespace std::chrono_literals;
using clerk::Configuration;
using clerk::ErrorKind;
using clerk::test::Authority;
using clerk::test::Caller;
using clerk::test::everything;
using clerk::test::Proxy;
using clerk::test::ScopedVariable;
using clerk::test::TlsPeer;
using clerk::test::Way;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Every call here fails by the proxy. No text may then hold the proxy's password.
class RefusingProxy : public testing::TestWithParam<Way> {
 protected:
  RefusingProxy() {
    configuration_.retries.initial = 1ms;
    configuration_.ca_cert_data = authority_.pem();
    configuration_.debug = true;
    configuration_.logger = [this](const clerk::LogRecord& record) {
      const std::lock_guard lock{mutex_};
      log_ += record.message + "\n";
    };
  }

  [[nodiscard]] clerk::Error error_of_call() {
    const auto result = Caller{GetParam(), configuration_}.write();
    EXPECT_FALSE(result);
    EXPECT_THAT(peer_.requests(), IsEmpty());
    for (const std::string& text : {log(), everything(result.error())}) {
      EXPECT_THAT(text, Not(HasSubstr("hunter2")));
      EXPECT_THAT(text, Not(HasSubstr("sk_test")));
    }
    return result.error();
  }

  [[nodiscard]] std::string log() {
    const std::lock_guard lock{mutex_};
    return log_;
  }

  /// An address that nobody listens at any more.
  [[nodiscard]] static std::string address_of_nobody() { return Proxy{{}}.address(); }

  clerk::test::PlainEnvironment environment_{};
  Authority authority_{"Authority of the API"};
  TlsPeer peer_{{.credentials = authority_.issue({.name = "here", .alternatives = {"DNS:api.clerk.invalid"}})}};
  std::mutex mutex_{};
  std::string log_{};
  Configuration configuration_{.host = "https://api.clerk.invalid", .access_token = "sk_test_key"};
};

INSTANTIATE_TEST_SUITE_P(Both, RefusingProxy, testing::Values(Way::blocking, Way::asynchronous),
                         testing::PrintToStringParamName{});

TEST_P(RefusingProxy, is_named_with_its_status_and_asked_again_only_if_that_can_help) {
  struct Row {
    int status;
    std::size_t attempts;
  };
  for (const Row row : {Row{407, 1}, Row{403, 1}, Row{404, 1}, Row{302, 1}, Row{429, 4}, Row{502, 4}, Row{503, 4}}) {
    const Proxy proxy{{.upstream = peer_.port(), .refusal = row.status}};
    configuration_.proxy = proxy.url("user:hunter2@");
    const clerk::Error error = error_of_call();
    EXPECT_EQ(error.kind, ErrorKind::not_sent) << error.message();
    EXPECT_EQ(error.status, 0) << "that would be the API's";
    EXPECT_THAT(error.message(), HasSubstr("the proxy " + proxy.address() + " (Configuration::proxy) answered " +
                                           std::to_string(row.status) + " to CONNECT"));
    EXPECT_EQ(error.attempts.size(), row.attempts) << row.status;
    EXPECT_EQ(proxy.requests().size(), row.attempts) << row.status;
    for (const clerk::Attempt& attempt : error.attempts) EXPECT_FALSE(attempt.sent);
    EXPECT_THAT(log(), HasSubstr("the proxy " + proxy.address()));
  }
}

TEST_P(RefusingProxy, that_wants_a_password_says_where_it_goes) {
  const Proxy proxy{{.upstream = peer_.port(), .authorization = "Basic dXNlcjpodW50ZXIy"}};
  for (const char* user : {"", "user:hunter22@"}) {
    configuration_.proxy = proxy.url(user);
    const clerk::Error error = error_of_call();
    EXPECT_EQ(error.kind, ErrorKind::not_sent);
    EXPECT_EQ(error.attempts.size(), 1U);
    EXPECT_THAT(error.message(), HasSubstr("put user and password into its URL"));
  }
}

TEST_P(RefusingProxy, of_the_environment_is_named_by_its_variable) {
  const Proxy proxy{{.upstream = peer_.port(), .refusal = 403}};
  const ScopedVariable variable{"HTTPS_PROXY", proxy.url("user:hunter2@")};
  EXPECT_THAT(error_of_call().message(), HasSubstr("the proxy " + proxy.address() + " (HTTPS_PROXY) answered 403"));
}

TEST_P(RefusingProxy, that_is_not_there_is_named_and_nothing_is_sent) {
  const std::string address = address_of_nobody();
  configuration_.proxy = "http://user:hunter2@" + address;
  const clerk::Error error = error_of_call();
  EXPECT_EQ(error.kind, ErrorKind::not_sent);
  EXPECT_EQ(error.attempts.size(), 4U);
  EXPECT_THAT(error.message(), HasSubstr("the proxy " + address + " (Configuration::proxy)"));

  configuration_.proxy.clear();
  const ScopedVariable variable{"https_proxy", "http://user:hunter2@" + address};
  EXPECT_THAT(error_of_call().message(), HasSubstr("the proxy " + address + " (https_proxy)"));
}

TEST_P(RefusingProxy, that_hangs_up_is_named_and_asked_again) {
  const Proxy proxy{{.upstream = peer_.port(), .refusal = Proxy::hang_up}};
  configuration_.proxy = proxy.url("user:hunter2@");
  const clerk::Error error = error_of_call();
  EXPECT_EQ(error.kind, ErrorKind::not_sent);
  EXPECT_EQ(error.attempts.size(), 4U);
  EXPECT_THAT(error.message(), HasSubstr("the proxy " + proxy.address()));
}

TEST_P(RefusingProxy, whose_name_has_no_address_is_named) {
  configuration_.retries = clerk::RetryPolicy::none();
  configuration_.proxy = "http://user:hunter2@proxy.invalid:3128";
  const clerk::Error error = error_of_call();
  EXPECT_EQ(error.kind, ErrorKind::not_sent);
  EXPECT_THAT(error.message(), HasSubstr("the proxy proxy.invalid:3128"));
}

TEST_P(RefusingProxy, that_can_not_be_used_is_a_matter_of_the_configuration) {
  for (const char* proxy : {"ftp://user:hunter2@127.0.0.1:3128", "http://user:hunter2@127.0.0.1:99999",
                            "http://user:hunter2@", "http://user:hunter2 @127.0.0.1", "user:hunter2@127.0.0.1:port"}) {
    configuration_.proxy = proxy;
    const clerk::Error given = error_of_call();
    EXPECT_EQ(given.kind, ErrorKind::bad_configuration) << given.message();
    EXPECT_THAT(given.message(), HasSubstr("proxy")) << proxy;
    EXPECT_LE(given.attempts.size(), 1U) << proxy;

    configuration_.proxy.clear();
    const ScopedVariable variable{"HTTPS_PROXY", proxy};
    const clerk::Error found = error_of_call();
    EXPECT_EQ(found.kind, ErrorKind::bad_configuration) << found.message();
    EXPECT_THAT(found.message(), HasSubstr("HTTPS_PROXY")) << proxy;
    EXPECT_LE(found.attempts.size(), 1U) << proxy;
  }
}

}  // namespace
