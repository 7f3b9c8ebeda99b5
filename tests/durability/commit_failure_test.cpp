#include "server/store/writer.hpp"
#include "tests/durability/daemon_support.hpp"

#include <future>
#include <vector>

namespace clerk::testing {
namespace {

using ::testing::HasSubstr;

/// What clients see when the server's disk does not take a write.
class FailingDisk : public DaemonOnADisk {
 protected:
  void SetUp() override { ASSERT_EQ(client.patch("/v1/instance", email_patch("before"))->status, 204U); }

  /// Answers to PATCHes of many clients at once, the writer being held until all are on their way.
  std::vector<std::optional<HttpAnswer>> patch_together(int clients, const auto& let_fail) {
    std::promise<void> held;
    std::promise<void> open;
    server::store::Job hold{.connection = 1'000'000};
    hold.apply = [&](server::store::Transaction&) {
      held.set_value();
      open.get_future().wait();
      return server::store::Verdict::undo;
    };
    EXPECT_TRUE(daemon.writer().submit(std::move(hold)));
    held.get_future().wait();
    std::vector<std::future<std::optional<HttpAnswer>>> running;
    for (int c = 0; c < clients; ++c) {
      running.push_back(std::async(std::launch::async, [&, c] {
        return HttpClient{daemon.port(), key}.patch("/v1/instance", email_patch("n" + std::to_string(c)));
      }));
    }
    let_fail();
    open.set_value();
    std::vector<std::optional<HttpAnswer>> answers;
    for (auto& each : running) answers.push_back(each.get());
    return answers;
  }

  void wait_until_ready() {
    while (readiness() != 200U) {
    }
  }
};

void expect_not_committed(const std::optional<HttpAnswer>& answer) {
  ASSERT_TRUE(answer) << "the connection was closed";
  EXPECT_EQ(answer->status, 503U);
  EXPECT_EQ(answer->retry_after, "1");
  EXPECT_THAT(answer->body, HasSubstr("\"code\":\"service_unavailable\""));
  EXPECT_THAT(answer->body, HasSubstr("was not made"));
  EXPECT_THAT(answer->body, HasSubstr("clerk_trace_id"));
}

TEST_F(FailingDisk, ThatIsFullAtCommitRefusesTheWholeGroupAndReadsGoOn) {
  for (const auto& answer : patch_together(8, [&] { disk.disk_is_full = true; })) expect_not_committed(answer);
  EXPECT_EQ(support_email(), "before@example.com");
  EXPECT_EQ(support_email_in_file(), "before@example.com");
  EXPECT_EQ(client.get("/v1/instance")->status, 200U);
  EXPECT_EQ(client.get("/healthz")->status, 200U);
  EXPECT_EQ(readiness(), 200U) << "nothing was written and nothing is unknown";

  disk.disk_is_full = false;
  EXPECT_EQ(client.patch("/v1/instance", email_patch("after"))->status, 204U);
  EXPECT_EQ(support_email(), "after@example.com");
  EXPECT_EQ(support_email_in_file(), "after@example.com");
}

TEST_F(FailingDisk, WithAnErrorAtCommitLeavesTheGroupWithoutAnAnswer) {
  int dropped = 0;
  for (const auto& answer : patch_together(8, [&] { disk.fail_log_syncs = disk.fail_opens = true; })) {
    if (answer) {
      expect_not_committed(answer);  // it came later, when there was no connection to the file
    } else {
      ++dropped;
    }
  }
  EXPECT_GE(dropped, 1);
  EXPECT_EQ(readiness(), 503U);
  EXPECT_EQ(client.get("/healthz")->status, 200U);
  EXPECT_EQ(client.get("/v1/instance")->status, 200U) << "reads go on";
  expect_not_committed(client.patch("/v1/instance", email_patch("meanwhile")));
  EXPECT_EQ(readiness(), 503U);

  disk.fail_log_syncs = disk.fail_opens = false;
  wait_until_ready();
  EXPECT_EQ(client.patch("/v1/instance", email_patch("after"))->status, 204U);
  EXPECT_EQ(support_email_in_file(), "after@example.com");
}

TEST_F(FailingDisk, ThatFailsForAMomentShowsAfterwardsWhatTheFileHolds) {
  // A sync that fails after the write: opening the file anew finds the group whole in the log.
  disk.fail_log_syncs = true;
  EXPECT_FALSE(client.patch("/v1/instance", email_patch("unknown"))) << "it was answered";
  EXPECT_EQ(readiness(), 503U);
  disk.fail_log_syncs = false;
  wait_until_ready();
  EXPECT_EQ(support_email(), support_email_in_file());
}

TEST_F(FailingDisk, ThatFailsForLongShowsAfterwardsWhatTheFileHolds) {
  disk.fail_log_syncs = disk.fail_opens = true;
  EXPECT_FALSE(client.patch("/v1/instance", email_patch("unknown"))) << "it was answered";
  // Whatever the server tries at once fails, too.
  expect_not_committed(client.patch("/v1/instance", email_patch("meanwhile")));
  disk.fail_log_syncs = disk.fail_opens = false;
  wait_until_ready();
  EXPECT_EQ(support_email(), support_email_in_file());
}

}  // namespace
}  // namespace clerk::testing
