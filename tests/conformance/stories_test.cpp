#include "tests/conformance/library_support.hpp"

#include <clerk/api/allow_list_block_list_api.hpp>
#include <clerk/api/email_addresses_api.hpp>
#include <clerk/api/instance_settings_api.hpp>
#include <clerk/api/invitations_api.hpp>
#include <clerk/api/sessions_api.hpp>
#include <clerk/api/users_api.hpp>

#include <gtest/gtest.h>

#include <string>

namespace clerk::testing {

namespace {

/// An administrator, who changes a setting by the library, sees what follows, and changes it back.
class Story : public ::testing::Test {
 protected:
  /// What comes of someone's signing up: `welcome`, or the code of the refusal and the rule that decided.
  std::string sign_up(const std::string& body) const {
    const WireAnswer answer = server.send({.method = "POST", .target = "/__clerkd/sign_ups", .body = body});
    if (answer.status == 200) return "welcome";
    const auto refusal = answer.json();
    std::string told{refusal.at_pointer("/errors/0/code").as_string()};
    if (const auto* meta = refusal.as_object().if_contains("meta")) {
      told += " by " + std::string{meta->at("decided_by").as_string()};
    }
    return told;
  }
  std::string sign_up_by_address(const std::string& address) const {
    return sign_up(R"({"email_address":")" + address + R"("})");
  }
  std::string sign_up_by_number(const std::string& number) const {
    return sign_up(R"({"phone_number":")" + number + R"("})");
  }

  template <class T>
  static std::string code_of(const Result<T>& result) {
    return result ? "done" : result.error().errors.at(0).code;
  }

  User make_user(const std::string& address) const {
    return users.create_user({.email_address = std::vector<std::string>{address}}).value();
  }

