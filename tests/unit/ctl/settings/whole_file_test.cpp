#include "ctl/settings/whole_file.hpp"

#include "tests/support/private_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sys/stat.h>

namespace clerk::ctl::settings {

namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

}  // namespace

TEST(WholeFile, that_cant_be_written_says_what_to_do) {
  const clerk::test::PrivateFolder folder;
  const std::string file = folder.write("file", "");
  const auto no_folder = write_whole_file(folder.path("no/file"), "text", Existing::replace);
  ASSERT_TRUE(no_folder);
  EXPECT_THAT(no_folder->hint, AllOf(HasSubstr("make its folder first"), HasSubstr("name another file")));
  const auto in_a_file = write_whole_file(file + "/file", "text", Existing::replace);
  ASSERT_TRUE(in_a_file);
  EXPECT_THAT(in_a_file->hint, HasSubstr("move away the file"));
}

TEST(WholeFile, in_a_folder_that_cant_be_made_says_what_to_do) {
  const clerk::test::PrivateFolder folder;
  const auto failure = make_folder_of(folder.write("file", "") + "/inner/state.json");
  ASSERT_TRUE(failure);
  EXPECT_THAT(failure->message, HasSubstr("can't make"));
  EXPECT_THAT(failure->hint, HasSubstr("move away the file"));
  EXPECT_TRUE(make_folder_of("/proc/nobody/state.json"));
}

TEST(WholeFile, is_written_where_its_name_leads) {
  const clerk::test::PrivateFolder folder;
  std::filesystem::create_directory(folder.path("shared"));
  std::filesystem::create_symlink("shared/state.json", folder.path("state.json"));
  std::filesystem::create_symlink(folder.path("state.json"), folder.path("other.json"));
  for (const char* text : {"not there yet", "there"}) {
    EXPECT_FALSE(write_whole_file(folder.path("other.json"), text, Existing::replace));
    EXPECT_TRUE(std::filesystem::is_symlink(folder.path("state.json")));
    EXPECT_TRUE(std::filesystem::is_symlink(folder.path("other.json")));
    const auto written = read_whole_file(folder.path("shared/state.json"));
    ASSERT_TRUE(written);
    EXPECT_EQ(*written, text);
  }
}

TEST(WholeFile, is_never_a_pipe) {
  const clerk::test::PrivateFolder folder;
  ASSERT_EQ(::mkfifo(folder.path("pipe").c_str(), S_IRWXU), 0);
  for (const auto& failure :
       {check_can_be_replaced(folder.path("pipe")), write_whole_file(folder.path("pipe"), "text", Existing::replace)}) {
    ASSERT_TRUE(failure);
    EXPECT_THAT(failure->message, HasSubstr("is no regular file"));
  }
}

}  // namespace clerk::ctl::settings
