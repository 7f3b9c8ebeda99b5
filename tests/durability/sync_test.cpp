#include "tests/durability/daemon_support.hpp"

#include <atomic>
#include <future>
#include <vector>

namespace clerk::testing {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

/// Between a client and the disk nothing answers early.
class SyncedServer : public DaemonOnADisk {};

TEST_F(SyncedServer, SyncsEachWriteOnceBeforeItAnswers) {
  const int before = disk.log_syncs;
  for (int i = 1; i <= 20; ++i) {
    EXPECT_EQ(client.patch("/v1/instance", email_patch("n" + std::to_string(i)))->status, 204U);
    EXPECT_EQ(disk.log_syncs, before + i);
  }
}

TEST_F(SyncedServer, SyncsNothingForWhatWritesNothing) {
  EXPECT_EQ(client.patch("/v1/instance", email_patch("help"))->status, 204U);
  const int before = disk.log_syncs;
  EXPECT_EQ(client.patch("/v1/instance", email_patch("help"))->status, 204U) << "the same once more";
  EXPECT_EQ(client.patch("/v1/instance", R"({"support_email":"no address"})")->status, 422U);
  EXPECT_EQ(client.get("/__clerkd/settings")->status, 200U);
  EXPECT_EQ(disk.log_syncs, before);
}

TEST_F(SyncedServer, SyncsOnceForEachGroupOfManyClients) {
  EXPECT_EQ(client.patch("/v1/instance", email_patch("first"))->status, 204U);
  const int syncs = disk.log_syncs;
  const auto commits = daemon.writer().counters().commits;
  std::vector<std::future<int>> clients;
  for (int c = 0; c < 8; ++c) {
    clients.push_back(std::async(std::launch::async, [&, c] {
      HttpClient own{daemon.port(), key};
      int answered = 0;
      for (int i = 0; i < 25; ++i) {
        const std::string name = "n" + std::to_string(c) + "-" + std::to_string(i);
        if (own.patch("/v1/instance", email_patch(name))->status == 204U) ++answered;
      }
      return answered;
    }));
  }
  for (auto& each : clients) EXPECT_EQ(each.get(), 25);
  EXPECT_EQ(static_cast<std::uint64_t>(disk.log_syncs - syncs), daemon.writer().counters().commits - commits);
}

TEST_F(SyncedServer, ShowsAndAnswersAWriteOnlyAfterItsSyncHasReturned) {
  EXPECT_EQ(client.patch("/v1/instance", email_patch("before"))->status, 204U);
  std::atomic<bool> watching{true};
  std::atomic<bool> answered{};
  std::vector<std::string> shown_in_sync;
  std::vector<bool> answered_in_sync;
  HttpClient reader{daemon.port(), key};
  disk.before_sync_returns = [&] {
    if (!watching) return;
    shown_in_sync.push_back(support_email_in(reader.get("/__clerkd/settings")->body));
    answered_in_sync.push_back(answered);
  };
  // From another thread, since this one must not be the one that waits for the answer while it is looked for.
  std::async(std::launch::async, [&] {
    const auto answer = client.patch("/v1/instance", email_patch("after"));
    answered = true;
    EXPECT_EQ(answer->status, 204U);
  }).get();
  EXPECT_THAT(shown_in_sync, ElementsAre("before@example.com"));
  EXPECT_THAT(answered_in_sync, ElementsAre(false));
  EXPECT_EQ(support_email(), "after@example.com");
  watching = false;  // the end of the server syncs too
  daemon.stop();
  disk.before_sync_returns = nullptr;
}

}  // namespace
}  // namespace clerk::testing
