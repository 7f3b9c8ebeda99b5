#include "tests/support/private_folder.hpp"
#include "tests/tls/caller.hpp"
#include "tests/tls/certificates.hpp"
#include "tests/tls/tls_peer.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>

namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;
using clerk::Configuration;
using clerk::ErrorKind;
using clerk::test::Authority;
using clerk::test::Caller;
using clerk::test::Credentials;
using clerk::test::everything;
using clerk::test::ScopedVariable;
using clerk::test::Subject;
using clerk::test::TlsPeer;
using clerk::test::Validity;
using clerk::test::Way;
using testing::HasSubstr;
using testing::Not;

class Trust : public testing::TestWithParam<Way> {
 protected:
  static Subject here() { return {.name = "here", .alternatives = {"IP:127.0.0.1", "DNS:localhost"}}; }

  [[nodiscard]] static Configuration configuration_for(const TlsPeer& peer) {
    Configuration configuration{.host = peer.url(), .access_token = "sk_test_key"};
    configuration.retries.initial = 1ms;
    return configuration;
  }
  [[nodiscard]] static clerk::Result<void> call(Configuration configuration) {
    return Caller{GetParam(), std::move(configuration)}.write();
  }

  /// The handshake failed for good: one connection, and nothing came through it.
  static void expect_refused(const clerk::Result<void>& result, const TlsPeer& peer) {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::tls) << result.error().message();
    ASSERT_EQ(result.error().attempts.size(), 1U);
    EXPECT_FALSE(result.error().attempts.front().sent);
    ASSERT_TRUE(peer.wait_for_end_of(1));
    EXPECT_EQ(peer.connections(), 1);
    EXPECT_TRUE(peer.requests().empty());
  }

  clerk::test::PlainEnvironment environment_{};
  clerk::test::PrivateFolder folder_{};
  Authority authority_{"Authority of the test"};
  Authority stranger_{"Another authority"};
  TlsPeer peer_{{.credentials = authority_.issue(here())}};
};

INSTANTIATE_TEST_SUITE_P(Both, Trust, testing::Values(Way::blocking, Way::asynchronous),
                         testing::PrintToStringParamName{});

TEST_P(Trust, comes_from_a_file) {
  Configuration configuration = configuration_for(peer_);
  configuration.ssl_ca_cert = folder_.write("ca.pem", authority_.pem());
  const auto result = call(configuration);
  EXPECT_TRUE(result) << result.error().message();
  ASSERT_EQ(peer_.requests().size(), 1U);
  EXPECT_EQ(peer_.requests().front().target, "/v1/instance");
}

TEST_P(Trust, comes_from_any_certificate_of_a_file) {
  Configuration configuration = configuration_for(peer_);
  configuration.ssl_ca_cert = folder_.write("ca.pem", stranger_.pem() + authority_.pem());
  EXPECT_TRUE(call(configuration));
}

TEST_P(Trust, comes_from_a_directory) {
  folder_.write("authority.pem", authority_.pem());
  std::filesystem::create_symlink("authority.pem", folder_.path(clerk::test::hashed_name(authority_.pem())));
  Configuration configuration = configuration_for(peer_);
  configuration.ssl_ca_directory = folder_.path();
  EXPECT_TRUE(call(configuration));

  configuration.ssl_ca_directory = folder_.path("not_there") + ":" + folder_.path();
  EXPECT_TRUE(call(configuration));
}

TEST_P(Trust, does_not_come_from_a_directory_without_hashed_names) {
  folder_.write("authority.pem", authority_.pem());
  Configuration configuration = configuration_for(peer_);
  configuration.ssl_ca_directory = folder_.path();
  expect_refused(call(configuration), peer_);
}

TEST_P(Trust, comes_from_data) {
  Configuration configuration = configuration_for(peer_);
  configuration.ca_cert_data = authority_.pem();
  EXPECT_TRUE(call(configuration));

  configuration.ssl_ca_cert = folder_.write("ca.pem", stranger_.pem());
  EXPECT_TRUE(call(configuration)) << "data go before a file";
}

