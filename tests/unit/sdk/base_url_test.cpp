#include "sdk/base_url.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace {

using clerk::sdk::base_url;

struct Good {
  std::string_view written;
  std::string_view root;
};

TEST(BaseUrl, is_the_root_that_paths_are_appended_to) {
  const Good table[] = {
      {"https://api.clerk.com/v1", "https://api.clerk.com/v1"},
      {"https://api.clerk.com", "https://api.clerk.com/v1"},
      {"https://api.clerk.com/", "https://api.clerk.com/v1"},
      {"https://api.clerk.com/v1/", "https://api.clerk.com/v1"},
      {"https://api.clerk.com/v1//", "https://api.clerk.com/v1"},
      {"https://api.clerk.com/v2", "https://api.clerk.com/v2"},
      {"https://gateway.example.com/clerk", "https://gateway.example.com/clerk/v1"},
      {"https://gateway.example.com/clerk/", "https://gateway.example.com/clerk/v1"},
      {"https://gateway.example.com/clerk/v1", "https://gateway.example.com/clerk/v1"},
      {"https://gateway.example.com/v1/clerk", "https://gateway.example.com/v1/clerk/v1"},
      {"https://gateway.example.com/v", "https://gateway.example.com/v/v1"},
      {"https://gateway.example.com/v1x", "https://gateway.example.com/v1x/v1"},
      {"http://127.0.0.1:4500", "http://127.0.0.1:4500/v1"},
      {"HTTP://localhost:4500/v1", "http://localhost:4500/v1"},
      {"http://[::1]:4500", "http://[::1]:4500/v1"},
      {"http://[::1]/v1/", "http://[::1]/v1"},
  };
  for (const Good& row : table) {
    const auto root = base_url(row.written);
    ASSERT_TRUE(root.has_value()) << row.written << ": " << root.error().text;
    EXPECT_EQ(*root, row.root) << row.written;
  }
}

struct Bad {
  std::string_view written;
  std::string_view hint;
};

TEST(BaseUrl, names_what_to_fix_and_never_repeats_a_password) {
  const Bad table[] = {
      {"", "is empty"},
      {"api.clerk.com", "no URL"},
      {"api.clerk.com/v1", "no URL"},
      {"localhost:4500", "no URL"},
      {"https:api.clerk.com", "no URL"},
      // Read as an address and a path by the parser, and as a name by others: the key must not go by either.
      {"http://127.0.0.1.example.com", "no URL"},
      {"http://127.0.0.1evil.example.com:4500/v1", "no URL"},
      {"ftp://api.clerk.com", "https://"},
      {"file:///etc/passwd", "https://"},
      {"https://", "host name"},
      {"https://:4500", "host name"},
      {"https://user:hunter2@api.clerk.com", "user name or password"},
      {"https://hunter2@api.clerk.com", "user name or password"},
      {"https://api.clerk.com/v1?x=hunter2", "?"},
      {"https://api.clerk.com/v1#hunter2", "#"},
      {" https://api.clerk.com", "space"},
      {"https://api.clerk.com\n", "line break"},
      {"https://api.clerk.com/\r\nX: hunter2", "line break"},
      {"https://[::1", "no URL"},
      {"https://api.clerk.com:99999", "port"},
      {"https://api.clerk.com:0", "port"},
  };
  for (const Bad& row : table) {
    const auto root = base_url(row.written);
    ASSERT_TRUE(root.has_error()) << row.written << " became " << *root;
    EXPECT_THAT(root.error().text, testing::HasSubstr(std::string{row.hint})) << row.written;
    EXPECT_THAT(root.error().text, testing::Not(testing::HasSubstr("hunter2"))) << row.written;
  }
}

}  // namespace
