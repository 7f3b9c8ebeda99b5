// Which threads there are while calls run.
#include "tests/concurrency/clients.hpp"

#include <boost/asio/use_future.hpp>

#include <array>
#include <atomic>
#include <string>
#include <unistd.h>

namespace {

using namespace clerk::concurrency;
using clerk::AsyncClient;
using clerk::operations::UpdateInstance;

/// Where the server's script looks, as a call is under way then.
class CountingPeer {
 public:
  [[nodiscard]] std::string url(const std::string& host) const {
    std::string url = peer_.url();
    return url.replace(url.find("127.0.0.1"), 9, host);
  }
  [[nodiscard]] std::ptrdiff_t threads_seen() const { return seen_; }

 private:
  std::atomic<std::ptrdiff_t> seen_{0};
  HostilePeer peer_{[this](const SeenRequest& request) {
    seen_ = threads();
    return clerk::field::succeed(request);
  }};
};

class NoThreadOfOurOwn : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(, NoThreadOfOurOwn, testing::Values("127.0.0.1", "localhost"), [](const auto& of) {
  return std::string{of.param} == "localhost" ? "by_name" : "by_address";
});

TEST_P(NoThreadOfOurOwn, runs_during_or_after_a_blocking_call) {
  const CountingPeer peer;
  const auto before = threads();
  const clerk::ApiClient client{configuration_for(peer.url(GetParam()))};
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(client.send(UpdateInstance{}));
  EXPECT_EQ(peer.threads_seen(), before);
  EXPECT_EQ(threads(), before);
}

TEST_P(NoThreadOfOurOwn, runs_during_or_after_an_asynchronous_call) {
  const CountingPeer peer;
  Pool pool{1};
  const auto before = threads();
  const AsyncClient client{configuration_for(peer.url(GetParam())), pool.context()};
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(client.async_send(UpdateInstance{}, asio::use_future).get());
  EXPECT_EQ(peer.threads_seen(), before);
  EXPECT_EQ(threads(), before);
}

std::string name_of_this_machine() {
  std::array<char, 256> name{};
  EXPECT_EQ(::gethostname(name.data(), name.size() - 1), 0);
  return name.data();
}

// libcurl asks the system for an address on a thread, as the system can only be asked and waited for. Whether the name
// has one, and whether it is this machine's loopback address, is the machine's business.
TEST(ALookUpOfAName, leaves_no_thread_behind) {
  const CountingPeer peer;
  Pool pool{1};
  const auto before = threads();
  auto configuration = configuration_for(peer.url(name_of_this_machine()));
  configuration.retries = clerk::RetryPolicy::none();
  {
    const AsyncClient client{configuration, pool.context()};
    static_cast<void>(client.send(UpdateInstance{}));
    static_cast<void>(client.async_send(UpdateInstance{}, asio::use_future).get());
  }
  EXPECT_TRUE(comes_true([before] { return threads() == before; }));
}

}  // namespace
