#include "server/rules/session_claims.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace clerk::server::rules {

namespace {

namespace json = boost::json;

constexpr std::string_view issuer = "https://clean-mayfly-62.clerk.accounts.dev";

SessionTokenInput input() {
  return {.basics = {.issuer = std::string{issuer}, .user_id = "user_1", .token_id = "abc", .issued_at = 1'700'000'000},
          .session_id = "sess_1",
          .factor_ages = {3, -1}};
}

json::value claims(const SessionTokenInput& session, TokenVersion version = TokenVersion::v2) {
  return json::parse(session_claims(session, version).text());
}

const json::value* find(const json::value& object, std::string_view name) {
  return object.as_object().if_contains(name);
}

}  // namespace

// facts 8.1
TEST(SessionClaims, last_a_minute_and_begin_ten_seconds_early) {
  EXPECT_EQ(claims(input()), json::parse(R"({
    "exp": 1700000060, "iat": 1700000000, "nbf": 1699999990, "jti": "abc", "sub": "user_1", "sid": "sess_1",
    "iss": "https://clean-mayfly-62.clerk.accounts.dev", "fva": [3, -1], "v": 2})"));
  EXPECT_EQ(claims(input(), TokenVersion::v1), json::parse(R"({
    "exp": 1700000060, "iat": 1700000000, "nbf": 1699999990, "jti": "abc", "sub": "user_1", "sid": "sess_1",
    "iss": "https://clean-mayfly-62.clerk.accounts.dev", "fva": [3, -1]})"));
}

TEST(SessionClaims, tell_of_origin_impersonator_and_a_pending_session_only_if_there_is_one) {
  SessionTokenInput session = input();
  session.basics.authorized_party = "http://localhost:3000";
  session.impersonator_id = "user_2";
  session.is_pending = true;
  const json::value told = claims(session);
  EXPECT_EQ(told.at("azp"), "http://localhost:3000");
  EXPECT_EQ(told.at("sts"), "pending");
  EXPECT_EQ(told.at("act").at("sub"), "user_2");
  EXPECT_EQ(told.at("act").at("sid"), "sess_1");
  EXPECT_EQ(told.at("act").at("iss").as_string(), issuer);
}

// The example of facts 8.1: dashboard:manage, dashboard:read, teams:read.
TEST(SessionClaims, of_version_2_pack_the_permissions_into_masks) {
  SessionTokenInput session = input();
  session.plan = "o:pro";
  session.features = {"o:dashboard", "o:teams"};
  session.organization = ActiveOrganization{
      .id = "org_1",
      .slug = "acme",
      .role = "org:admin",
      .permissions = {"org:dashboard:read", "org:sys_memberships:read", "org:dashboard:manage", "org:teams:read"}};
  const json::value told = claims(session);
  EXPECT_EQ(told.at("fea"), "o:dashboard,o:teams");
  EXPECT_EQ(told.at("pla"), "o:pro");
  EXPECT_EQ(told.at("o"), json::parse(R"({"id":"org_1","slg":"acme","rol":"admin","per":"manage,read","fpm":"3,2"})"));
  EXPECT_EQ(find(told, "org_id"), nullptr);
}

TEST(SessionClaims, of_version_2_count_masks_for_the_organizations_features_alone) {
  SessionTokenInput session = input();
  session.features = {"u:themes", "o:dashboard"};
  session.organization = ActiveOrganization{.id = "org_1", .role = "org:member", .permissions = {"org:teams:read"}};
  const json::value told = claims(session);
  EXPECT_EQ(told.at("fea"), "u:themes,o:dashboard,o:teams") << "a permission brings its feature";
  EXPECT_EQ(told.at("o"), json::parse(R"({"id":"org_1","rol":"member","per":"read","fpm":"0,1"})"));

  session.organization->permissions = {"org:sys_profile:manage", "strange", "org:strange"};
  session.features.clear();
  EXPECT_EQ(claims(session).at("o"), json::parse(R"({"id":"org_1","rol":"member"})"));
}

TEST(SessionClaims, of_version_1_list_the_permissions) {
  SessionTokenInput session = input();
  session.organization = ActiveOrganization{.id = "org_1",
                                            .slug = "acme",
                                            .role = "org:admin",
                                            .permissions = {"org:teams:read", "org:sys_memberships:read"}};
  const json::value told = claims(session, TokenVersion::v1);
  EXPECT_EQ(told.at("org_id"), "org_1");
  EXPECT_EQ(told.at("org_slug"), "acme");
  EXPECT_EQ(told.at("org_role"), "org:admin");
  EXPECT_EQ(told.at("org_permissions"), json::parse(R"(["org:teams:read"])"));
  EXPECT_EQ(find(told, "o"), nullptr);
  EXPECT_EQ(find(told, "v"), nullptr);
}

TEST(SessionClaims, take_custom_claims_but_not_for_their_own) {
  SessionTokenInput session = input();
  session.custom = RawJson{R"({"plan":{"n":1},"sub":"user_9","org_id":"org_9","exp":0})"};
  const json::value told = claims(session);
  EXPECT_EQ(told.at("plan"), json::parse(R"({"n":1})"));
  EXPECT_EQ(told.at("sub"), "user_1");
  EXPECT_EQ(told.at("exp"), 1'700'000'060);
  EXPECT_EQ(find(told, "org_id"), nullptr);
  session.custom = RawJson{"[1]"};
  EXPECT_EQ(claims(session), claims(input()));
}

TEST(TemplateTokenClaims, have_the_times_of_the_template_and_no_session) {
  const RawJson told =
      template_token_claims(input().basics, RawJson{R"({"aud":"x","sub":"me","sid":"sess_1"})"}, 300, 5);
  EXPECT_EQ(json::parse(told.text()), json::parse(R"({
    "aud": "x", "exp": 1700000300, "iat": 1700000000, "nbf": 1699999995, "jti": "abc", "sub": "user_1",
    "iss": "https://clean-mayfly-62.clerk.accounts.dev"})"));
}

}  // namespace clerk::server::rules
