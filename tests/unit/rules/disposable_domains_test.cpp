#include "server/rules/disposable_domains.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace clerk::server::rules {

namespace {

std::string complaint(std::string_view text) {
  try {
    const DisposableDomains domains{text};
  } catch (const UnreadableDomains& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST(DisposableDomains, hold_what_is_listed_and_what_lies_below) {
  const DisposableDomains domains{"throwaway.example\nsub.half.example\n"};
  for (const std::string_view listed : {"throwaway.example", "a.throwaway.example", "A.B.Throwaway.Example",
                                        "sub.half.example", "x.sub.half.example"}) {
    EXPECT_TRUE(domains.contains(listed)) << listed;
  }
  for (const std::string_view other :
       {"notthrowaway.example", "throwaway.example.com", "half.example", "example", ""}) {
    EXPECT_FALSE(domains.contains(other)) << other;
  }
}

TEST(DisposableDomains, are_read_without_comments_blanks_case_and_order) {
  const DisposableDomains domains{"# mine\n\n  Z.example  # the last\r\n\ta.example\nz.EXAMPLE"};
  EXPECT_EQ(domains.size(), 2U);
  EXPECT_TRUE(domains.contains("z.example"));
  EXPECT_TRUE(domains.contains("a.example"));
  EXPECT_EQ(DisposableDomains{""}.size(), 0U);
}

TEST(DisposableDomains, that_cannot_be_read_name_the_line) {
  EXPECT_TRUE(complaint("a.example\n# ok\nnot a domain\n").starts_with("line 3: 'not a domain'"));
  EXPECT_TRUE(complaint("@a.example").starts_with("line 1: "));
  EXPECT_TRUE(complaint("\n\n\ncom\n").starts_with("line 4: "));
  EXPECT_EQ(complaint("a.example\n"), "");
}

TEST(DisposableDomains, are_built_in_by_the_hundreds_and_spare_ordinary_providers) {
  const DisposableDomains& domains = DisposableDomains::built_in();
  EXPECT_GT(domains.size(), 500U);
  for (const std::string_view listed : {"mailinator.com", "yopmail.com", "sharklasers.com", "x.guerrillamail.com"}) {
    EXPECT_TRUE(domains.contains(listed)) << listed;
  }
  for (const std::string_view ordinary : {"gmail.com", "outlook.com", "yahoo.com", "icloud.com", "proton.me", "gmx.de",
                                          "web.de", "aol.com", "example.com", "clerk.dev", "qq.com", "mail.ru"}) {
    EXPECT_FALSE(domains.contains(ordinary)) << ordinary;
  }
}

}  // namespace clerk::server::rules
