#include "server/api/seed.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::server::api {

namespace {

using ::testing::HasSubstr;

std::string problem_of(const std::string& text) {
  try {
    static_cast<void>(parse_seed(text, "seed.yaml"));
    return "";
  } catch (const SeedError& error) {
    return error.what();
  }
}

}  // namespace

TEST(Seed, reads_instances_with_plan_mode_and_settings) {
  const auto seed = parse_seed(R"(
instances:
  - environment_type: production
    secret_key: sk_live_0123456789
    plan_features: [allowlist, b2b]
    sign_up_mode: restricted
    workspace_id: org_1
    settings:
      restrictions:
        block_email_subaddresses: true
      instance:
        support_email: "help@example.com"
        allowed_origins: [capacitor://localhost]
      organization_settings: {max_allowed_memberships: 0}
  - secret_key: sk_test_0123456789
)",
                               "seed.yaml");
  ASSERT_EQ(seed.size(), 2U);
  EXPECT_EQ(seed[0].instance.environment_type, "production");
  EXPECT_EQ(seed[0].instance.traits.plan_features, (std::vector<std::string>{"allowlist", "b2b"}));
  EXPECT_EQ(seed[0].instance.traits.sign_up_mode, "restricted");
  EXPECT_EQ(seed[0].instance.traits.workspace_id, "org_1");
  ASSERT_EQ(seed[0].settings.size(), 3U);
  EXPECT_EQ(seed[0].settings[0].path, "/instance/restrictions");
  EXPECT_EQ(seed[0].settings[0].body, R"({"block_email_subaddresses":true})");
  EXPECT_EQ(seed[0].settings[1].body,
            R"({"support_email":"help@example.com","allowed_origins":["capacitor://localhost"]})");
  EXPECT_EQ(seed[1].instance.environment_type, "development");
  EXPECT_EQ(seed[1].instance.traits.sign_up_mode, "public");
}

TEST(Seed, quoted_scalars_are_texts) {
  EXPECT_THAT(
      problem_of("instances: [{secret_key: sk_test_0123456789, settings: {restrictions: {allowlist: \"true\"}}}]"),
      HasSubstr("must be of type `boolean`"));
}

TEST(Seed, says_where_and_what_is_wrong) {
  EXPECT_THAT(problem_of("instances: [{"), HasSubstr("seed.yaml:1: it is not YAML"));
  EXPECT_THAT(problem_of("[]"), HasSubstr("a list `instances`"));
  EXPECT_THAT(problem_of("instances:\n  - secret_key: sk_test_0123456789\n    colour: red\n"),
              HasSubstr("seed.yaml:3: `colour` is unknown here"));
  EXPECT_THAT(problem_of("instances:\n  - environment_type: production\n"), HasSubstr("needs a `secret_key`"));
  EXPECT_THAT(problem_of("instances:\n  - environment_type: staging\n    secret_key: sk_test_0123456789\n"),
              HasSubstr("Allowed values: development, production"));
  EXPECT_THAT(problem_of("instances:\n  - secret_key: sk_live_0123456789\n"), HasSubstr("must begin with sk_test_"));
  EXPECT_THAT(problem_of("instances: [{secret_key: sk_test_0123456789, settings: {restrictons: {}}}]"),
              HasSubstr("`restrictons` is no group of settings"));
  EXPECT_THAT(problem_of("instances: [{secret_key: sk_test_0123456789, settings: {restrictions: {allowlst: true}}}]"),
              HasSubstr("restrictions: allowlst is not a valid parameter"));
}

TEST(Seed, never_repeats_a_key_in_an_error) {
  EXPECT_EQ(problem_of("instances:\n  - secret_key: sk_wrong_topsecret\n").find("topsecret"), std::string::npos);
}

TEST(Seed, a_file_that_is_not_there_is_named) {
  EXPECT_THROW(static_cast<void>(read_seed("/nonexistent/seed.yaml")), SeedError);
}

}  // namespace clerk::server::api
