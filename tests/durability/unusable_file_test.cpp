#include "server/store/temporary_folder.hpp"
#include "tests/durability/clerkd_process.hpp"
#include "tests/durability/http_client.hpp"
#include "tests/durability/sqlite_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sys/wait.h>
#include <unistd.h>

namespace clerk::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const std::string key = "sk_test_unusable0123456789";

std::string bytes_of(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// The file as it was closed: without a log.
void write_bytes(const std::string& file, const std::string& bytes) {
  std::ofstream{file, std::ios::binary} << bytes;
  fs::remove(file + "-wal");
  fs::remove(file + "-shm");
}

/// The program as a user meets it: what it can't use it names in a sentence, and leaves byte for byte as it was.
class UnusableFile : public ::testing::Test {
 protected:
  std::unique_ptr<ClerkdProcess> start(const std::string& store_file,
                                       const std::string& program = ClerkdProcess::program_of_build()) {
    return std::make_unique<ClerkdProcess>(
        std::vector<std::string>{"--store", "sqlite:" + store_file, "--secret-key", key, "--log-level", "off"},
        program);
  }

  /// A database that clerkd has made and closed, with many instances when it is to be large.
  void make_database(int more_instances = 0) {
    auto made = start(file);
    ASSERT_TRUE(made->is_ready()) << made->said();
    ASSERT_EQ(made->stop(), 0);
    if (more_instances == 0) return;
    run_sql(file, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                      std::to_string(more_instances) +
                      ") INSERT INTO instances SELECT 'ins_more_' || i, environment_type, document, version, traits, "
                      "created_at FROM instances, n; PRAGMA wal_checkpoint(TRUNCATE)");
    fs::remove(file + "-wal");
    fs::remove(file + "-shm");
  }

  /// Every file of the folder but those that hold no data: the owner's lock, and SQLite's index of the log.
  std::map<std::string, std::string> contents() const {
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::directory_iterator{folder.path()}) {
      const std::string name = entry.path().filename();
      if (entry.is_regular_file() && !name.ends_with(".lock") && !name.ends_with("-shm")) {
        all[name] = bytes_of(entry.path());
      }
    }
    return all;
  }

  void expect_refused(const std::string& store_file, const std::string& reason,
                      const std::string& program = ClerkdProcess::program_of_build()) {
    const auto before = contents();
    const auto server = start(store_file, program);
    EXPECT_FALSE(server->is_ready()) << reason;
    EXPECT_EQ(server->ended(), 1) << reason;
    EXPECT_THAT(server->said(), AllOf(StartsWith("clerkd: " + store_file), HasSubstr(reason), EndsWith("\n")));
    EXPECT_TRUE(contents() == before) << reason << ": what lies in the folder was changed";
  }

  const server::store::TemporaryFolder folder{};
  const std::string file{folder.path() + "/clerkd.db"};
};

TEST_F(UnusableFile, ThatAnotherClerkdHoldsIsNamedAndTheFirstGoesOn) {
  const auto first = start(file);
  ASSERT_TRUE(first->is_ready());
  HttpClient client{first->port(), key};
  EXPECT_EQ(client.patch("/v1/instance", R"({"support_email":"help@example.com"})")->status, 204U);
  expect_refused(file, "is in use by another clerkd (process ");
  EXPECT_EQ(client.patch("/v1/instance", R"({"support_email":"help@example.org"})")->status, 204U);
  EXPECT_THAT(client.get("/__clerkd/settings")->body, HasSubstr("help@example.org"));
}

