#include <clerk/api/allow_list_block_list_api.hpp>
#include <clerk/testing/scripted_transport.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace {

using clerk::AllowListBlockListApi;
using clerk::ApiClient;
using clerk::ErrorKind;
using clerk::testing::ScriptedTransport;
using testing::HasSubstr;
using testing::IsEmpty;

class Parameters : public testing::Test {
 protected:
  [[nodiscard]] AllowListBlockListApi api() const {
    return AllowListBlockListApi{
        ApiClient{{.access_token = "sk_test_key", .retries = {.initial = {}}, .transport = transport}}};
  }

  std::shared_ptr<ScriptedTransport> transport{std::make_shared<ScriptedTransport>()};
};

const std::string deleted = R"({"object":"allowlist_identifier","id":"a/b","deleted":true})";

}  // namespace

TEST_F(Parameters, of_a_path_stand_in_the_url_encoded) {
  transport->expect<clerk::operations::DeleteAllowlistIdentifier>().body("").query("").answer(200, deleted);
  const auto answer = api().delete_allowlist_identifier("a/b?c#d e");
  ASSERT_TRUE(answer) << answer.error().message();
  EXPECT_TRUE(answer->deleted);
  EXPECT_EQ(answer->id, "a/b");
  EXPECT_EQ(transport->requests().front().url, "https://api.clerk.com/v1/allowlist_identifiers/a%2Fb%3Fc%23d%20e");
  EXPECT_THAT(transport->problems(), IsEmpty());
}

TEST_F(Parameters, of_a_path_that_would_reach_another_route_are_refused_by_name_and_nothing_is_sent) {
  for (const char* id : {"", ".", ".."}) {
    const auto answer = api().delete_blocklist_identifier(id);
    ASSERT_FALSE(answer) << id;
    EXPECT_EQ(answer.error().kind, ErrorKind::bad_request) << id;
    EXPECT_THAT(answer.error().message(), HasSubstr("parameter identifier_id")) << id;
  }
  EXPECT_THAT(transport->requests(), IsEmpty());
}

TEST_F(Parameters, of_a_query_are_sent_with_paginated_unless_the_caller_says_otherwise) {
  transport->expect<clerk::operations::ListAllowlistIdentifiers>()
      .query("paginated=true")
      .answer(200, R"({"data":[]})");
  transport->expect().query("limit=500&offset=7&paginated=true").answer(200, R"({"data":[],"total_count":7})");
  transport->expect().query("paginated=false").answer(200, "[]");
  EXPECT_TRUE(api().list_allowlist_identifiers());
  EXPECT_EQ(api().list_allowlist_identifiers({.limit = 500, .offset = 7}).value().total_count, 7);
  EXPECT_TRUE(api().list_allowlist_identifiers({.paginated = false}));
  EXPECT_THAT(transport->problems(), IsEmpty());
}

TEST_F(Parameters, a_read_and_an_idempotent_write_are_sent_again_as_far_as_their_classes_allow) {
  transport->expect().answer(502).times(1);
  transport->expect().answer(200, R"({"data":[],"total_count":0})");
  EXPECT_TRUE(api().list_allowlist_identifiers());
  EXPECT_EQ(transport->requests().size(), 2U);

  const clerk::CallOptions replaying{.retry = clerk::RetryPolicy{.initial = {}, .replay_idempotent = true}};
  transport->expect().fail(clerk::testing::Stage::waiting);
  transport->expect().answer(200, deleted);
  EXPECT_TRUE(api().delete_allowlist_identifier("alid_1", replaying));
  EXPECT_EQ(transport->requests().size(), 4U);

  transport->expect().fail(clerk::testing::Stage::waiting);
  const auto created = api().create_allowlist_identifier({.identifier = "*@example.com"}, replaying);
  EXPECT_EQ(created.error().kind, ErrorKind::outcome_unknown);
  EXPECT_EQ(transport->requests().size(), 5U);
  EXPECT_EQ(transport->requests().back().body, R"({"identifier":"*@example.com"})");
  EXPECT_THAT(transport->problems(), IsEmpty());
}

TEST_F(Parameters, a_script_may_name_a_parameter_of_the_path_or_leave_it_open) {
  transport->expect().path("/allowlist_identifiers/{identifier_id}").answer(200, deleted).times(2);
  transport->expect().path("/allowlist_identifiers/alid_2").answer(200, deleted);
  transport->expect().path("/allowlist_identifiers/{identifier_id}").answer(200, deleted);
  EXPECT_TRUE(api().delete_allowlist_identifier("alid_1"));
  EXPECT_FALSE(api().delete_blocklist_identifier("alid_1"));
  EXPECT_FALSE(api().delete_allowlist_identifier("alid_1"));
  EXPECT_FALSE(api().list_allowlist_identifiers());
  EXPECT_EQ(transport->problems().size(), 3U);
}
