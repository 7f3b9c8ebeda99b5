#include "tests/unit/row_rules/row_rules_support.hpp"

namespace clerk::server::rules {

namespace {

using operations::CreateBulkInvitations;
using operations::CreateInvitation;
using operations::ListInvitations;
using operations::RevokeInvitation;

class InvitationRules : public RowRules {
 protected:
  std::string invite(CreateInvitationRequest request) { return verdict(CreateInvitation{.body = std::move(request)}); }
  Texts listed(ListInvitationsRequest query = {}) {
    Texts addresses;
    for (const Invitation& each : done(ListInvitations{.query = std::move(query)}).data) {
      addresses.push_back(each.email_address);
    }
    return addresses;
  }
};

}  // namespace

TEST_F(InvitationRules, an_address_is_invited_once_unless_that_is_wished) {
  make_user("user@example.com");
  expect({
      {"facts 3.2", invite({.email_address = "ada@example.com"}), "done"},
      {"facts 3.3", invite({.email_address = "Ada@example.com"}), "duplicate_record"},
      {"facts 3.2", invite({.email_address = "ada@example.com", .ignore_existing = true}), "done"},
      {"facts 3.3 (inferred)", invite({.email_address = "user@example.com"}), "duplicate_record"},
      {"facts 3.2", invite({.email_address = "user@example.com", .ignore_existing = true}), "done"},
  });
  const auto refused = run(CreateInvitation{.body = {.email_address = "ada@example.com"}});
  ASSERT_TRUE(refused.has_error());
  EXPECT_EQ(refused.error().refusals.at(0).email_addresses, Texts{"ada@example.com"}) << "facts 3.3: meta";
}

TEST_F(InvitationRules, metadata_are_judged_and_lists_and_modes_are_not_asked) {
  instance.settings.restrictions.blocklist = true;
  instance.settings.restrictions.allowlist = true;
  instance.traits.sign_up_mode = "restricted";
  expect({
      {"facts 4.3", invite({.email_address = "ada@example.com", .public_metadata = RawJson{"[]"}}),
       "form_param_type_invalid public_metadata"},
      {"facts 5.1",
       invite({.email_address = "ada@example.com",
               .public_metadata = RawJson{R"({"k":")" + std::string(9000, 'x') + R"("})"}}),
       "form_param_exceeds_allowed_size public_metadata"},
      {"facts 3.3: POST /invitations lists no 403", invite({.email_address = "ada@example.com"}), "done"},
  });
}

TEST_F(InvitationRules, many_are_invited_or_none) {
  const auto bulk = [&](std::initializer_list<const char*> addresses) {
    CreateBulkInvitationsRequest request;
    for (const char* address : addresses) request.data.push_back({.email_address = address});
    return verdict(CreateBulkInvitations{.body = std::move(request)});
  };
  expect({
      {"facts 3.3: the same address twice", bulk({"a@example.com", "b@example.com", "A@example.com"}),
       "duplicate_record"},
      {"store 1.4: nothing of it stayed", bulk({"a@example.com", "b@example.com"}), "done"},
      {"facts 3.3", bulk({"c@example.com", "b@example.com"}), "duplicate_record"},
  });
  EXPECT_EQ(listed().size(), 2U);
}

TEST_F(InvitationRules, an_invitation_expires_by_the_clock) {
  const Invitation usual = done(CreateInvitation{.body = {.email_address = "a@example.com"}});
  const Invitation brief = done(CreateInvitation{.body = {.email_address = "b@example.com", .expires_in_days = 1}});
  EXPECT_EQ(usual.expires_at, now + 30 * day) << "facts 3.2";
  EXPECT_EQ(brief.expires_at, now + day) << "facts 3.2";
  now += day;
  EXPECT_EQ(listed({.status = InvitationStatus{"expired"}}), Texts{"b@example.com"});
  EXPECT_EQ(listed({.status = InvitationStatus{"pending"}}), Texts{"a@example.com"});
  expect({{"facts 3.2: an expired one is no obstacle", invite({.email_address = "b@example.com"}), "done"}});
}

TEST_F(InvitationRules, only_an_open_one_is_revoked) {
  const std::string open = done(CreateInvitation{.body = {.email_address = "a@example.com"}}).id;
  const std::string accepted = done(CreateInvitation{.body = {.email_address = "b@example.com"}}).id;
  done(tools::MakeSignUp{.body = {.ticket = accepted}});
  expect({
      {"facts 3.1", verdict(RevokeInvitation{.invitation_id = "inv_0"}), "resource_not_found"},
      {"facts 3.2 (inferred)", verdict(RevokeInvitation{.invitation_id = accepted}), "invitation_already_accepted"},
      {"facts 3.1", verdict(RevokeInvitation{.invitation_id = open}), "done"},
      {"facts 3.2 (inferred)", verdict(RevokeInvitation{.invitation_id = open}), "invitation_already_revoked"},
      {"facts 3.2: a revoked one is no obstacle", invite({.email_address = "a@example.com"}), "done"},
  });
  const auto revoked = done(ListInvitations{.query = {.status = InvitationStatus{"revoked"}}});
  ASSERT_EQ(revoked.data.size(), 1U);
  EXPECT_EQ(revoked.data[0].id, open);
  EXPECT_EQ(revoked.data[0].revoked, true);
}

TEST_F(InvitationRules, a_list_leaves_the_revoked_out_and_has_the_newest_first) {
  Texts made;
  for (const char* address : {"b@example.com", "c@example.com", "a@example.com"}) {
    made.push_back(
        done(CreateInvitation{.body = {.email_address = address, .expires_in_days = address[0] - 'a' + 1}}).id);
    now += 1;
  }
  done(RevokeInvitation{.invitation_id = made[1]});
  EXPECT_EQ(listed(), (Texts{"a@example.com", "b@example.com"})) << "facts 3.2";
  EXPECT_EQ(listed({.order_by = "+created_at"}), (Texts{"b@example.com", "a@example.com"}));
  EXPECT_EQ(listed({.order_by = "email_address"}), (Texts{"a@example.com", "b@example.com"}));
  EXPECT_EQ(listed({.order_by = "-expires_at"}), (Texts{"b@example.com", "a@example.com"}));
  EXPECT_EQ(listed({.query = "A@EX"}), Texts{"a@example.com"});
  EXPECT_EQ(listed({.limit = 1, .offset = 1}), Texts{"b@example.com"});
  EXPECT_EQ(done(ListInvitations{.query = {.paginated = true, .limit = 1}}).total_count, 2) << "facts 3.2";
}

TEST_F(InvitationRules, its_url_leads_back_with_the_ticket) {
  const Invitation with =
      done(CreateInvitation{.body = {.email_address = "a@example.com", .redirect_url = "https://example.com/in?x=1"}});
  EXPECT_EQ(with.url, "https://example.com/in?x=1&__clerk_ticket=" + with.id);
  EXPECT_FALSE(done(CreateInvitation{.body = {.email_address = "b@example.com"}}).url);
}

}  // namespace clerk::server::rules
