// What clerkctl makes of a server's certificate, against a server behind TLS.
#include "tests/conformance/server_support.hpp"
#include "tests/ctl/shell.hpp"
#include "tests/tls/tls_peer.hpp"

#include <boost/json/array.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl::test {

namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

using clerk::test::Validity;

const std::vector<std::string> this_host{"IP:127.0.0.1"};

boost::json::object check_of(const Shell& shell, std::string_view name) {
  const Ran ran = shell.run("doctor --format json");
  const boost::json::value told = ran.json();
  for (const boost::json::value& check : told.at("checks").as_array()) {
    if (check.at("name").as_string() == name) return check.as_object();
  }
  ADD_FAILURE() << "no check " << name << " in " << ran.said();
  return {};
}

/// A shell that trusts the authority, and talks to a server with the given certificate.
class Tls {
 public:
  Tls(const clerk::test::Authority& authority, const clerk::test::TlsPeer::Options& options)
      : peer_{options}, shell{peer_.url(), "sk_test_value1234"} {
    shell.environment["SSL_CERT_FILE"] = shell.path(shell.write("authority.pem", authority.pem()));
  }

  [[nodiscard]] boost::json::object check(std::string_view name) const { return check_of(shell, name); }
  [[nodiscard]] bool was_asked() const { return !peer_.requests().empty(); }

 private:
  clerk::test::TlsPeer peer_;

 public:
  Shell shell;
};

TEST(TlsOfClerkctl, trusts_the_authority_that_the_environment_names) {
  const clerk::test::Authority authority{"ours"};
  const Tls tls{authority, {.credentials = authority.issue({.name = "server", .alternatives = this_host})}};
  EXPECT_EQ(tls.check("tls").at("verdict"), "ok");
  EXPECT_TRUE(tls.was_asked());
}

TEST(TlsOfClerkctl, says_what_is_wrong_with_a_certificate_and_sends_no_key) {
  struct Row {
    clerk::test::Credentials credentials;
    std::string finding;
    std::string advice;
  };
  const clerk::test::Authority authority{"ours"};
  const clerk::test::Authority other{"another"};
  for (const auto& [credentials, finding, advice] : std::vector<Row>{
           {authority.issue({.name = "server", .alternatives = this_host, .validity = Validity::past}), "expired",
            "renewed"},
           {authority.issue({.name = "server", .alternatives = this_host, .validity = Validity::future}),
            "not yet valid", "clock"},
           {authority.issue({.name = "expired", .alternatives = {"DNS:example.com"}}), "127.0.0.1", "a name"},
           {other.issue({.name = "server", .alternatives = this_host}), "certificate", "SSL_CERT_FILE"},
           {clerk::test::self_signed({.name = "server", .alternatives = this_host}), "self", "SSL_CERT_FILE"},
       }) {
    const Tls tls{authority, {.credentials = credentials}};
    const boost::json::object check = tls.check("tls");
    EXPECT_EQ(check.at("verdict"), "failed");
    EXPECT_THAT(check.at("finding").as_string().c_str(), HasSubstr(finding));
    EXPECT_THAT(check.at("advice").as_string().c_str(), HasSubstr(advice));
    const bool is_of_trust = advice == "SSL_CERT_FILE";
    EXPECT_EQ(check.at("advice").as_string().find("authority") != std::string::npos, is_of_trust) << finding;
    const Ran pulled = tls.shell.run("settings pull");
    EXPECT_EQ(pulled.status, failed);
    EXPECT_THAT(pulled.out, IsEmpty());
    EXPECT_THAT(pulled.err, AllOf(HasSubstr(finding), HasSubstr("clerkctl doctor")));
    EXPECT_FALSE(tls.was_asked()) << finding;
  }
}

TEST(TlsOfClerkctl, says_what_else_the_server_wants) {
  const clerk::test::Authority authority{"ours"};
  const auto credentials = authority.issue({.name = "server", .alternatives = this_host});
  const std::pair<clerk::test::TlsPeer::Options, std::string> rows[] = {
      {{.credentials = credentials, .oldest = TLS1_VERSION, .newest = TLS1_1_VERSION}, "TLS 1.2 or newer"},
      {{.credentials = credentials, .newest = TLS1_2_VERSION, .client_authority = authority.pem()},
       "a certificate of who calls"},
  };
  for (const auto& [options, advice] : rows) {
    const Tls tls{authority, options};
    const boost::json::object check = tls.check("tls");
    EXPECT_EQ(check.at("verdict"), "failed");
    EXPECT_THAT(check.at("advice").as_string().c_str(), HasSubstr(advice)) << check.at("finding");
  }
}

TEST(TlsOfClerkctl, advises_on_the_address_where_nobody_speaks_tls) {
  const clerk::testing::RunningServer server;
  Shell shell{"https" + server.url().substr(std::string_view{"http"}.size()), clerk::testing::development_key};
  const boost::json::object check = check_of(shell, "tls");
  EXPECT_EQ(check.at("verdict"), "failed");
  EXPECT_THAT(check.at("advice").as_string().c_str(),
              AllOf(HasSubstr("http://"), HasSubstr("port"), HasSubstr("CLERK_API_URL"), Not(HasSubstr("authority"))));
}

}  // namespace

}  // namespace clerk::ctl::test
