#include "ctl/api_failure.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::ctl {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace json = boost::json;

Error refusal() {
  return {.status = 402,
          .errors = {{.message = "not in plan",
                      .long_message = "The plan lacks \x1b[31mroles.",
                      .code = "unsupported_subscription_plan_features",
                      .meta = RawJson{R"({"param_name":"enabled"})"}}},
          .clerk_trace_id = "trace_1",
          .retry_after = std::chrono::milliseconds{6001},
          .operation = "update_instance_organization_settings"};
}

TEST(ApiFailure, tells_all_that_the_server_said) {
  const Failure failure = api_failure(refusal(), "");
  for (const std::string_view part : {"update_instance_organization_settings", "402", "The plan lacks",
                                      "unsupported_subscription_plan_features", "enabled", "trace_1", "7 seconds"}) {
    EXPECT_THAT(failure.message, HasSubstr(part));
  }
  EXPECT_THAT(failure.message, Not(HasSubstr("\x1b")));
  EXPECT_EQ(failure.status, ExitStatus::failed);
}

TEST(ApiFailure, says_what_to_do) {
  EXPECT_THAT(api_failure(refusal(), "").hint, HasSubstr("plan"));
  EXPECT_THAT(api_failure({.status = 401}, "CLERK_SECRET_KEY of .env").hint, HasSubstr("CLERK_SECRET_KEY of .env"));
  EXPECT_THAT(api_failure({.kind = ErrorKind::outcome_unknown}, "").hint, HasSubstr("may have been applied"));
  EXPECT_THAT(api_failure({.kind = ErrorKind::not_sent}, "").hint, HasSubstr("doctor"));
}

TEST(ApiFailure, says_what_to_do_whatever_has_failed) {
  struct Row {
    Error error;
    std::string hint;
  };
  const std::vector<ClerkError> not_found{{.code = "resource_not_found"}};
  for (const auto& [error, hint] : std::vector<Row>{
           {{.kind = ErrorKind::bad_configuration}, "doctor"},
           {{.kind = ErrorKind::bad_request}, "Correct what it names"},
           {{.kind = ErrorKind::no_answer}, "may be sent again"},
           {{.kind = ErrorKind::not_sent, .operation = "update_instance"}, "Nothing was changed"},
           {{.status = 400, .errors = {{.code = "api_version_invalid"}}}, "clerkctl doctor` says where"},
           {{.status = 402, .operation = "update_instance_restrictions"}, "the other fields may be sent"},
           {{.status = 402, .operation = "get_instance_organization_settings"}, "does not allow the call"},
           {{.status = 402, .operation = "list_allowlist_identifiers"}, "does not allow the call"},
           {{.status = 404}, "Is the id right"},
           {{.status = 404, .operation = "get_user"}, "Is the id right"},
           {{.status = 404, .errors = not_found, .operation = "update_instance_organization_settings"},
            "Is the id right"},
           {{.status = 404, .operation = "update_instance_organization_settings"}, "no such route"},
           {{.status = 404, .errors = not_found, .operation = "get_instance_communication"}, "no such route"},
       }) {
    EXPECT_THAT(api_failure(error, "").hint, HasSubstr(hint)) << error.operation << error.status;
  }
  const Error read{.kind = ErrorKind::not_sent, .operation = "get_instance"};
  EXPECT_THAT(api_failure(read, "").hint, Not(HasSubstr("changed")));
}

TEST(ApiFailure, says_what_was_being_done) {
  EXPECT_THAT(api_failure(refusal(), "", "reading instance").message, StartsWith("while reading instance: "));
}

TEST(ApiFailure, is_stable_json_for_programs) {
  const json::value told = json::parse(R"({"kind":"http","operation":"update_instance_organization_settings",
      "status":402,"errors":[{"code":"unsupported_subscription_plan_features","message":"not in plan",
      "long_message":"The plan lacks \u001b[31mroles.","meta":{"param_name":"enabled"}}],
      "clerk_trace_id":"trace_1","retry_after_seconds":7})");
  EXPECT_EQ(details_of(refusal()), told);
  EXPECT_EQ(api_failure(refusal(), "").details, told);
  EXPECT_EQ(details_of({.kind = ErrorKind::not_sent}), json::parse(R"({"kind":"not_sent","operation":""})"));
}

}  // namespace
}  // namespace clerk::ctl
