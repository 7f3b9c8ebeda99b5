#include "server/store/temporary_folder.hpp"

#include "tests/store/store_support.hpp"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

namespace clerk::server::store {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// Temporary folders are made in a folder of its own as long as it lives.
class TemporaryFolderTest : public testing::Test {
 protected:
  TemporaryFolderTest() { ::setenv("TMPDIR", base.path().c_str(), 1); }
  ~TemporaryFolderTest() override {
    if (before) {
      ::setenv("TMPDIR", before->c_str(), 1);
    } else {
      ::unsetenv("TMPDIR");
    }
  }

  /// What processes leave behind that are killed.
  void abandon_one() {
    const pid_t child = ::fork();
    if (child == 0) {
      const TemporaryFolder folder;
      std::ofstream{folder.path() + "/clerkd.db"} << "data";
      ::raise(SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
  }

  std::vector<std::string> folders() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{base.path()}) {
      if (entry.path().filename() != "owner.lock") names.push_back(entry.path().string());
    }
    return names;
  }

  const TemporaryFolder base{};
  const std::optional<std::string> before =
      std::getenv("TMPDIR") != nullptr ? std::optional<std::string>{std::getenv("TMPDIR")} : std::nullopt;
};

TEST_F(TemporaryFolderTest, OneThatAKilledProcessLeftIsRemoved) {
  abandon_one();
  abandon_one();
  ASSERT_EQ(folders().size(), 2U);
  TemporaryFolder::remove_abandoned();
  EXPECT_THAT(folders(), IsEmpty());
}

TEST_F(TemporaryFolderTest, OneWhoseOwnerLivesStays) {
  const TemporaryFolder mine;
  std::ofstream{mine.path() + "/clerkd.db"} << "data";
  TemporaryFolder::remove_abandoned();
  EXPECT_TRUE(fs::exists(mine.path() + "/clerkd.db"));
}

TEST_F(TemporaryFolderTest, WhatIsNoneOfOursStays) {
  const std::string without_lock = base.path() + "/clerkd-backup";
  const std::string other_name = base.path() + "/another";
  const std::string link = base.path() + "/clerkd-link";
  fs::create_directory(without_lock);
  fs::create_directory(other_name);
  std::ofstream{other_name + "/owner.lock"};
  fs::create_directory_symlink(other_name, link);
  TemporaryFolder::remove_abandoned();
  EXPECT_THAT(folders(), UnorderedElementsAre(without_lock, other_name, link));
  EXPECT_TRUE(fs::exists(other_name + "/owner.lock"));
}

TEST_F(TemporaryFolderTest, AStartWithDataInMemoryRemovesWhatOthersLeft) {
  abandon_one();
  const std::vector<std::string> left = folders();
  const Database first{StoreLocation{}};
  const Database second{StoreLocation{}};
  EXPECT_THAT(folders(), UnorderedElementsAre(fs::path{first.file()}.parent_path().string(),
                                              fs::path{second.file()}.parent_path().string()));
  EXPECT_FALSE(fs::exists(left.front()));
}

TEST_F(TemporaryFolderTest, AFolderThatCanNotBeMadeIsASentence) {
  ::setenv("TMPDIR", "/proc", 1);
  EXPECT_THAT(sentence_of([] { const TemporaryFolder folder; }), testing::HasSubstr("Set TMPDIR to a folder"));
}

}  // namespace
}  // namespace clerk::server::store
