#include "server/rules/password_policy.hpp"

#include "server/rules/initial_settings.hpp"

#include <clerk/contract/operation.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::rules {

namespace {

std::vector<std::string> codes_of(std::string_view password, bool hibp = true) {
  static const BreachedPasswords breached{"# ours\nbreached password\n"};
  const std::vector<Identifier> identifiers{{.kind = IdentifierKind::email_address, .folded = "jane@example.com"},
                                            {.kind = IdentifierKind::username, .folded = "jane"}};
  store::SettingsDocument settings = initial_settings("development");
  settings.instance.hibp = hibp;
  std::vector<std::string> codes;
  for (const Refusal& refusal : judge_password(password, "password", identifiers, settings, breached)) {
    EXPECT_EQ(refusal.param, "password");
    EXPECT_TRUE(refusal.value.empty()) << "a refusal must not repeat the password";
    codes.emplace_back(refusal.definition->code);
  }
  return codes;
}

std::string repeated(std::size_t times, std::string_view text) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST(PasswordPolicy, counts_characters_and_bytes) {
  struct Row {
    std::string_view fact;
    std::string password;
    Codes codes;
  };
  const Row rows[] = {
      {"facts 3.2: eight do", "8 chars!", {}},
      {"facts 3.2: seven do not", "7 chars", {"form_password_length_too_short"}},
      {"facts 4.3: none", "", {"form_password_length_too_short"}},
      {"facts 4.3: characters, not bytes", repeated(7, "ü"), {"form_password_length_too_short"}},
      {"facts 4.3: eight of two bytes each", repeated(8, "ü"), {}},
      {"facts 4.3: 72 do", repeated(72, "x"), {}},
      {"facts 4.3: 73 do not", repeated(73, "x"), {"form_password_length_too_long"}},
      {"facts 4.3: 72 bytes do", repeated(36, "ü"), {}},
      {"facts 4.3: more bytes do not", repeated(37, "ü"), {"form_password_size_in_bytes_exceeded"}},
      {"facts 4.3: one complaint for both", repeated(73, "ü"), {"form_password_length_too_long"}},
  };
  for (const Row& row : rows) EXPECT_EQ(codes_of(row.password), row.codes) << row.fact;
}

TEST(PasswordPolicy, is_asked_about_breaches_only_while_hibp_is_on) {
  EXPECT_EQ(codes_of("breached password"), (Codes{"form_password_pwned"}));
  EXPECT_EQ(codes_of("breached password", false), Codes{});
  EXPECT_EQ(codes_of("Breached password"), Codes{}) << "another password";
}

TEST(PasswordPolicy, takes_no_identifier_of_the_account) {
  EXPECT_EQ(codes_of("Jane@Example.com"), (Codes{"form_password_matches_identifier"}));
  EXPECT_EQ(codes_of("jane"), (Codes{"form_password_length_too_short", "form_password_matches_identifier"}));
  EXPECT_EQ(codes_of("june@example.com"), Codes{});
}

TEST(BreachedPasswords, are_built_in_by_the_hundreds) {
  const BreachedPasswords& breached = BreachedPasswords::built_in();
  EXPECT_GT(breached.size(), 500U);
  for (const std::string_view known : {"password", "12345678", "qwerty123", "iloveyou", "P@$$w0rd", "1qaz@WSX"}) {
    EXPECT_TRUE(breached.contains(known)) << known;
  }
  EXPECT_FALSE(breached.contains("correct horse battery"));
  EXPECT_FALSE(breached.contains(""));
}

}  // namespace clerk::server::rules
