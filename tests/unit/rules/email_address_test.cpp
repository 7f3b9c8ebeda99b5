#include "server/rules/email_address.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace clerk::server::rules {

namespace {

EmailAddress address(std::string_view text) { return read_email_address(text).value(); }

struct Row {
  std::string_view fact;
  std::string_view address;
  std::string_view becomes;
};

}  // namespace

TEST(EmailAddress, is_folded_and_split_at_its_last_at_sign) {
  EXPECT_EQ(address("John.DOE@Clerk.DEV"), (EmailAddress{.local = "john.doe", .domain = "clerk.dev"}));
  for (const std::string_view text :
       {"", "@", "a@b", "jürgen@example.com", "a b@example.com", "a@b@example.com", "*@example", "a@-x.com"}) {
    EXPECT_FALSE(read_email_address(text)) << text;
  }
}

TEST(EmailAddress, its_base_has_no_subaddress) {
  const Row rows[] = {
      {"facts 3.3: +", "jane+news@example.com", "jane@example.com"},
      {"facts 3.3: =", "jane=news@example.com", "jane@example.com"},
      {"facts 3.3: #", "jane#news@example.com", "jane@example.com"},
      {"facts 3.3: the first separator ends it", "jane#a+b=c@example.com", "jane@example.com"},
      {"facts 3.3: - elsewhere is part of the name", "jane-doe@example.com", "jane-doe@example.com"},
      {"facts 3.3: - at Yahoo", "jane-news@yahoo.com", "jane@yahoo.com"},
      {"facts 3.3: - at a brand of Yahoo", "jane-news@ymail.com", "jane@ymail.com"},
      {"facts 3.3: - at another", "jane-news@rocketmail.com", "jane@rocketmail.com"},
      {"facts 3.3: - at a third", "jane-news@y7mail.com", "jane@y7mail.com"},
      {"facts 3.3: - at yahoo.fr", "jane-news@yahoo.fr", "jane@yahoo.fr"},
      {"facts 3.3: - at yahoo.co.uk", "jane-news@yahoo.co.uk", "jane@yahoo.co.uk"},
      {"facts 3.3: - at yahoo.com.br", "jane-news@yahoo.com.br", "jane@yahoo.com.br"},
      {"facts 3.3: Yahoo takes the others too", "jane+news@yahoo.co.jp", "jane@yahoo.co.jp"},
      {"not Yahoo's: a longer name", "jane-news@yahoo.example", "jane-news@yahoo.example"},
      {"not Yahoo's: a domain before it", "jane-news@notyahoo.com", "jane-news@notyahoo.com"},
      {"not Yahoo's: a domain below it", "jane-news@yahoo.co.uk.example.com", "jane-news@yahoo.co.uk.example.com"},
      {"nothing before the separator", "+jane@example.com", "+jane@example.com"},
      {"facts 3.3: dots stay", "j.ane+x@gmail.com", "j.ane@gmail.com"},
  };
  for (const Row& row : rows) EXPECT_EQ(base_address(address(row.address)).text(), row.becomes) << row.fact;
}

TEST(EmailAddress, its_mailbox_knows_no_dots_at_gmail) {
  const Row rows[] = {
      {"facts 3.3: dots at Gmail", "j.Smi.th@gmail.com", "jsmith@gmail.com"},
      {"inferred: one mailbox under both names", "j.smith+x@googlemail.com", "jsmith@gmail.com"},
      {"facts 3.3: dots elsewhere count", "j.smith+x@example.com", "j.smith@example.com"},
      {"facts 3.3: dots below Gmail's domain too", "j.smith@mail.gmail.com", "j.smith@mail.gmail.com"},
  };
  for (const Row& row : rows) EXPECT_EQ(mailbox(address(row.address)).text(), row.becomes) << row.fact;
}

TEST(EmailAddress, is_for_tests_by_its_subaddress) {
  EXPECT_TRUE(is_test_address(address("jane+clerk_test@example.com")));
  EXPECT_TRUE(is_test_address(address("jane+CLERK_TEST@example.com")));
  EXPECT_TRUE(is_test_address(address("jane+7+clerk_test@example.com")));
  EXPECT_FALSE(is_test_address(address("jane+clerk_tests@example.com")));
  EXPECT_FALSE(is_test_address(address("clerk_test@example.com")));
}

}  // namespace clerk::server::rules
