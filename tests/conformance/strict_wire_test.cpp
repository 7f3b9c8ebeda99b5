#include "tests/conformance/server_support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::testing {

using ::testing::ElementsAre;

// store 7.2
TEST(StrictWire, what_would_be_ignored_is_refused_with_the_fields_name) {
  const RunningServer server{{.strict = true}};
  const auto before = server.settings();
  const WireAnswer answer = server.patch(
      "/v1/instance",
      R"({"colour":1,"hibp":null,"allowed_origins":[],"enhanced_email_deliverability":true,"test_mode":false})");
  EXPECT_EQ(answer.status, 422U);
  EXPECT_THAT(answer.errors(), ElementsAre("form_param_unknown colour", "form_param_value_invalid hibp",
                                           "form_param_value_invalid allowed_origins",
                                           "form_param_deprecated enhanced_email_deliverability"));
  EXPECT_EQ(answer.header("clerkd-warning"), "");
  EXPECT_EQ(server.settings(), before);
}

TEST(StrictWire, null_that_resets_is_no_fault) {
  const RunningServer server{{.strict = true}};
  EXPECT_EQ(server.patch("/v1/instance/oauth_application_settings", R"({"default_scopes":null})").status, 200U);
}

TEST(ProductionLikeWire, has_no_tools) {
  const RunningServer server{{.production_like = true}};
  for (const std::string tool : {"settings", "clock", "roles", "instances"}) {
    EXPECT_EQ(server.get("/__clerkd/" + tool).status, 404U) << tool;
  }
  EXPECT_EQ(server.get("/v1/instance").status, 200U);
}

}  // namespace clerk::testing