  RunningServer server;
  ApiClient client{configuration_of(server, development_key)};
  InstanceSettingsApi settings{client};
  AllowListBlockListApi lists{client};
  UsersApi users{client};
  EmailAddressesApi addresses{client};
  InvitationsApi invitations{client};
  SessionsApi sessions{client};
};

}  // namespace

TEST_F(Story, with_the_allowlist_on_only_those_on_it_may_come_in) {
  EXPECT_EQ(sign_up_by_address("first@example.org"), "welcome");
  settings.update_instance_restrictions({.allowlist = true}).value();
  EXPECT_EQ(sign_up_by_address("second@example.org"), "not_allowed_access by allowlist");
  const auto entry = lists.create_allowlist_identifier({.identifier = "*@example.org"}).value();
  EXPECT_EQ(sign_up_by_address("Second@Example.org"), "welcome");
  EXPECT_EQ(sign_up_by_address("third@example.com"), "not_allowed_access by allowlist");
  EXPECT_EQ(code_of(users.create_user({.email_address = std::vector<std::string>{"third@example.com"}})),
            "not_allowed_access");
  lists.delete_allowlist_identifier(*entry.id).value();
  EXPECT_EQ(sign_up_by_address("fourth@example.org"), "not_allowed_access by allowlist");
  settings.update_instance_restrictions({.allowlist = false}).value();
  EXPECT_EQ(sign_up_by_address("fourth@example.org"), "welcome");
}

TEST_F(Story, an_entry_of_the_allowlist_that_notifies_invites_past_the_list) {
  settings.update_instance_restrictions({.allowlist = true}).value();
  const auto entry = lists.create_allowlist_identifier({.identifier = "ada@example.com", .notify = true}).value();
  lists.delete_allowlist_identifier(*entry.id).value();
  EXPECT_EQ(sign_up_by_address("ada@example.com"), "not_allowed_access by allowlist");
  EXPECT_EQ(sign_up(R"({"ticket":")" + *entry.invitation_id + R"("})"), "welcome");
}

TEST_F(Story, the_pattern_of_a_domain_invites_nobody) {
  const auto entry = lists.create_allowlist_identifier({.identifier = "*@example.com", .notify = true}).value();
  EXPECT_FALSE(entry.invitation_id);
  EXPECT_EQ(invitations.list_invitations().value().total_count, 0);
}

TEST_F(Story, with_the_blocklist_on_those_on_it_stay_out_with_all_their_subaddresses) {
  lists.create_blocklist_identifier({.identifier = "eve@example.com"}).value();
  lists.create_blocklist_identifier({.identifier = "*@*.example.net"}).value();
  EXPECT_EQ(sign_up_by_address("eve+0@example.com"), "welcome");
  settings.update_instance_restrictions({.blocklist = true}).value();
  EXPECT_EQ(sign_up_by_address("eve+1@example.com"), "not_allowed_access by blocklist");
  EXPECT_EQ(sign_up_by_address("eve@mail.example.net"), "not_allowed_access by blocklist");
  EXPECT_EQ(sign_up_by_address("eve@example.net"), "welcome");
  EXPECT_EQ(sign_up_by_address("adam@example.com"), "welcome");
  settings.update_instance_restrictions({.blocklist = false}).value();
  EXPECT_EQ(sign_up_by_address("eve+1@example.com"), "welcome");
}

TEST_F(Story, the_allowlist_goes_before_the_blocklist) {
  lists.create_allowlist_identifier({.identifier = "ada@example.com"}).value();
  lists.create_blocklist_identifier({.identifier = "*@example.com"}).value();
  settings.update_instance_restrictions({.allowlist = true, .blocklist = true}).value();
  EXPECT_EQ(sign_up_by_address("ada@example.com"), "welcome");
}

TEST_F(Story, lists_that_are_kept_to_sign_ups_let_old_users_sign_in) {
  const User eve = make_user("eve@example.com");
  lists.create_blocklist_identifier({.identifier = "eve@example.com"}).value();
  settings.update_instance_restrictions({.blocklist = true}).value();
  EXPECT_EQ(code_of(sessions.create_session({.user_id = eve.id})), "done");
  settings.update_instance_restrictions({.allowlist_blocklist_disabled_on_sign_in = false}).value();
  EXPECT_EQ(code_of(sessions.create_session({.user_id = eve.id})), "not_allowed_access");
  settings.update_instance_restrictions({.allowlist_blocklist_disabled_on_sign_in = true}).value();
  EXPECT_EQ(code_of(sessions.create_session({.user_id = eve.id})), "done");
}

TEST_F(Story, a_mailbox_has_one_account_while_subaddresses_are_blocked) {
  settings.update_instance_restrictions({.block_email_subaddresses = true}).value();
  EXPECT_EQ(sign_up_by_address("ada+1@example.com"), "welcome");
  EXPECT_EQ(sign_up_by_address("ada+2@example.com"), "not_allowed_access by block_email_subaddresses");
  EXPECT_EQ(sign_up_by_address("a.da@gmail.com"), "welcome");
  EXPECT_EQ(sign_up_by_address("ad.a@googlemail.com"), "not_allowed_access by block_email_subaddresses");
  const User bob = make_user("bob@example.com");
  EXPECT_EQ(code_of(addresses.create_email_address({.user_id = bob.id, .email_address = "ada+3@example.com"})),
            "not_allowed_access");
  settings.update_instance_restrictions({.block_email_subaddresses = false}).value();
  EXPECT_EQ(sign_up_by_address("ada+2@example.com"), "welcome");
}

TEST_F(Story, addresses_that_are_thrown_away_are_refused_while_they_are_blocked) {
  EXPECT_EQ(sign_up_by_address("ada@mailinator.com"), "welcome");
  settings.update_instance_restrictions({.block_disposable_email_domains = true}).value();
  EXPECT_EQ(sign_up_by_address("bob@mailinator.com"), "not_allowed_access by block_disposable_email_domains");
  settings.update_instance_restrictions({.block_disposable_email_domains = false}).value();
  EXPECT_EQ(sign_up_by_address("bob@mailinator.com"), "welcome");
}

TEST_F(Story, numbers_of_a_blocked_country_are_refused) {
  EXPECT_EQ(sign_up_by_number("+33612345678"), "welcome");
  settings.update_instance_communication({.blocked_country_codes = std::vector<std::string>{"FR"}}).value();
  EXPECT_EQ(sign_up_by_number("+33612345679"), "not_allowed_access by blocked_country_codes");
  EXPECT_EQ(sign_up_by_number("+4915112345678"), "welcome");
  settings.update_instance_communication({.blocked_country_codes = std::vector<std::string>{}}).value();
  EXPECT_EQ(sign_up_by_number("+33612345679"), "welcome");
}

TEST_F(Story, a_closed_door_opens_to_invitations_and_to_the_administrator) {
  for (const auto& [mode, code] : {std::pair{"restricted", "sign_up_mode_restricted by sign_up_mode"},
                                   {"waitlist", "sign_up_restricted_waitlist by sign_up_mode"}}) {
    server.set_traits(development_key, std::string{R"({"sign_up_mode":")"} + mode + R"("})");
    const std::string name{mode};
    EXPECT_EQ(sign_up_by_address(name + "@example.com"), code);
    const auto invitation = invitations.create_invitation({.email_address = name + "@example.com"}).value();
    EXPECT_EQ(sign_up(R"({"ticket":")" + invitation.id + R"("})"), "welcome");
    EXPECT_EQ(make_user("made." + name + "@example.com").email_addresses.size(), 1U);
  }
  server.set_traits(development_key, R"({"sign_up_mode":"public"})");
  EXPECT_EQ(sign_up_by_address("stranger@example.com"), "welcome");
}

TEST_F(Story, test_numbers_exist_in_test_mode_only) {
  EXPECT_EQ(sign_up_by_number("+19995550123"), "welcome");
  settings.update_instance({.test_mode = false}).value();
  EXPECT_EQ(sign_up_by_number("+19995550124"), "form_param_format_invalid");
  settings.update_instance({.test_mode = true}).value();
  EXPECT_EQ(sign_up_by_number("+19995550124"), "welcome");
}

TEST_F(Story, passwords_that_everybody_knows_are_refused_while_hibp_is_on) {
  const auto with_password = [&](const std::string& name) {
    return code_of(users.create_user(
        {.email_address = std::vector<std::string>{name + "@example.com"}, .password = "password123"}));
  };
  EXPECT_EQ(with_password("ada"), "form_password_pwned");
  settings.update_instance({.hibp = false}).value();
  EXPECT_EQ(with_password("ada"), "done");
  settings.update_instance({.hibp = true}).value();
  EXPECT_EQ(with_password("bob"), "form_password_pwned");
}

TEST_F(Story, a_session_of_who_must_choose_an_organization_is_pending) {
  const User ada = make_user("ada@example.com");
  EXPECT_EQ(sessions.create_session({.user_id = ada.id}).value().status, SessionStatus{SessionStatus::active});
  settings.update_instance_organization_settings({.enabled = true}).value();
  EXPECT_EQ(sessions.create_session({.user_id = ada.id}).value().status, SessionStatus{SessionStatus::pending});
  settings.update_instance_organization_settings({.enabled = false}).value();
  EXPECT_EQ(sessions.create_session({.user_id = ada.id}).value().status, SessionStatus{SessionStatus::active});
}

}  // namespace clerk::testing
