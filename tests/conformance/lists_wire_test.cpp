#include "tests/conformance/server_support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::testing {

namespace {

using ::testing::ElementsAre;

class ListsWire : public ::testing::Test {
 protected:
  WireAnswer remove(const std::string& target) const { return server.send({.method = "DELETE", .target = target}); }

  RunningServer server;
};

}  // namespace

// facts 4.3
TEST_F(ListsWire, a_query_that_the_contract_does_not_allow_is_refused_with_the_parameter) {
  const auto errors = [&](const std::string& query) {
    const WireAnswer answer = server.get("/v1/allowlist_identifiers?" + query);
    EXPECT_EQ(answer.status, 422U) << query;
    return answer.errors();
  };
  EXPECT_THAT(errors("limit=0"), ElementsAre("form_param_value_invalid limit"));
  EXPECT_THAT(errors("limit=501"), ElementsAre("form_param_value_too_large limit"));
  EXPECT_THAT(errors("limit=x"), ElementsAre("form_param_type_invalid limit"));
  EXPECT_THAT(errors("limit=1&limit=2"), ElementsAre("form_param_duplicate limit"));
  EXPECT_THAT(errors("limit=501&offset=-1&paginated=maybe"),
              ElementsAre("form_param_value_too_large limit", "form_param_value_invalid offset",
                          "form_param_type_invalid paginated"));
}

TEST_F(ListsWire, a_refusal_of_a_parameter_says_what_would_do) {
  EXPECT_EQ(server.get("/v1/allowlist_identifiers?limit=501").long_message(),
            "The value of limit can't be greater than 500");
  EXPECT_EQ(server.get("/v1/allowlist_identifiers?limit=0").long_message(),
            "The value of limit can't be smaller than 1");
  EXPECT_EQ(server.get("/v1/allowlist_identifiers?limit=x").long_message(), "`limit` must be a `integer`.");
}

TEST_F(ListsWire, an_operation_whose_query_is_sound_and_that_has_no_rule_yet_is_501) {
  for (const char* query :
       {"", "?limit=500&offset=0&paginated=true", "?brand_new=1", "?__clerk_api_version=2026-05-12"}) {
    const WireAnswer answer = server.get("/v1/allowlist_identifiers" + std::string{query});
    EXPECT_EQ(answer.status, 501U) << query;
    EXPECT_THAT(answer.errors(), ElementsAre("operation_not_supported")) << query;
  }
  EXPECT_EQ(remove("/v1/blocklist_identifiers/blid_1").status, 501U);
}

TEST(ListsWireStrict, a_parameter_that_the_contract_does_not_name_is_refused) {
  const RunningServer server{{.strict = true}};
  const WireAnswer answer = server.get("/v1/allowlist_identifiers?brand_new=1");
  EXPECT_EQ(answer.status, 422U);
  EXPECT_THAT(answer.errors(), ElementsAre("form_param_unknown brand_new"));
}

TEST_F(ListsWire, a_parameter_of_the_path_is_one_segment_and_text) {
  EXPECT_EQ(remove("/v1/allowlist_identifiers/a%2Fb%20c").status, 501U);
  for (const char* target : {"/v1/allowlist_identifiers/", "/v1/allowlist_identifiers/a/b",
                             "/v1/allowlist_identifiers/%zz", "/v1/allowlist_identifiers/a%00"}) {
    EXPECT_EQ(remove(target).status, 404U) << target;
    EXPECT_THAT(remove(target).errors(), ElementsAre("resource_not_found")) << target;
  }
}

TEST_F(ListsWire, another_method_is_told_those_of_the_path) {
  const WireAnswer list = server.send({.method = "PUT", .target = "/v1/allowlist_identifiers"});
  EXPECT_EQ(list.status, 405U);
  EXPECT_EQ(list.header("allow"), "GET, POST");
  const WireAnswer entry = server.get("/v1/allowlist_identifiers/alid_1");
  EXPECT_EQ(entry.status, 405U);
  EXPECT_EQ(entry.header("allow"), "DELETE");
}

}  // namespace clerk::testing