TEST_P(Trust, comes_from_the_environment_when_that_is_read) {
  const ScopedVariable key{"CLERK_SECRET_KEY", "sk_test_key"};
  const ScopedVariable url{"CLERK_API_URL", peer_.url()};
  const ScopedVariable file{"SSL_CERT_FILE", folder_.write("ca.pem", authority_.pem())};
  EXPECT_TRUE(call(Configuration::from_environment()));

  const auto unread = call(configuration_for(peer_));
  ASSERT_FALSE(unread);
  EXPECT_EQ(unread.error().kind, ErrorKind::tls);
}

TEST_P(Trust, comes_from_a_directory_of_the_environment) {
  folder_.write(clerk::test::hashed_name(authority_.pem()), authority_.pem());
  const ScopedVariable key{"CLERK_SECRET_KEY", "sk_test_key"};
  const ScopedVariable url{"CLERK_API_URL", peer_.url()};
  const ScopedVariable directory{"SSL_CERT_DIR", folder_.path()};
  EXPECT_TRUE(call(Configuration::from_environment()));
}

TEST_P(Trust, is_not_given_to_a_stranger_s_certificate) {
  Configuration configuration = configuration_for(peer_);
  configuration.ssl_ca_cert = folder_.write("ca.pem", stranger_.pem());
  const auto result = call(configuration);
  expect_refused(result, peer_);
  EXPECT_THAT(result.error().message(), HasSubstr("issuer certificate"));
  EXPECT_THAT(result.error().message(), HasSubstr("set ssl_ca_cert"));
}

TEST_P(Trust, is_not_given_to_a_private_authority_by_default) {
  const auto result = call(configuration_for(peer_));
  expect_refused(result, peer_);
  EXPECT_THAT(result.error().message(), HasSubstr("set ssl_ca_cert"));
}

TEST_P(Trust, is_not_given_to_a_certificate_that_signed_itself) {
  const TlsPeer peer{{.credentials = clerk::test::self_signed(here())}};
  const auto result = call(configuration_for(peer));
  expect_refused(result, peer);
  EXPECT_THAT(result.error().message(), HasSubstr("self-signed"));
}

TEST_P(Trust, is_not_given_to_a_certificate_for_another_host) {
  const TlsPeer peer{{.credentials = authority_.issue({.name = "127.0.0.1", .alternatives = {"DNS:elsewhere.test"}})}};
  Configuration configuration = configuration_for(peer);
  configuration.ca_cert_data = authority_.pem();
  const auto result = call(configuration);
  expect_refused(result, peer);
  EXPECT_THAT(result.error().message(), HasSubstr("127.0.0.1"));
  EXPECT_THAT(result.error().message(), HasSubstr("a name that the certificate is for"));
  EXPECT_THAT(result.error().message(), Not(HasSubstr("ssl_ca_cert")));
}

TEST_P(Trust, is_given_to_one_certificate_by_name_and_by_address) {
  for (const char* host : {"localhost", "127.0.0.1"}) {
    Configuration configuration = configuration_for(peer_);
    configuration.host = peer_.url(host);
    configuration.ca_cert_data = authority_.pem();
    const auto result = call(configuration);
    EXPECT_TRUE(result) << host << ": " << result.error().message();
  }
}

TEST_P(Trust, ends_with_the_certificate) {
  Subject old = here();
  old.validity = Validity::past;
  const TlsPeer peer{{.credentials = authority_.issue(old)}};
  Configuration configuration = configuration_for(peer);
  configuration.ca_cert_data = authority_.pem();
  const auto result = call(configuration);
  expect_refused(result, peer);
  EXPECT_THAT(result.error().message(), HasSubstr("expired"));
  EXPECT_THAT(result.error().message(), HasSubstr("has to be renewed"));
}

TEST_P(Trust, is_not_asked_for_without_verification) {
  Configuration configuration = configuration_for(peer_);
  configuration.verify_ssl = false;
  EXPECT_TRUE(call(configuration));
  EXPECT_EQ(peer_.requests().size(), 1U);
}

