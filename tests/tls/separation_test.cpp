#include "tests/support/private_folder.hpp"
#include "tests/tls/caller.hpp"
#include "tests/tls/certificates.hpp"
#include "tests/tls/proxy.hpp"
#include "tests/tls/tls_peer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

namespace {

using clerk::Configuration;
using clerk::ErrorKind;
using clerk::test::Authority;
using clerk::test::Caller;
using clerk::test::Credentials;
using clerk::test::Proxy;
using clerk::test::TlsPeer;
using clerk::test::Way;

/// Clients of one process that differ in one option, calling by turns: none may ride on another's connection.
class Clients : public testing::TestWithParam<Way> {
 protected:
  [[nodiscard]] Configuration configuration(const std::string& key = "sk_test_one") const {
    return {.host = peer_.url(), .access_token = key, .ca_cert_data = authority_.pem()};
  }

  void use(Configuration& configuration, const std::string& name) const {
    const Credentials client = authority_.issue({.name = name});
    configuration.cert_file = folder_.write(name + ".pem", client.certificate + client.key);
  }

  clerk::test::PlainEnvironment environment_{};
  clerk::test::PrivateFolder folder_{};
  Authority authority_{"Authority of the test"};
  Authority stranger_{"Another authority"};
  Credentials server_{authority_.issue({.name = "here", .alternatives = {"IP:127.0.0.1"}})};
  TlsPeer peer_{{.credentials = server_}};
};

INSTANTIATE_TEST_SUITE_P(Both, Clients, testing::Values(Way::blocking, Way::asynchronous),
                         testing::PrintToStringParamName{});

TEST_P(Clients, with_other_keys_have_their_own_connections) {
  Caller one{GetParam(), configuration("sk_test_one")};
  Caller two{GetParam(), configuration("sk_test_two")};
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(one.write());
    ASSERT_TRUE(two.write());
  }
  std::map<int, std::set<std::string>> keys;
  for (const TlsPeer::Request& request : peer_.requests()) {
    keys[request.connection].insert(*request.headers.find("Authorization"));
  }
  EXPECT_EQ(peer_.handshakes(), 2);
  ASSERT_EQ(keys.size(), 2U);
  for (const auto& [connection, seen] : keys) EXPECT_EQ(seen.size(), 1U) << connection;
}

TEST_P(Clients, with_other_authorities_trust_for_themselves_alone) {
  Configuration distrusting = configuration();
  distrusting.ca_cert_data = stranger_.pem();
  Configuration careless = configuration();
  careless.ca_cert_data.clear();
  careless.verify_ssl = false;
  Caller one{GetParam(), configuration()};
  Caller two{GetParam(), distrusting};
  Caller three{GetParam(), careless};
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(one.write());
    ASSERT_TRUE(three.write());
    const auto refused = two.write();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::tls);
  }
  EXPECT_EQ(peer_.handshakes(), 2);
  EXPECT_EQ(peer_.connections(), 2 + 3);
  EXPECT_EQ(peer_.requests().size(), 6U);
}

TEST_P(Clients, with_other_certificates_show_each_their_own) {
  const TlsPeer peer{{.credentials = server_, .client_authority = authority_.pem()}};
  Configuration first = configuration("sk_test_ann");
  Configuration second = configuration("sk_test_bob");
  first.host = second.host = peer.url();
  use(first, "ann");
  use(second, "bob");
  Caller ann{GetParam(), first};
  Caller bob{GetParam(), second};
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(ann.write());
    ASSERT_TRUE(bob.write());
  }
  EXPECT_EQ(peer.connections(), 2);
  ASSERT_EQ(peer.requests().size(), 6U);
  for (const TlsPeer::Request& request : peer.requests()) {
    EXPECT_EQ(*request.headers.find("Authorization"), "Bearer sk_test_" + request.client);
  }
}

TEST_P(Clients, with_other_proxies_go_each_by_their_own) {
  const Proxy first{{.upstream = peer_.port()}};
  const Proxy second{{.upstream = peer_.port()}};
  Configuration by_first = configuration();
  Configuration by_second = configuration();
  by_first.proxy = first.url();
  by_second.proxy = second.url();
  Caller direct{GetParam(), configuration()};
  Caller one{GetParam(), by_first};
  Caller two{GetParam(), by_second};
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(direct.write());
    ASSERT_TRUE(one.write());
    ASSERT_TRUE(two.write());
  }
  EXPECT_EQ(first.requests().size(), 1U);
  EXPECT_EQ(second.requests().size(), 1U);
  EXPECT_EQ(peer_.handshakes(), 3);
}

}  // namespace
