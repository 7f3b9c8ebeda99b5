#include "server/rules/listed_identifier.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::rules {

namespace {

using enum store::ListIdentifiers::List;
using Keys = std::vector<std::string>;

Identifier identifier(IdentifierKind kind, std::string_view text) { return read_identifier(kind, text, true).value(); }

}  // namespace

TEST(ListedIdentifier, is_told_by_its_form) {
  struct Row {
    std::string_view fact;
    std::string_view text;
    IdentifierKind kind;
    std::string_view folded;
  };
  const Row rows[] = {
      {"facts 3.2: an address", "john@clerk.dev", IdentifierKind::email_address, "john@clerk.dev"},
      {"facts 3.3: case does not matter", "JOHN.Doe@CLERK.dev", IdentifierKind::email_address, "john.doe@clerk.dev"},
      {"facts 3.2: a domain", "*@Example.com", IdentifierKind::email_address, "*@example.com"},
      {"facts 3.3: a star elsewhere is itself", "john*@x.com", IdentifierKind::email_address, "john*@x.com"},
      {"facts 3.3: dots at Gmail are kept", "j.doe@gmail.com", IdentifierKind::email_address, "j.doe@gmail.com"},
      {"facts 3.2: a number", "+1 (212) 555-1234", IdentifierKind::phone_number, "+12125551234"},
      {"facts 3.3: a test number", "+15555550100", IdentifierKind::phone_number, "+15555550100"},
      {"facts 3.2: a wallet", "0x52908400098527886E0F7030069857D2E4169EE7", IdentifierKind::web3_wallet,
       "0x52908400098527886e0f7030069857d2e4169ee7"},
  };
  for (const ListKind list : {allowlist, blocklist}) {
    for (const Row& row : rows) {
      const auto listed = read_listed_identifier(list, row.text);
      ASSERT_TRUE(listed) << row.fact;
      EXPECT_EQ(listed->kind, row.kind) << row.fact;
      EXPECT_EQ(listed->folded, row.folded) << row.fact;
    }
  }
}

TEST(ListedIdentifier, may_stand_for_what_lies_below_a_domain_on_the_blocklist_only) {
  EXPECT_EQ(read_listed_identifier(blocklist, "*@*.Clerk.dev")->folded, "*@*.clerk.dev");
  EXPECT_EQ(read_listed_identifier(blocklist, "*@*.example")->folded, "*@*.example") << "inferred: a whole top level";
  EXPECT_FALSE(read_listed_identifier(allowlist, "*@*.clerk.dev"));
}

TEST(ListedIdentifier, is_nothing_else) {
  for (const ListKind list : {allowlist, blocklist}) {
    for (const std::string_view text :
         {"", "john", "example.com", "*", "*@", "*@*", "*@com", "*@*.", "*@*.*.com", "*@mail.*.com", "*@-x.com",
          "john@*.com", "2125551234", "+1212", "0x52908400098527886E0F7030069857D2E4169EE",
          "0x52908400098527886E0F7030069857D2E4169EEG", "52908400098527886E0F7030069857D2E4169EE7"}) {
      EXPECT_FALSE(read_listed_identifier(list, text)) << text;
    }
  }
}

// facts 4.3
TEST(ListedIdentifier, that_is_none_is_refused_with_what_would_do) {
  const Refusal refusal = unlistable_identifier("john");
  EXPECT_EQ(refusal.definition->code, "form_param_format_invalid");
  EXPECT_EQ(refusal.param, "identifier");
  EXPECT_TRUE(refusal.expected.starts_with("either a valid email address"));
}

TEST(ListKeys, of_the_allowlist_are_the_identifier_and_its_domain) {
  EXPECT_EQ(list_keys(allowlist, identifier(IdentifierKind::email_address, "Jane+x@mail.example.com")),
            (Keys{"jane+x@mail.example.com", "*@mail.example.com"}));
  EXPECT_EQ(list_keys(allowlist, identifier(IdentifierKind::phone_number, "+12125551234")), (Keys{"+12125551234"}));
}

TEST(ListKeys, of_the_blocklist_are_also_the_base_address_and_the_domains_above) {
  EXPECT_EQ(list_keys(blocklist, identifier(IdentifierKind::email_address, "jane+x@a.b.example.com")),
            (Keys{"jane+x@a.b.example.com", "jane@a.b.example.com", "*@a.b.example.com", "*@*.b.example.com",
                  "*@*.example.com", "*@*.com"}));
  EXPECT_EQ(list_keys(blocklist, identifier(IdentifierKind::email_address, "j.doe@gmail.com")),
            (Keys{"j.doe@gmail.com", "*@gmail.com", "*@*.com"}))
      << "Gmail's dots are not looked through, and a domain is not below itself";
}

TEST(ListKeys, are_all_such_as_an_entry_can_be) {
  const auto keys = list_keys(blocklist, identifier(IdentifierKind::email_address, "j.+x@example.com"));
  EXPECT_EQ(keys, (Keys{"j.+x@example.com", "*@example.com", "*@*.com"}));
}

TEST(ListKeys, of_a_username_are_none) {
  EXPECT_TRUE(list_keys(blocklist, identifier(IdentifierKind::username, "jane")).empty());
}

TEST(ListKeys, of_an_entry_begin_with_the_entry_itself) {
  for (const std::string_view text : {"john@clerk.dev", "john*@x.com"}) {
    const Identifier listed = read_listed_identifier(blocklist, text).value();
    EXPECT_EQ(list_keys(blocklist, listed).front(), listed.folded) << text;
  }
}

TEST(Identifier, that_cannot_be_read_is_refused_by_kind) {
  struct Row {
    IdentifierKind kind;
    std::string_view text;
    std::string_view expected;
  };
  const Row rows[] = {
      {IdentifierKind::email_address, "jane", "a valid email address"},
      {IdentifierKind::phone_number, "555", "a valid phone number according to E.164 international standard"},
      {IdentifierKind::web3_wallet, "0x12", "a valid web3 wallet address"},
      {IdentifierKind::username, "a b", "a text without blanks"},
  };
  for (const Row& row : rows) {
    EXPECT_FALSE(read_identifier(row.kind, row.text, true)) << row.text;
    const Refusal refusal = malformed_identifier(row.kind, std::string{name_of(row.kind)}, std::string{row.text});
    EXPECT_EQ(refusal.param, name_of(row.kind));
    EXPECT_TRUE(refusal.expected.starts_with(row.expected)) << refusal.expected;
  }
}

}  // namespace clerk::server::rules