TEST_P(Trust, names_the_setting_and_the_file_that_can_not_be_used) {
  struct Row {
    std::string Configuration::*setting;
    std::string value;
    std::string words;
  };
  const std::string empty = folder_.write("empty.pem", "nothing\n");
  const Row table[] = {
      {&Configuration::ssl_ca_cert, folder_.path("gone.pem"), "ssl_ca_cert names " + folder_.path("gone.pem")},
      {&Configuration::ssl_ca_cert, empty, "ssl_ca_cert names " + empty},
      {&Configuration::ssl_ca_cert, folder_.path(), "ssl_ca_cert names " + folder_.path()},
      {&Configuration::ssl_ca_directory, folder_.path("gone"), "ssl_ca_directory names " + folder_.path("gone")},
      {&Configuration::ssl_ca_directory, empty, "ssl_ca_directory names " + empty},
      {&Configuration::ca_cert_data, "nothing", "ca_cert_data must hold certificates"},
      {&Configuration::cert_file, folder_.path("gone.pem"), "cert_file names " + folder_.path("gone.pem")},
      {&Configuration::cert_file, empty, "cert_file names " + empty},
      {&Configuration::key_file, folder_.path("gone.key"), "key_file names " + folder_.path("gone.key")},
  };
  for (const Row& row : table) {
    Configuration configuration = configuration_for(peer_);
    configuration.*row.setting = row.value;
    const auto result = call(configuration);
    ASSERT_FALSE(result) << row.words;
    EXPECT_EQ(result.error().kind, ErrorKind::bad_configuration) << result.error().message();
    EXPECT_THAT(result.error().message(), HasSubstr(row.words));
    EXPECT_LE(result.error().attempts.size(), 1U) << row.words;
  }
  EXPECT_TRUE(peer_.requests().empty());
}

TEST_P(Trust, names_a_file_of_the_environment_that_is_not_there) {
  const ScopedVariable key{"CLERK_SECRET_KEY", "sk_test_key"};
  const ScopedVariable file{"SSL_CERT_FILE", folder_.path("gone.pem")};
  const auto result = call(Configuration::from_environment());
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::bad_configuration);
  EXPECT_THAT(result.error().message(), HasSubstr(folder_.path("gone.pem")));
  EXPECT_THAT(result.error().message(), HasSubstr("SSL_CERT_FILE"));
}

/// Whether a client without the library's rules comes to an agreement with the peer.
bool anyone_agrees(const TlsPeer& peer) {
  asio::io_context context;
  asio::ssl::context anyone{asio::ssl::context::tls_client};
  SSL_CTX_set_security_level(anyone.native_handle(), 0);
  SSL_CTX_set_min_proto_version(anyone.native_handle(), TLS1_VERSION);
  asio::ssl::stream<asio::ip::tcp::socket> stream{context, anyone};
  stream.next_layer().connect({asio::ip::address_v4::loopback(), peer.port()});
  boost::system::error_code error;
  stream.handshake(asio::ssl::stream_base::client, error);
  return !error;
}

TEST_P(Trust, needs_tls_1_2) {
  const TlsPeer old{{.credentials = authority_.issue(here()), .oldest = TLS1_1_VERSION, .newest = TLS1_1_VERSION}};
  ASSERT_TRUE(anyone_agrees(old)) << "the peer can't speak TLS 1.1, so a refusal would show nothing";
  ASSERT_TRUE(old.wait_for_end_of(1));
  Configuration configuration = configuration_for(old);
  configuration.ca_cert_data = authority_.pem();
  const auto result = call(configuration);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::tls);
  EXPECT_THAT(result.error().message(), HasSubstr("TLS 1.2 or newer"));
  EXPECT_EQ(result.error().attempts.size(), 1U);
  ASSERT_TRUE(old.wait_for_end_of(2));
  EXPECT_EQ(old.handshakes(), 1);
  EXPECT_TRUE(old.requests().empty());

  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    const TlsPeer peer{{.credentials = authority_.issue(here()), .oldest = version, .newest = version}};
    configuration.host = peer.url();
    const auto accepted = call(configuration);
    EXPECT_TRUE(accepted) << accepted.error().message();
  }
}

TEST_P(Trust, is_established_once_for_call_after_call) {
  Configuration configuration = configuration_for(peer_);
  configuration.ca_cert_data = authority_.pem();
  Caller caller{GetParam(), configuration};
  for (int i = 0; i < 20; ++i) {
    ASSERT_TRUE(caller.write());
    ASSERT_TRUE(caller.read());
  }
  EXPECT_EQ(peer_.requests().size(), 40U);
  EXPECT_EQ(peer_.handshakes(), 1);
}

}  // namespace