/// A process that has the database for itself as long as the object lives. Here it could not be: a process that reads
/// a file's bytes gives up its locks on it.
class LockHolder {
 public:
  explicit LockHolder(const std::string& database) {
    std::array<int, 2> ready{};
    EXPECT_EQ(::pipe(ready.data()), 0);
    child_ = ::fork();
    if (child_ == 0) {
      sqlite3* handle = nullptr;
      sqlite3_open(database.c_str(), &handle);
      const int locked =
          sqlite3_exec(handle, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", nullptr, nullptr, nullptr);
      const char result = locked == SQLITE_OK ? '1' : '0';
      if (::write(ready[1], &result, 1) == 1) ::pause();
      ::_exit(1);
    }
    char result = '0';
    EXPECT_EQ(::read(ready[0], &result, 1), 1);
    EXPECT_EQ(result, '1') << "the lock could not be had";
    for (const int end : ready) ::close(end);
  }
  LockHolder(const LockHolder&) = delete;
  LockHolder& operator=(const LockHolder&) = delete;
  ~LockHolder() {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }

 private:
  pid_t child_{-1};
};

TEST_F(UnusableFile, ThatAnotherProgramHoldsIsNamed) {
  make_database();
  const LockHolder other{file};
  expect_refused(file, "is locked by another program");
}

TEST_F(UnusableFile, ThatMayNotBeWrittenIsNamed) {
  make_database();
  fs::permissions(file, fs::perms::owner_read);
  const bool is_root = ::geteuid() == 0;
  const std::string program = folder.path() + "/program";
  if (is_root) {
    // To root everything can be written; another user may not reach the folder of the build.
    constexpr uid_t nobody = 65534;
    fs::copy_file(ClerkdProcess::program_of_build(), program);
    for (const std::string& path : {folder.path(), file, file + ".lock"}) {
      ASSERT_EQ(::chown(path.c_str(), nobody, static_cast<gid_t>(-1)), 0);
    }
    fs::permissions(program, fs::perms::others_exec | fs::perms::others_read, fs::perm_options::add);
    ASSERT_EQ(::seteuid(nobody), 0);
  }
  expect_refused(file, "can't be written: Permission denied", is_root ? program : ClerkdProcess::program_of_build());
  if (is_root) {
    ASSERT_EQ(::seteuid(0), 0);
  }
}

TEST_F(UnusableFile, WithDamageInItsHeaderIsNamed) {
  make_database();
  const std::string whole = bytes_of(file);
  for (const auto& [at, size] : std::map<std::size_t, std::size_t>{{0, 16}, {16, 2}, {0, 100}}) {
    std::string damaged = whole;
    damaged.replace(at, size, size, '\x5a');
    write_bytes(file, damaged);
    expect_refused(file, "is damaged or no database of clerkd");
  }
}

TEST_F(UnusableFile, WithDamageInTheMiddleOfAPageIsNamed) {
  make_database(40);
  const std::string whole = bytes_of(file);
  ASSERT_GT(whole.size(), 10U * 4096U);
  for (const std::size_t page : {1U, 2U, 3U, 8U}) {
    std::string damaged = whole;
    damaged.replace(page * 4096 + 8, 2048, 2048, '\x5a');
    write_bytes(file, damaged);
    expect_refused(file, "damaged");
  }
}

TEST_F(UnusableFile, ThatIsLargeAndDamagedIsNamed) {
  make_database(600);
  const std::string whole = bytes_of(file);
  ASSERT_GT(whole.size(), 1024U * 1024U) << "more than is checked as a whole";
  for (const std::size_t page : {whole.size() / 4096 / 2, whole.size() / 4096 - 1}) {
    std::string damaged = whole;
    SCOPED_TRACE(page);
    damaged.replace(page * 4096, 4096, 4096, '\x5a');
    write_bytes(file, damaged);
    expect_refused(file, "damaged");
  }
  write_bytes(file, whole.substr(0, whole.size() / 2));
  expect_refused(file, "damaged");
}

TEST_F(UnusableFile, ThatIsCutOffIsNamed) {
  make_database();
  const std::string whole = bytes_of(file);
  for (const std::size_t size :
       {std::size_t{1}, std::size_t{50}, std::size_t{100}, std::size_t{4096}, whole.size() / 2, whole.size() - 1}) {
    SCOPED_TRACE(size);
    write_bytes(file, whole.substr(0, size));
    expect_refused(file, "is damaged or no database of clerkd");
  }
}

TEST_F(UnusableFile, OfANewerSchemaIsNamed) {
  make_database();
  run_sql(file, "UPDATE schema_version SET version = 99");
  expect_refused(file, "was written by a newer clerkd (schema 99");
}

TEST_F(UnusableFile, OfAnotherProgramIsNamed) {
  run_sql(file, "CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('theirs')");
  expect_refused(file, "holds the data of another program");
  fs::remove(file);
  run_sql(file, "PRAGMA journal_mode = WAL; CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('theirs')");
  expect_refused(file, "holds the data of another program");
  EXPECT_EQ(run_sql(file, "SELECT a FROM t"), "theirs");
}

TEST_F(UnusableFile, ThatIsAFolderIsNamed) { expect_refused(folder.path(), "is a folder. Name a file in it"); }

TEST_F(UnusableFile, InAFolderThatIsMissingIsNamed) {
  const auto server = start(folder.path() + "/a/clerkd.db");
  EXPECT_EQ(server->ended(), 1);
  EXPECT_THAT(server->said(), AllOf(StartsWith("clerkd: "), HasSubstr("does not exist"), HasSubstr("mkdir -p")));
  EXPECT_FALSE(fs::exists(folder.path() + "/a"));
}

TEST(DataInMemory, ThatAKilledProcessLeftIsRemovedByTheNext) {
  const server::store::TemporaryFolder base;
  const char* before = std::getenv("TMPDIR");
  const std::string was = before != nullptr ? before : "";
  ::setenv("TMPDIR", base.path().c_str(), 1);
  const auto folders = [&] {
    return std::count_if(fs::directory_iterator{base.path()}, fs::directory_iterator{},
                         [](const auto& entry) { return entry.is_directory(); });
  };
  {
    ClerkdProcess killed{{"--store", "memory:", "--secret-key", key}};
    EXPECT_TRUE(killed.is_ready()) << killed.said();
    killed.kill();
    EXPECT_EQ(folders(), 1);
    ClerkdProcess next{{"--store", "memory:", "--secret-key", key}};
    EXPECT_TRUE(next.is_ready()) << next.said();
    EXPECT_EQ(folders(), 1) << "its own";
    EXPECT_EQ(next.stop(), 0);
    EXPECT_EQ(folders(), 0);
  }
  if (before != nullptr) {
    ::setenv("TMPDIR", was.c_str(), 1);
  } else {
    ::unsetenv("TMPDIR");
  }
}

}  // namespace
}  // namespace clerk::testing
