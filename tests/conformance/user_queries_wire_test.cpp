#include "tests/conformance/server_support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace clerk::testing {

namespace {

using ::testing::ElementsAre;

class UserQueriesWire : public ::testing::Test {
 protected:
  RunningServer server;
};

}  // namespace

TEST_F(UserQueriesWire, that_the_contract_does_not_allow_are_refused_for_the_list_and_for_the_count) {
  for (const std::string path : {"/v1/users", "/v1/users/count"}) {
    const WireAnswer answer = server.get(path + "?banned=maybe&created_at_after=2026-05-12");
    EXPECT_EQ(answer.status, 422U) << path;
    EXPECT_THAT(answer.errors(),
                ElementsAre("form_param_type_invalid banned", "form_param_type_invalid created_at_after"));
    std::string ids = "?user_id=1";
    for (int i = 0; i < 100; ++i) ids += "&user_id=1";
    EXPECT_THAT(server.get(path + ids).errors(), ElementsAre("form_param_array_size_exceeded user_id")) << path;
  }
}

TEST_F(UserQueriesWire, by_an_order_that_there_is_not_are_told_those_that_there_are) {
  const WireAnswer answer = server.get("/v1/users?order_by=-password");
  EXPECT_EQ(answer.status, 422U);
  EXPECT_THAT(answer.errors(), ElementsAre("form_param_value_invalid order_by"));
  EXPECT_THAT(answer.long_message(), ::testing::HasSubstr("Allowed values: created_at, updated_at"));
}

TEST_F(UserQueriesWire, by_several_orders_are_answered_in_the_first_and_told_so) {
  for (const std::string address : {"b@example.com", "a@example.com", "c@example.com"}) {
    const std::string body = R"({"email_address":[")" + address + R"("]})";
    ASSERT_EQ(server.send({.method = "POST", .target = "/v1/users", .body = body}).status, 200U);
  }
  const WireAnswer once = server.get("/v1/users?order_by=email_address");
  const WireAnswer twice = server.get("/v1/users?order_by=email_address&order_by=-email_address");
  EXPECT_EQ(twice.status, 200U) << twice.body;
  EXPECT_EQ(twice.body, once.body);
  EXPECT_EQ(twice.header("clerkd-warning"), "order_by is there more than once and only the first counts");
}

TEST_F(UserQueriesWire, by_an_account_elsewhere_name_the_provider_and_the_id) {
  for (const std::string path : {"/v1/users", "/v1/users/count"}) {
    EXPECT_THAT(server.get(path + "?provider=oauth_google").errors(),
                ElementsAre("form_conditional_param_missing provider_user_id"));
    EXPECT_THAT(server.get(path + "?provider_user_id=1").errors(),
                ElementsAre("form_conditional_param_missing provider"));
    EXPECT_EQ(server.get(path + "?provider=oauth_google&provider_user_id=1").status, 200U);
  }
}

}  // namespace clerk::testing
