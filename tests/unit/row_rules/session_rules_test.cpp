#include "tests/unit/row_rules/row_rules_support.hpp"

#include <algorithm>

namespace clerk::server::rules {

namespace {

using operations::CreateSession;
using operations::CreateSessionToken;
using operations::CreateSessionTokenFromTemplate;
using operations::GetSession;
using operations::GetSessionList;
using operations::RevokeSession;

class SessionRules : public RowRules {
 protected:
  explicit SessionRules(std::string_view environment_type = development) : RowRules{environment_type} {}

  std::string sign_in(const std::string& user_id) { return verdict(CreateSession{.body = {.user_id = user_id}}); }
  Session session_for(const std::string& user_id) { return done(CreateSession{.body = {.user_id = user_id}}); }
  std::string status_of(const std::string& id) { return done(GetSession{.session_id = id}).status.text(); }
  std::string token(const std::string& id) { return verdict(CreateSessionToken{.session_id = id}); }
  std::string token(const std::string& id, const std::string& name) {
    return verdict(CreateSessionTokenFromTemplate{.session_id = id, .template_name = name});
  }

  std::string ada{make_user("ada@example.com").id};
};

class SessionRulesInProduction : public SessionRules {
 protected:
  SessionRulesInProduction() : SessionRules{production} {}
};

}  // namespace

TEST_F(SessionRules, who_may_not_sign_in_is_refused) {
  const std::string banned = make_user("banned@example.com").id;
  const std::string locked = make_user("locked@example.com").id;
  done(operations::BanUser{.user_id = banned});
  done(operations::LockUser{.user_id = locked});
  expect({
      {"facts 3.1", sign_in("user_0"), "resource_not_found"},
      {"facts 4.2 (inferred)", sign_in(banned), "authorization_invalid"},
      {"facts 7 (inferred)", sign_in(locked), "user_locked"},
      {"facts 3.1", sign_in(ada), "done"},
  });
  now += hour;
  expect({{"facts 7: 60 minutes", sign_in(locked), "done"}});
  done(operations::UnbanUser{.user_id = banned});
  expect({{"facts 3.1", sign_in(banned), "done"}});
}

TEST_F(SessionRules, the_lists_decide_on_sign_in_only_when_they_are_told_to) {
  auto& restrictions = instance.settings.restrictions;
  restrictions.blocklist = true;
  done(operations::CreateBlocklistIdentifier{.body = {.identifier = "ada@example.com"}});
  expect({{"facts 7: disabled on sign-in by default", sign_in(ada), "done"}});
  restrictions.allowlist_blocklist_disabled_on_sign_in = false;
  expect({{"facts 3.3", sign_in(ada), "not_allowed_access"}});
  restrictions.blocklist = false;
  expect({{"facts 3.3", sign_in(ada), "done"}});
  restrictions.allowlist = true;
  expect({{"facts 3.3", sign_in(ada), "not_allowed_access"}});
  done(operations::CreateAllowlistIdentifier{.body = {.identifier = "*@example.com"}});
  expect({{"facts 3.3", sign_in(ada), "done"}});
}

TEST_F(SessionRulesInProduction, no_session_is_made_by_the_api) {
  expect({{"facts 3.1: while developing only", sign_in(ada), "request_invalid_for_environment"}});
}

TEST_F(SessionRules, a_session_goes_on_for_seven_days_unless_it_is_revoked) {
  const std::string expiring = session_for(ada).id;
  const std::string revoked = session_for(ada).id;
  expect({
      {"facts 3.1", verdict(GetSession{.session_id = "sess_0"}), "resource_not_found"},
      {"facts 3.1", verdict(RevokeSession{.session_id = "sess_0"}), "resource_not_found"},
      {"facts 3.1", verdict(RevokeSession{.session_id = revoked}), "done"},
      {"facts 3.1: once more changes nothing", verdict(RevokeSession{.session_id = revoked}), "done"},
  });
  EXPECT_EQ(status_of(revoked), "revoked");
  now += 7 * day - 1;
  EXPECT_EQ(status_of(expiring), "active");
  now += 1;
  EXPECT_EQ(status_of(expiring), "expired");
  done(RevokeSession{.session_id = expiring});
  EXPECT_EQ(status_of(expiring), "expired") << "what has ended is not revoked";
}

TEST_F(SessionRules, sessions_end_with_what_they_hang_on) {
  const std::string first = session_for(ada).id;
  done(operations::BanUser{.user_id = ada});
  EXPECT_EQ(status_of(first), "revoked");
  done(operations::UnbanUser{.user_id = ada});
  const std::string second = session_for(ada).id;
  done(operations::UpdateUser{.user_id = ada,
                              .body = {.password = "an engine of analysis", .sign_out_of_other_sessions = true}});
  EXPECT_EQ(status_of(second), "revoked");
  const std::string third = session_for(ada).id;
  done(operations::SetUserPasswordCompromised{.user_id = ada, .body = {.revoke_all_sessions = true}});
  EXPECT_EQ(status_of(third), "revoked");
  const std::string fourth = session_for(ada).id;
  now += 1;
  instance.traits.sessions_valid_after = now;
  EXPECT_EQ(status_of(fourth), "ended") << "store 7.5: the epoch";
  const std::string fifth = session_for(ada).id;
  done(operations::DeleteUser{.user_id = ada});
  EXPECT_EQ(status_of(fifth), "revoked");
}

TEST_F(SessionRules, who_has_to_choose_an_organization_has_a_pending_session) {
  instance.settings.organization_settings.enabled = true;
  instance.settings.organization_settings.force_organization_selection = true;
  const Session session = session_for(ada);
  EXPECT_EQ(session.status, SessionStatus{"pending"}) << "facts 3.3";
  ASSERT_TRUE(session.tasks);
  EXPECT_EQ(session.tasks->at(0).key, "choose-organization");
  EXPECT_EQ(token(session.id), "done");
}

TEST_F(SessionRules, a_token_is_had_of_a_session_that_goes_on) {
  const std::string going_on = session_for(ada).id;
  const std::string revoked = session_for(ada).id;
  done(RevokeSession{.session_id = revoked});
  done(operations::CreateJWTTemplate{
      .body = {.name = "mine", .claims = RawJson{R"({"mail":"{{user.primary_email_address}}"})"}}});
  expect({
      {"facts 3.1", token("sess_0"), "resource_not_found"},
      {"facts 4.2 (inferred)", token(revoked), "authentication_invalid"},
      {"facts 8.1", token(going_on), "done"},
      {"facts 3.1", token("sess_0", "mine"), "resource_not_found"},
      {"facts 3.1", token(going_on, "other"), "resource_not_found"},
      {"facts 4.2 (inferred)", token(revoked, "mine"), "authentication_invalid"},
      {"facts 8.1", token(going_on, "mine"), "done"},
  });
  const std::string jwt = done(CreateSessionToken{.session_id = going_on}).jwt;
  EXPECT_EQ(std::ranges::count(jwt, '.'), 2);
  meanwhile = [&] { done(RevokeSession{.session_id = going_on}); };
  expect({{"store 1.2: ended while it was signed", token(going_on), "authentication_invalid"}});
}

TEST_F(SessionRules, two_first_tokens_at_once_do_not_leave_two_keys) {
  const std::string id = session_for(ada).id;
  meanwhile = [&] { done(operations::GetJWKS{}); };
  expect({{"store 1.2", token(id), "conflict"}, {"facts 8.1", token(id), "done"}});
  EXPECT_EQ(done(operations::GetJWKS{}).keys.size(), 1U);
}

TEST_F(SessionRules, a_list_is_filtered_by_what_the_sessions_are_now) {
  const std::string other = make_user("b@example.com").id;
  const std::string first = session_for(ada).id;
  now += 1;
  const std::string second = session_for(ada).id;
  const Session third = session_for(other);
  done(RevokeSession{.session_id = first});
  const auto listed = [&](GetSessionListRequest query) {
    Texts found;
    for (const Session& each : done(GetSessionList{.query = std::move(query)}).data) found.push_back(each.id);
    return found;
  };
  EXPECT_EQ(listed({.user_id = ada}), (Texts{second, first}));
  EXPECT_EQ(listed({.user_id = ada, .status = SessionStatus{"active"}}), Texts{second});
  EXPECT_EQ(listed({.user_id = ada, .status = SessionStatus{"revoked"}}), Texts{first});
  EXPECT_EQ(listed({.client_id = third.client_id}), Texts{third.id});
  EXPECT_EQ(listed({.user_id = ada, .limit = 1, .offset = 1}), Texts{first});
  now += 7 * day;
  EXPECT_EQ(listed({.user_id = ada, .status = SessionStatus{"active"}}), Texts{});
  EXPECT_EQ(listed({.user_id = ada, .status = SessionStatus{"expired"}}), Texts{second});
}

}  // namespace clerk::server::rules
