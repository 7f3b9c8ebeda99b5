#include "tests/unit/row_rules/row_rules_support.hpp"

namespace clerk::server::rules {

namespace {

using operations::GetSignUp;
using operations::UpdateSignUp;
using tools::MakeSignUp;
using tools::SignUpRequest;

class SignUpRules : public RowRules {
 protected:
  /// What comes of it, and for a decision the rule that decided.
  std::string sign_up(SignUpRequest request) {
    const auto judged = run(MakeSignUp{.body = std::move(request)});
    const std::string decided = judged.has_value() ? judged->decided_by : judged.error().decided_by;
    return verdict_of(judged) + (decided.empty() ? "" : " by " + decided);
  }
  std::string address(const std::string& text) { return sign_up({.email_address = text}); }
  std::string invite(const std::string& text) {
    return done(operations::CreateInvitation{
                    .body = {.email_address = text, .public_metadata = RawJson{R"({"team":"a"})"}}})
        .id;
  }
};

}  // namespace

TEST_F(SignUpRules, what_is_no_identifier_or_no_password_is_refused_before_any_rule_decides) {
  instance.traits.sign_up_mode = "restricted";
  expect({
      {"facts 4.3", address("ada"), "form_param_format_invalid email_address"},
      {"facts 4.3", sign_up({.phone_number = "12"}), "form_param_format_invalid phone_number"},
      {"facts 4.3", sign_up({.web3_wallet = "0x1"}), "form_param_format_invalid web3_wallet"},
      {"facts 4.3", sign_up({.username = "a b"}), "form_param_format_invalid username"},
      {"facts 3.2", sign_up({.email_address = "ada@example.com", .password = "short"}),
       "form_password_length_too_short password"},
      {"facts 3.3: hibp", sign_up({.email_address = "ada@example.com", .password = "password1"}),
       "form_password_pwned password"},
      {"facts 4.3: each is told", sign_up({.email_address = "ada", .password = "short"}),
       "form_param_format_invalid email_address; form_password_length_too_short password"},
  });
}

TEST_F(SignUpRules, each_setting_that_keeps_strangers_out_is_named) {
  make_user("taken@gmail.com");
  auto& settings = instance.settings;
  expect({
      {"facts 3.3: public", address("a@example.com"), "done by sign_up_mode"},
      {"facts 3.3", address("Taken@gmail.com"), "form_identifier_exists email_address by identifier_exists"},
  });
  settings.restrictions.block_email_subaddresses = true;
  expect({{"facts 3.3: dots at Gmail", address("t.aken+x@gmail.com"), "not_allowed_access by block_email_subaddresses"},
          {"facts 3.3: the first of a mailbox", address("new+x@gmail.com"), "done by sign_up_mode"}});
  settings.restrictions.block_disposable_email_domains = true;
  expect({{"facts 3.3", address("a@mailinator.com"), "not_allowed_access by block_disposable_email_domains"}});
  settings.communication.blocked_country_codes = {"FR"};
  expect({{"facts 2.7", sign_up({.phone_number = "+33612345678"}), "not_allowed_access by blocked_country_codes"},
          {"facts 2.7", sign_up({.phone_number = "+14155552671"}), "done by sign_up_mode"}});
  settings.restrictions.blocklist = true;
  done(operations::CreateBlocklistIdentifier{.body = {.identifier = "*@*.blocked.example"}});
  expect({{"facts 3.3", address("a@x.y.blocked.example"), "not_allowed_access by blocklist"},
          {"facts 3.3 (inferred): not the domain itself", address("a@blocked.example"), "done by sign_up_mode"}});
  settings.restrictions.allowlist = true;
  expect({{"facts 3.3: an empty list blocks all", address("b@example.com"), "not_allowed_access by allowlist"}});
  done(operations::CreateAllowlistIdentifier{.body = {.identifier = "c@x.blocked.example"}});
  expect({{"facts 3.3: it wins over the blocklist", address("c@x.blocked.example"), "done by allowlist"}});
  instance.traits.sign_up_mode = "restricted";
  expect({{"facts 3.3", address("d@example.com"), "sign_up_mode_restricted by sign_up_mode"}});
  instance.traits.sign_up_mode = "waitlist";
  expect({{"facts 3.3", address("d@example.com"), "sign_up_restricted_waitlist by sign_up_mode"}});
}

TEST_F(SignUpRules, a_ticket_opens_the_door_once) {
  instance.traits.sign_up_mode = "restricted";
  const std::string ticket = invite("ada@example.com");
  const std::string revoked = invite("b@example.com");
  const std::string expired = invite("c@example.com");
  done(operations::RevokeInvitation{.invitation_id = revoked});
  expect({
      {"facts 3.2", sign_up({.ticket = "inv_0"}), "ticket_invalid ticket"},
      {"facts 3.2", sign_up({.ticket = revoked}), "ticket_invalid ticket"},
      {"facts 3.3", sign_up({.ticket = ticket}), "done by sign_up_mode"},
      {"facts 3.2", sign_up({.ticket = ticket}), "ticket_invalid ticket"},
  });
  now += 30 * day;
  expect({{"facts 3.2: by the clock", sign_up({.ticket = expired}), "ticket_invalid ticket"}});
}

TEST_F(SignUpRules, an_invitation_does_not_pass_the_allowlist_except_its_own) {
  instance.settings.restrictions.allowlist = true;
  const auto entry =
      done(operations::CreateAllowlistIdentifier{.body = {.identifier = "ada@example.com", .notify = true}});
  done(operations::DeleteAllowlistIdentifier{.identifier_id = entry.id.value()});
  expect({
      {"store 7.5", sign_up({.ticket = invite("b@example.com")}), "not_allowed_access by allowlist"},
      {"store 7.5", sign_up({.ticket = entry.invitation_id.value()}), "done by allowlist"},
  });
}

TEST_F(SignUpRules, who_comes_in_has_a_user_and_a_session) {
  done(operations::CreateWaitlistEntry{.body = {.email_address = "ada@example.com"}});
  const std::string ticket = invite("ada@example.com");
  const auto result =
      done(MakeSignUp{.body = {.password = "an engine of analysis", .first_name = "Ada", .ticket = ticket}});
  ASSERT_TRUE(result.user);
  ASSERT_TRUE(result.session);
  EXPECT_EQ(result.sign_up.status, SignUpStatus{"complete"});
  EXPECT_EQ(result.sign_up.created_user_id, result.user->id);
  EXPECT_EQ(result.sign_up.created_session_id, result.session->id);
  EXPECT_EQ(result.user->email_addresses.at(0).email_address, "ada@example.com") << "whom the invitation went to";
  EXPECT_EQ(result.user->public_metadata, RawJson{R"({"team":"a"})"}) << "facts 3.2";
  EXPECT_TRUE(result.user->password_enabled);
  EXPECT_EQ(done(operations::ListWaitlistEntries{}).data.at(0).status, WaitlistEntryStatus{"completed"});
  EXPECT_EQ(done(operations::ListInvitations{}).data.at(0).status, InvitationStatus{"accepted"});
}

TEST_F(SignUpRules, one_that_lacks_something_can_be_updated_for_a_day) {
  const auto result = done(MakeSignUp{.body = {.first_name = "Ada"}});
  EXPECT_FALSE(result.user);
  const std::string open = result.sign_up.id;
  const std::string complete = done(MakeSignUp{.body = {.email_address = "ada@example.com"}}).sign_up.id;
  const auto update = [&](const std::string& id) {
    return verdict(UpdateSignUp{.id = id, .body = {.external_id = "e1", .custom_action = true}});
  };
  expect({
      {"facts 3.1", verdict(GetSignUp{.id = "sua_0"}), "resource_not_found"},
      {"facts 3.1", update("sua_0"), "resource_not_found"},
      {"facts 3.2", update(open), "done"},
      {"facts 3.2", update(complete), "sign_up_cannot_be_updated"},
  });
  EXPECT_EQ(done(GetSignUp{.id = open}).external_id, "e1");
  EXPECT_EQ(done(GetSignUp{.id = open}).status, SignUpStatus{"missing_requirements"});
  now += day;
  EXPECT_EQ(done(GetSignUp{.id = open}).status, SignUpStatus{"abandoned"});
  expect({{"facts 3.2", update(open), "sign_up_cannot_be_updated"}});
}

}  // namespace clerk::server::rules
