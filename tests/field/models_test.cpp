// What the models carry there and back: rows S14, S18, S19, S20 and S22.
#include "tests/field/field_test.hpp"

#include <string>
#include <vector>

namespace {

using namespace clerk::field;
using clerk::EnrollmentMode;
using clerk::RawJson;
using testing::ElementsAre;
using testing::HasSubstr;

CLERK_FIELD_ROW(S14);

TEST_P(S14, an_unknown_value_of_an_enumeration_is_kept_and_told_apart) {
  std::string body = organization_settings_body();
  const std::string known = R"(["manual_invitation"])";
  body.replace(body.find(known), known.size(), R"(["manual_invitation","by_carrier_pigeon"])");
  const HostilePeer peer{always(json_answer(200, body))};
  const auto caller = caller_of(peer);
  const auto result = caller(GetInstanceOrganizationSettings{});
  ASSERT_TRUE(result) << result.error().message();
  const auto& modes = result->value.domains_enrollment_modes;
  ASSERT_THAT(modes, ElementsAre(EnrollmentMode::manual_invitation, "by_carrier_pigeon"));
  EXPECT_TRUE(modes.front().is_known());
  EXPECT_FALSE(modes.back().is_known());

  ASSERT_TRUE(caller(UpdateInstanceOrganizationSettings{{.domains_enrollment_modes = modes}}));
  EXPECT_EQ(peer.seen().back().body, R"({"domains_enrollment_modes":["manual_invitation","by_carrier_pigeon"]})");
}

CLERK_FIELD_ROW(S18);

TEST_P(S18, fields_newer_than_the_library_are_reachable_as_json) {
  std::string body = restrictions_body();
  body.insert(1, R"("block_quantum_emails":true,"tiers":[{"n":1}],"note":null,)");
  const HostilePeer peer{always(json_answer(200, body))};
  const auto result = caller_of(peer)(UpdateInstanceRestrictions{});
  ASSERT_TRUE(result) << result.error().message();
  EXPECT_TRUE(result->value.allowlist);
  const clerk::RawFields& extra = result->value.extra;
  ASSERT_EQ(extra.size(), 3U);
  EXPECT_EQ(*extra.find("block_quantum_emails"), RawJson{"true"});
  EXPECT_EQ(*extra.find("tiers"), RawJson{R"([{"n":1}])"});
  EXPECT_EQ(*extra.find("note"), RawJson{"null"});
}

TEST_P(S18, null_where_a_value_may_be_missing_is_missing) {
  std::string body = organization_settings_body();
  body.insert(1, R"("max_role_sets_allowed":null,"slug_disabled":null,"organization_creation_defaults":null,)");
  const HostilePeer peer{always(json_answer(200, body))};
  const auto result = caller_of(peer)(GetInstanceOrganizationSettings{});
  ASSERT_TRUE(result) << result.error().message();
  EXPECT_FALSE(result->value.max_role_sets_allowed.has_value());
  EXPECT_FALSE(result->value.slug_disabled.has_value());
  EXPECT_FALSE(result->value.organization_creation_defaults.has_value());
}

CLERK_FIELD_ROW(S19);

TEST_P(S19, a_setting_newer_than_the_library_can_be_sent_under_another_version) {
  const HostilePeer peer{succeed};
  const auto result = caller_of(peer)(
      UpdateInstance{{.test_mode = true, .extra = {{"block_quantum_emails", RawJson{R"({"until":2030})"}}}}},
      {.api_version = "2030-01-01"});
  ASSERT_TRUE(result) << result.error().message();
  const SeenRequest request = peer.seen().front();
  EXPECT_EQ(request.body, R"({"test_mode":true,"block_quantum_emails":{"until":2030}})");
  EXPECT_EQ(*request.headers.find("Clerk-API-Version"), "2030-01-01");
}

TEST_P(S19, an_extra_field_that_is_no_json_is_refused_by_name_before_anything_is_sent) {
  const HostilePeer peer{succeed};
  const auto result = caller_of(peer)(UpdateInstance{{.extra = {{"block_quantum_emails", RawJson{"{oops"}}}}});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, clerk::ErrorKind::bad_request);
  EXPECT_THAT(result.error().message(), HasSubstr("block_quantum_emails"));
  EXPECT_EQ(peer.connections(), 0);
}

CLERK_FIELD_ROW(S20);

TEST_P(S20, absent_null_and_empty_values_are_three_things_on_the_wire) {
  const HostilePeer peer{succeed};
  const auto caller = caller_of(peer);
  const auto sent = [&](const auto& operation) {
    const auto result = caller(operation);
    EXPECT_TRUE(result);
    return peer.seen().back().body;
  };
  using Organizations = UpdateInstanceOrganizationSettings;
  EXPECT_EQ(sent(Organizations{}), "{}");
  EXPECT_EQ(sent(Organizations{{.max_allowed_memberships = clerk::null}}), R"({"max_allowed_memberships":null})");
  EXPECT_EQ(sent(Organizations{{.max_allowed_memberships = 0}}), R"({"max_allowed_memberships":0})");
  EXPECT_EQ(sent(Organizations{{.enabled = false}}), R"({"enabled":false})");
  EXPECT_EQ(sent(UpdateInstance{{.support_email = clerk::null}}), R"({"support_email":null})");
  EXPECT_EQ(sent(UpdateInstance{{.support_email = ""}}), R"({"support_email":""})");
}

CLERK_FIELD_ROW(S22);

// Both are accepted and have no effect, as the field's own documentation says; what the library owes
// is to send them as written, and to claim nothing: the answer is a 204 without a value.
TEST_P(S22, an_empty_list_of_origins_and_null_go_out_as_written_and_nothing_is_claimed_of_them) {
  const HostilePeer peer{succeed};
  const auto caller = caller_of(peer);
  const auto empty = caller(UpdateInstance{{.allowed_origins = std::vector<std::string>{}}});
  ASSERT_TRUE(empty);
  EXPECT_EQ(peer.seen().back().body, R"({"allowed_origins":[]})");
  ASSERT_TRUE(caller(UpdateInstance{{.allowed_origins = clerk::null}}));
  EXPECT_EQ(peer.seen().back().body, R"({"allowed_origins":null})");
  ASSERT_TRUE(caller(UpdateInstance{{.allowed_origins = {}}}));
  EXPECT_EQ(peer.seen().back().body, "{}");
}

TEST_P(S22, a_server_that_warns_of_it_is_heard) {
  const std::string warning = "allowed_origins: an empty list has no effect";
  const HostilePeer peer{always(head(204, {{"clerkd-warning", warning}}))};
  const auto result = caller_of(peer)(UpdateInstance{{.allowed_origins = std::vector<std::string>{}}});
  ASSERT_TRUE(result);
  ASSERT_NE(result->headers.find("clerkd-warning"), nullptr);
  EXPECT_EQ(*result->headers.find("clerkd-warning"), warning);
}

}  // namespace
