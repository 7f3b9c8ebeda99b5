#include "tests/conformance/server_support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::testing {

namespace {

using Errors = std::vector<std::string>;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;

class AdmissionWire : public ::testing::Test {
 protected:
  RunningServer server;
};

}  // namespace

// facts 4.2, 9.5
TEST_F(AdmissionWire, a_request_without_a_bearer_key_is_told_the_form) {
  for (const std::string value : {"", "Basic abc", "Bearer", "Bearer ", "sk_test_1"}) {
    WireRequest request{.target = "/v1/instance", .key = std::nullopt};
    if (!value.empty()) request.headers.emplace_back("authorization", value);
    const WireAnswer answer = server.send(request);
    EXPECT_EQ(answer.status, 401U) << value;
    EXPECT_THAT(answer.errors(), ElementsAre("authorization_header_format_invalid")) << value;
  }
}

TEST_F(AdmissionWire, a_wrong_key_is_invalid_whatever_its_shape_and_the_trace_id_stands_twice) {
  for (const std::string key : {"sk_test_wrong", "pk_test_abc", "x", "eyJhbGciOi.J9.x"}) {
    const WireAnswer answer = server.send({.target = "/v1/instance", .key = key});
    EXPECT_EQ(answer.status, 401U) << key;
    EXPECT_THAT(answer.errors(), ElementsAre("clerk_key_invalid")) << key;
    EXPECT_THAT(answer.header("x-clerk-trace-id"), MatchesRegex("[0-9a-f]{32}"));
    EXPECT_EQ(answer.json().at("clerk_trace_id").as_string(), answer.header("x-clerk-trace-id"));
    EXPECT_EQ(answer.body.find(key + "\""), std::string::npos);
  }
}

// store 7.1
TEST_F(AdmissionWire, checks_come_in_the_order_key_version_route_method_media_type_size_json_fields) {
  WireRequest request{.method = "PUT",
                      .target = "/v1/nowhere?__clerk_api_version=1999-01-01",
                      .key = std::nullopt,
                      .headers = {{"content-type", "text/plain"}},
                      .announced_length = 2U << 20U};
  EXPECT_THAT(server.send(request).errors(), ElementsAre("authorization_header_format_invalid"));
  request.key = development_key;
  EXPECT_THAT(server.send(request).errors(), ElementsAre("api_version_invalid"));
  request.target = "/v1/nowhere";
  EXPECT_THAT(server.send(request).errors(), ElementsAre("resource_not_found"));
  request.target = "/v1/instance/restrictions";
  EXPECT_EQ(server.send(request).status, 405U);
  request.method = "PATCH";
  EXPECT_THAT(server.send(request).errors(), ElementsAre("unsupported_content_type"));
  request.headers = {};
  EXPECT_THAT(server.send(request).errors(), ElementsAre("request_body_too_large"));
  request.announced_length.reset();
  request.body = "{\"allowlist\":";
  EXPECT_THAT(server.send(request).errors(), ElementsAre("request_body_invalid"));
  request.body = R"({"allowlist":"yes"})";
  EXPECT_THAT(server.send(request).errors(), ElementsAre("form_param_value_invalid allowlist"));
}

TEST_F(AdmissionWire, an_unknown_path_is_not_found_with_a_key_and_401_without) {
  EXPECT_EQ(server.get("/v1/unknown").status, 404U);
  EXPECT_EQ(server.send({.target = "/v1/unknown", .key = "sk_test_wrong"}).status, 401U);
}

// facts 2.3, 9.3
TEST_F(AdmissionWire, get_of_a_group_without_a_read_is_405_with_an_empty_body_and_the_headers) {
  for (const std::string path : {"/v1/instance/restrictions", "/v1/beta_features/instance_settings"}) {
    const WireAnswer answer = server.get(path);
    EXPECT_EQ(answer.status, 405U) << path;
    EXPECT_EQ(answer.body, "") << path;
    EXPECT_EQ(answer.header("allow"), "PATCH") << path;
    EXPECT_EQ(answer.header("content-length"), "0") << path;
    EXPECT_THAT(answer.header("x-clerk-trace-id"), MatchesRegex("[0-9a-f]{32}")) << path;
    EXPECT_NE(answer.header("clerk-api-version"), "") << path;
  }
}

// facts 1, store 7.6
TEST_F(AdmissionWire, the_version_is_chosen_by_header_or_query_and_echoed) {
  EXPECT_EQ(server.get("/v1/instance").header("clerk-api-version"), "2021-02-05");
  EXPECT_EQ(server.get("/v1/instance?a=b&__clerk_api_version=2025-11-10").header("clerk-api-version"), "2025-11-10");
  EXPECT_EQ(server.send({.target = "/v1/instance", .headers = {{"Clerk-API-Version", "2026-05-12"}}})
                .header("clerk-api-version"),
            "2026-05-12");
  const WireAnswer both = server.send(
      {.target = "/v1/instance?__clerk_api_version=2026-05-12", .headers = {{"Clerk-API-Version", "2026-05-12"}}});
  EXPECT_EQ(both.status, 400U);
  EXPECT_THAT(both.errors(), ElementsAre("api_version_invalid"));
}

// facts 1
TEST_F(AdmissionWire, the_media_type_of_an_answer_is_exactly_application_json) {
  EXPECT_EQ(server.get("/v1/instance").header("content-type"), "application/json");
  EXPECT_EQ(server.get("/v1/unknown").header("content-type"), "application/json");
  EXPECT_EQ(server.patch("/v1/instance", "{}").header("content-type"), "");
}

TEST_F(AdmissionWire, json_with_parameters_and_a_body_without_a_media_type_are_taken) {
  for (const std::string type : {"application/json; charset=utf-8", "APPLICATION/JSON", ""}) {
    EXPECT_EQ(server
                  .send({.method = "PATCH",
                         .target = "/v1/instance/restrictions",
                         .body = "{}",
                         .headers = {{"content-type", type}}})
                  .status,
              200U)
        << type;
  }
}

TEST_F(AdmissionWire, what_is_no_json_object_is_400_and_changes_nothing) {
  const auto before = server.settings();
  for (const std::string body : {"{\"a\":", "[]", "\"x\"", "7", "{\"allowlist\":true}x", "\xff"}) {
    const WireAnswer answer = server.patch("/v1/instance/restrictions", body);
    EXPECT_EQ(answer.status, 400U) << body;
    EXPECT_THAT(answer.errors(), ElementsAre("request_body_invalid")) << body;
  }
  EXPECT_EQ(server.settings(), before);
}

// facts 5.2, store 7.2
TEST_F(AdmissionWire, no_body_null_and_an_empty_object_are_the_same) {
  const WireAnswer empty = server.patch("/v1/instance/restrictions", "{}");
  for (const std::string body : {"", "null", " null "}) {
    const WireAnswer answer = server.patch("/v1/instance/restrictions", body);
    EXPECT_EQ(answer.status, 200U) << body;
    EXPECT_EQ(answer.body, empty.body) << body;
  }
}

TEST_F(AdmissionWire, a_key_that_stands_twice_is_named) {
  const WireAnswer answer = server.patch("/v1/instance/restrictions", R"({"allowlist":true,"allowlist":false})");
  EXPECT_EQ(answer.status, 422U);
  EXPECT_THAT(answer.errors(), ElementsAre("form_param_duplicate allowlist"));
}

TEST_F(AdmissionWire, health_needs_no_key) {
  for (const std::string path : {"/healthz", "/readyz"}) {
    EXPECT_EQ(server.send({.target = path, .key = std::nullopt}).status, 200U) << path;
  }
}

}  // namespace clerk::testing
