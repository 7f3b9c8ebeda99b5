// A client that is a static object, up to the end of its program.
#include "tests/concurrency/clients.hpp"
#include "tests/support/private_folder.hpp"
#include "tests/support/run_program.hpp"
#include "tests/tls/certificates.hpp"
#include "tests/tls/tls_peer.hpp"

namespace {

using namespace clerk::concurrency;
using clerk::test::run_program;

constexpr int calls_of_the_program = 82;

/// Through `env`, so that this process's own environment stays as it is.
clerk::test::ProgramOutcome run(const std::string& url, const std::string& authorities) {
  return run_program("/usr/bin/env", "CLERK_API_URL=" + url + " SSL_CERT_FILE=" + authorities + " '" STATIC_CLIENT "'");
}

TEST(AStaticClient, works_on_threads_and_after_main) {
  const HostilePeer peer{clerk::field::succeed};
  const auto outcome = run(peer.url(), "");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.output, "");
  EXPECT_EQ(peer.requests(), calls_of_the_program);
}

// OpenSSL goes at exit too, and must not go before those who use it.
TEST(AStaticClient, works_over_tls_on_threads_and_after_main) {
  const clerk::test::Authority authority{"Authority of the test"};
  const clerk::test::TlsPeer peer{{.credentials = authority.issue({.name = "here", .alternatives = {"IP:127.0.0.1"}})}};
  const clerk::test::PrivateFolder folder;
  const auto outcome = run(peer.url(), folder.write("authorities.pem", authority.pem()));
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.output, "");
  EXPECT_EQ(peer.requests().size(), std::size_t{calls_of_the_program});
}

}  // namespace
