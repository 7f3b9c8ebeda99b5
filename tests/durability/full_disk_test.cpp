#include "server/store/temporary_folder.hpp"
#include "tests/durability/clerkd_process.hpp"
#include "tests/durability/http_client.hpp"
#include "tests/durability/sqlite_file.hpp"
#include "tests/durability/write_ledger.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace clerk::testing {
namespace {

using ::testing::HasSubstr;

constexpr unsigned writer_count = 8;
const std::string main_key = "sk_test_full_disk0123456789";

/// One instance, and what was acknowledged of it.
struct Writer {
  std::string key{};
  std::uint64_t acknowledged{};
  std::uint64_t sent{};
};

/// clerkd on a disk of a few MiB. The disk is seen by this process and its children alone, and gone with them.
class FullDisk : public ::testing::Test {
 protected:
  void SetUp() override {
    const bool mounted = ::unshare(CLONE_NEWNS) == 0 &&
                         ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                         ::mount("tmpfs", disk.path().c_str(), "tmpfs", MS_NOSUID | MS_NODEV, "size=2m") == 0;
    if (!mounted) {
      const std::string why = std::string{"a small disk can't be mounted: "} + std::strerror(errno);
      ASSERT_EQ(std::getenv("CI"), nullptr) << why;
      GTEST_SKIP() << "WHAT HAPPENS ON A FULL DISK WAS NOT TESTED: " << why << ". Run it as root.";
    }
    is_mounted = true;
    start();
    ASSERT_TRUE(server->is_ready()) << server->said();
    for (unsigned i = 0; i < writer_count; ++i) {
      Writer& writer = writers.emplace_back(Writer{.key = "sk_test_writer_" + std::to_string(1000 + i)});
      const auto made = client().send("POST", "/__clerkd/instances", R"({"secret_key":")" + writer.key + R"("})");
      ASSERT_TRUE(made && made->status == 200);
      ASSERT_EQ(write(writer), 204U);
    }
  }

  void TearDown() override {
    server.reset();
    if (is_mounted) ::umount(disk.path().c_str());
  }

  void start() {
    server.reset();
    server = std::make_unique<ClerkdProcess>(
        std::vector<std::string>{"--store", "sqlite:" + file, "--secret-key", main_key, "--log-level", "warning"});
  }

  HttpClient client(const std::string& key = main_key) const { return {server->port(), key}; }

  /// \return the status; 0 for no answer
  unsigned write(Writer& writer) {
    const auto answer = client(writer.key).patch("/v1/instance", numbered_patch(++writer.sent));
    if (!answer) return 0;
    if (answer->status == 204) writer.acknowledged = writer.sent;
    if (answer->status == 503) {
      EXPECT_EQ(answer->retry_after, "1");
      EXPECT_THAT(answer->body, HasSubstr("\"code\":\"service_unavailable\""));
      EXPECT_THAT(answer->body, HasSubstr("was not made"));
    }
    return answer->status;
  }

  void fill_disk() {
    const int descriptor = ::open(ballast.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const std::vector<char> page(4096);
    while (::write(descriptor, page.data(), page.size()) > 0) {
    }
    EXPECT_EQ(errno, ENOSPC);
    ::close(descriptor);
  }
  void free_disk() const { EXPECT_EQ(::unlink(ballast.c_str()), 0); }

  /// All write at once until none is taken any more.
  void write_until_full() {
    std::vector<std::thread> threads;
    for (Writer& writer : writers) {
      threads.emplace_back([&] {
        unsigned status = 204;
        while (status == 204) status = write(writer);
        EXPECT_EQ(status, 503U);
      });
    }
    for (std::thread& thread : threads) thread.join();
  }

  void expect_what_was_acknowledged() {
    for (const Writer& writer : writers) {
      const auto settings = client(writer.key).get("/__clerkd/settings");
      ASSERT_TRUE(settings && settings->status == 200);
      EXPECT_EQ(number_in(settings->body), writer.acknowledged) << writer.key;
    }
  }

  server::store::TemporaryFolder disk{};
  const std::string file{disk.path() + "/clerkd.db"};
  const std::string ballast{disk.path() + "/ballast"};
  bool is_mounted{};
  std::unique_ptr<ClerkdProcess> server{};
  std::vector<Writer> writers{};
};

TEST_F(FullDisk, TakesNoWriteThatItDoesNotKeepAndWorksAgainWithRoom) {
  fill_disk();
  write_until_full();
  EXPECT_EQ(write(writers.front()), 503U) << "and again";
  EXPECT_EQ(client().get("/readyz")->status, 200U) << "the file is sound, and reads go on";
  EXPECT_EQ(client().get("/v1/instance")->status, 200U);
  expect_what_was_acknowledged();

  free_disk();
  for (Writer& writer : writers) EXPECT_EQ(write(writer), 204U);
  expect_what_was_acknowledged();

  fill_disk();
  write_until_full();
  EXPECT_EQ(server->stop(), 0) << server->said();
  start();
  ASSERT_TRUE(server->is_ready()) << "no room is needed to start: " << server->said();
  expect_what_was_acknowledged();
  EXPECT_EQ(integrity_of(file), "ok");
}

TEST_F(FullDisk, KeepsWhatWasAcknowledgedThroughAKill) {
  fill_disk();
  write_until_full();
  server->kill();
  free_disk();
  start();
  ASSERT_TRUE(server->is_ready()) << server->said();
  expect_what_was_acknowledged();
  for (Writer& writer : writers) EXPECT_EQ(write(writer), 204U);
  EXPECT_EQ(integrity_of(file), "ok");
}

}  // namespace
}  // namespace clerk::testing
