#include "tests/unit/row_rules/row_rules_support.hpp"

namespace clerk::server::rules {

namespace {

using operations::CreateAllowlistIdentifier;
using operations::CreateBlocklistIdentifier;
using operations::DeleteAllowlistIdentifier;
using operations::DeleteBlocklistIdentifier;
using operations::ListAllowlistIdentifiers;
using operations::ListBlocklistIdentifiers;

class ListIdentifierRules : public RowRules {
 protected:
  using RowRules::RowRules;

  std::string allow(const std::string& identifier) {
    return verdict(CreateAllowlistIdentifier{.body = {.identifier = identifier}});
  }
  std::string block(const std::string& identifier) {
    return verdict(CreateBlocklistIdentifier{.body = {.identifier = identifier}});
  }
};

class ListIdentifierRulesInProduction : public ListIdentifierRules {
 protected:
  ListIdentifierRulesInProduction() : ListIdentifierRules{production} {}
};

}  // namespace

TEST_F(ListIdentifierRules, the_allowlist_takes_each_kind_once) {
  expect({
      {"facts 3.2", allow("Ada@Example.com"), "done"},
      {"facts 3.3: case does not matter", allow("ada@example.com"), "duplicate_record"},
      {"facts 3.2", allow("*@example.com"), "done"},
      {"facts 3.2", allow("*@EXAMPLE.com"), "duplicate_record"},
      {"facts 3.2", allow("+1 (415) 555-2671"), "done"},
      {"facts 3.2", allow("+14155552671"), "duplicate_record"},
      {"facts 3.2", allow("0x" + std::string(40, 'a')), "done"},
      {"facts 3.3: test numbers too", allow("+12015550100"), "done"},
      {"facts 4.3", allow("ada"), "form_param_format_invalid identifier"},
      {"facts 4.3", allow(""), "form_param_format_invalid identifier"},
      {"facts 3.3: of the blocklist only", allow("*@*.example.com"), "form_param_format_invalid identifier"},
      {"facts 3.3 (inferred): a whole top-level domain", allow("*@com"), "form_param_format_invalid identifier"},
  });
}

TEST_F(ListIdentifierRules, the_blocklist_takes_what_lies_below_a_domain_too) {
  expect({
      {"facts 3.2", block("ada@example.com"), "done"},
      {"facts 3.3", block("ADA@example.com"), "duplicate_record"},
      {"facts 3.3", block("*@example.com"), "done"},
      {"facts 3.3", block("*@*.example.com"), "done"},
      {"facts 3.3 (inferred)", block("*@*.com"), "done"},
      {"facts 3.3: stored as it is", block("john*@example.com"), "done"},
      {"facts 3.2", block("+14155552671"), "done"},
      {"facts 4.3", block("nobody"), "form_param_format_invalid identifier"},
      {"facts 3.3: each list is its own", allow("ada@example.com"), "done"},
  });
}

TEST_F(ListIdentifierRules, notify_makes_an_invitation_for_an_address) {
  const auto invitation_of = [&](const std::string& identifier) {
    return done(CreateAllowlistIdentifier{.body = {.identifier = identifier, .notify = true}})
        .invitation_id.value_or("");
  };
  const std::string invitation = invitation_of("ada@example.com");
  const auto invitations = done(operations::ListInvitations{});
  ASSERT_EQ(invitations.data.size(), 1U);
  EXPECT_EQ(invitations.data[0].id, invitation) << "facts 3.2";
  EXPECT_EQ(invitation_of("*@example.com"), "");
  EXPECT_EQ(invitation_of("+14155552671"), "") << "facts 3.2 (inferred): invitations have an address";
}

TEST_F(ListIdentifierRules, what_is_taken_out_is_gone_and_may_come_again) {
  const std::string allowed = done(CreateAllowlistIdentifier{.body = {.identifier = "ada@example.com"}}).id.value();
  const std::string blocked = done(CreateBlocklistIdentifier{.body = {.identifier = "ada@example.com"}}).id.value();
  expect({
      {"facts 3.1", verdict(DeleteAllowlistIdentifier{.identifier_id = "alid_0"}), "resource_not_found"},
      {"facts 3.1: of the other list", verdict(DeleteAllowlistIdentifier{.identifier_id = blocked}),
       "resource_not_found"},
      {"facts 3.1", verdict(DeleteBlocklistIdentifier{.identifier_id = allowed}), "resource_not_found"},
      {"facts 3.1", verdict(DeleteAllowlistIdentifier{.identifier_id = allowed}), "done"},
      {"facts 3.1", verdict(DeleteBlocklistIdentifier{.identifier_id = blocked}), "done"},
      {"facts 3.1", verdict(DeleteBlocklistIdentifier{.identifier_id = blocked}), "resource_not_found"},
      {"facts 3.3", allow("ada@example.com"), "done"},
  });
}

TEST_F(ListIdentifierRules, lists_have_the_newest_first) {
  for (const char* identifier : {"a@example.com", "b@example.com", "c@example.com"}) {
    EXPECT_EQ(allow(identifier), "done");
    EXPECT_EQ(block(identifier), "done");
    now += 1;
  }
  const auto page = done(ListAllowlistIdentifiers{.query = {.limit = 2, .offset = 1, .paginated = true}});
  ASSERT_EQ(page.data.size(), 2U);
  EXPECT_EQ(page.data[0].identifier, "b@example.com") << "facts 3.2";
  EXPECT_EQ(page.total_count, 3);
  const auto blocked = done(ListBlocklistIdentifiers{});
  ASSERT_EQ(blocked.data.size(), 3U);
  EXPECT_EQ(blocked.data[0].identifier, "c@example.com");
  EXPECT_EQ(blocked.total_count, 3);
}

TEST_F(ListIdentifierRulesInProduction, adding_needs_the_plan_s_feature) {
  expect({
      {"facts 2.3 (inferred)", allow("ada@example.com"), "unsupported_subscription_plan_features"},
      {"facts 2.3 (inferred)", block("ada@example.com"), "unsupported_subscription_plan_features"},
      {"facts 4.3: the form first", allow("ada"), "form_param_format_invalid identifier"},
      {"facts 2.3: looking is free", verdict(ListAllowlistIdentifiers{}), "done"},
  });
  instance.traits.plan_features = {"allowlist", "blocklist"};
  expect({{"facts 2.3", allow("ada@example.com"), "done"}, {"facts 2.3", block("ada@example.com"), "done"}});
}

}  // namespace clerk::server::rules
