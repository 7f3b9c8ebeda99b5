#include "server/api/key_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/stat.h>

namespace clerk::server::api {

TEST(KeyFile, is_readable_by_its_owner_alone_and_keeps_earlier_keys) {
  const auto folder = std::filesystem::path{::testing::TempDir()} / "key_file_test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directory(folder);
  const std::string file = key_file_of((folder / "clerkd.db").string());
  std::ofstream{file} << "";
  std::filesystem::permissions(file, std::filesystem::perms::all);

  write_key_file(file, "sk_test_first");
  write_key_file(file, "sk_test_second");

  struct stat status {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  std::stringstream text;
  text << std::ifstream{file}.rdbuf();
  EXPECT_EQ(text.str(), "sk_test_first\nsk_test_second\n");
  std::filesystem::remove_all(folder);
}

TEST(KeyFile, that_cannot_be_written_is_named_and_the_key_is_not) {
  try {
    write_key_file("/nonexistent/folder/clerkd.db.keys", "sk_test_secret");
    FAIL() << "nothing was thrown";
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string{error.what()}.find("/nonexistent/folder/clerkd.db.keys"), std::string::npos);
    EXPECT_EQ(std::string{error.what()}.find("sk_test_secret"), std::string::npos);
  }
}

}  // namespace clerk::server::api
