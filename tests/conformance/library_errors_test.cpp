#include "tests/conformance/library_support.hpp"

#include <clerk/api/instance_settings_api.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::testing {

namespace {

using ::testing::HasSubstr;

InstanceSettingsApi api_of(const RunningServer& server, std::string_view key) {
  return InstanceSettingsApi{ApiClient{configuration_of(server, key)}};
}

}  // namespace

// field note S09
TEST(LibraryErrors, a_refused_field_reaches_the_caller_with_all_that_the_server_said) {
  const RunningServer server;
  const auto result =
      api_of(server, development_key).update_instance({.allowed_origins = {"http://localhost:3000", "nowhere"}});
  ASSERT_TRUE(result.has_error());
  const Error& error = result.error();
  EXPECT_EQ(error.kind, ErrorKind::http);
  EXPECT_EQ(error.status, 422);
  EXPECT_EQ(error.code(), "form_invalid_origin");
  EXPECT_EQ(param_name(error.errors.at(0)), "allowed_origins");
  EXPECT_EQ(error.clerk_trace_id.size(), 32U);
  EXPECT_EQ(error.clerk_trace_id, *error.headers.find("x-clerk-trace-id"));
  EXPECT_THAT(error.message(), HasSubstr("allowed_origins[1] must be a valid origin"));
  EXPECT_THAT(error.message(), HasSubstr(error.clerk_trace_id));
}

TEST(LibraryErrors, value_throws_the_exception_of_the_status) {
  const RunningServer server;
  EXPECT_THROW(api_of(server, "sk_test_wrong").get_instance().value(), UnauthorizedException);
  EXPECT_THROW(api_of(server, production_key).update_instance_restrictions({.allowlist = true}).value(),
               PaymentRequiredException);
  EXPECT_THROW(
      api_of(server, development_key).update_instance_organization_settings({.creator_role_id = "role_x"}).value(),
      NotFoundException);
  EXPECT_THROW(api_of(server, development_key).update_instance({.support_email = "nobody"}).value(),
               UnprocessableEntityException);
}

// field note S33
TEST(LibraryErrors, the_key_is_in_no_error) {
  const RunningServer server;
  const auto result = api_of(server, "sk_test_very_secret_wrong_key").get_instance();
  ASSERT_TRUE(result.has_error());
  EXPECT_EQ(result.error().status, 401);
  EXPECT_EQ(result.error().message().find("very_secret"), std::string::npos);
  EXPECT_EQ(result.error().body_excerpt.find("very_secret"), std::string::npos);
}

TEST(LibraryErrors, a_server_that_is_not_there_is_not_sent) {
  std::string url;
  {
    const RunningServer server;
    url = server.url();
  }
  Configuration configuration;
  configuration.host = url;
  configuration.access_token = Secret{std::string{development_key}};
  configuration.retries.max_attempts = 1;
  const auto result = InstanceSettingsApi{ApiClient{configuration}}.update_instance({.hibp = true});
  ASSERT_TRUE(result.has_error());
  EXPECT_EQ(result.error().kind, ErrorKind::not_sent);
}

// architecture 4: one rule for base URLs
TEST(LibraryErrors, the_root_may_be_given_with_or_without_its_version_and_slash) {
  const RunningServer server;
  for (const std::string suffix : {"", "/", "/v1", "/v1/"}) {
    Configuration configuration = configuration_of(server, development_key);
    configuration.host += suffix;
    EXPECT_TRUE(InstanceSettingsApi{ApiClient{configuration}}.get_instance().has_value()) << suffix;
  }
}

}  // namespace clerk::testing
