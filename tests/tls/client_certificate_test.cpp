#include "tests/support/private_folder.hpp"
#include "tests/tls/caller.hpp"
#include "tests/tls/certificates.hpp"
#include "tests/tls/tls_peer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <tuple>

namespace {

using namespace std::chrono_literals;
using clerk::Configuration;
using clerk::ErrorKind;
using clerk::test::Authority;
using clerk::test::Caller;
using clerk::test::Credentials;
using clerk::test::TlsPeer;
using clerk::test::Validity;
using clerk::test::Way;
using testing::HasSubstr;
using testing::Not;

/// A server that demands a client's certificate, with either version: with TLS 1.3 a client takes the handshake for
/// done before the server has looked at the certificate.
class ClientCertificate : public testing::TestWithParam<std::tuple<Way, int>> {
 protected:
  ClientCertificate() {
    configuration_.retries.initial = 1ms;
    configuration_.ca_cert_data = servers_.pem();
  }

  void use(const std::string& certificate, const std::string& key) {
    configuration_.cert_file = folder_.write("client.pem", certificate);
    configuration_.key_file = folder_.write("client.key", key);
  }
  [[nodiscard]] clerk::Result<void> call() const { return Caller{std::get<Way>(GetParam()), configuration_}.write(); }

  void expect_refused(const clerk::Result<void>& result) const {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::tls) << result.error().message();
    EXPECT_EQ(result.error().attempts.size(), 1U);
    EXPECT_FALSE(result.error().attempts.front().sent);
    ASSERT_TRUE(peer_.wait_for_end_of(1));
    EXPECT_EQ(peer_.connections(), 1);
    EXPECT_EQ(peer_.handshakes(), 0);
    EXPECT_TRUE(peer_.requests().empty());
  }

  clerk::test::PlainEnvironment environment_{};
  clerk::test::PrivateFolder folder_{};
  Authority servers_{"Authority of servers"};
  Authority clients_{"Authority of clients"};
  Credentials client_{clients_.issue({.name = "a client"})};
  TlsPeer peer_{{.credentials = servers_.issue({.name = "here", .alternatives = {"IP:127.0.0.1"}}),
                 .oldest = std::get<int>(GetParam()),
                 .newest = std::get<int>(GetParam()),
                 .client_authority = clients_.pem()}};
  Configuration configuration_{.host = peer_.url(), .access_token = "sk_test_key"};
};

INSTANTIATE_TEST_SUITE_P(Both, ClientCertificate,
                         testing::Combine(testing::Values(Way::blocking, Way::asynchronous),
                                          testing::Values(TLS1_2_VERSION, TLS1_3_VERSION)),
                         [](const auto& parameters) {
                           return testing::PrintToString(std::get<Way>(parameters.param)) +
                                  (std::get<int>(parameters.param) == TLS1_2_VERSION ? "_tls_1_2" : "_tls_1_3");
                         });

TEST_P(ClientCertificate, is_shown) {
  use(client_.certificate, client_.key);
  const auto result = call();
  ASSERT_TRUE(result) << result.error().message();
  ASSERT_EQ(peer_.requests().size(), 1U);
  EXPECT_EQ(peer_.requests().front().client, "a client");
}

TEST_P(ClientCertificate, may_stand_in_one_file_with_its_key) {
  configuration_.cert_file = folder_.write("both.pem", client_.certificate + client_.key);
  const auto result = call();
  EXPECT_TRUE(result) << result.error().message();
}

TEST_P(ClientCertificate, is_asked_for_in_the_error_when_there_is_none) {
  const auto result = call();
  expect_refused(result);
  EXPECT_THAT(result.error().message(), HasSubstr("set cert_file and key_file"));
}

TEST_P(ClientCertificate, of_another_authority_is_refused_and_named) {
  const Credentials stranger = servers_.issue({.name = "a stranger"});
  use(stranger.certificate, stranger.key);
  const auto result = call();
  expect_refused(result);
  EXPECT_THAT(result.error().message(), HasSubstr(configuration_.cert_file));
}

TEST_P(ClientCertificate, that_has_expired_is_refused_and_named) {
  const Credentials old = clients_.issue({.name = "an old client", .validity = Validity::past});
  use(old.certificate, old.key);
  const auto result = call();
  expect_refused(result);
  EXPECT_THAT(result.error().message(), HasSubstr(configuration_.cert_file));
}

TEST_P(ClientCertificate, with_a_key_that_is_not_its_own_or_none_names_the_key_file) {
  for (const std::string& key : {clients_.issue({.name = "another"}).key, std::string{"nothing\n"}}) {
    use(client_.certificate, key);
    const auto result = call();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::bad_configuration) << result.error().message();
    EXPECT_THAT(result.error().message(), HasSubstr("key_file " + configuration_.key_file));
    EXPECT_LE(result.error().attempts.size(), 1U);
  }
  EXPECT_TRUE(peer_.requests().empty());
}

}  // namespace
