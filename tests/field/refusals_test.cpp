// What a refusal and an empty answer tell the caller: rows S01, S02, S06, S09, S10, S11 and S13.
#include "tests/field/field_test.hpp"

#include <string>

namespace {

using namespace clerk::field;
using clerk::ErrorKind;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

CLERK_FIELD_ROW(S01);

TEST_P(S01, a_rate_limited_caller_can_see_how_long_to_wait) {
  const HostilePeer peer{always(json_answer(429, refusal_body(), {{"Retry-After", "7"}}))};
  const auto result = caller_of(peer)(UpdateInstance{}, {.retry = clerk::RetryPolicy::none()});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::http);
  EXPECT_EQ(result.error().status, 429);
  EXPECT_EQ(result.error().retry_after, 7s);
  EXPECT_EQ(result.error().code(), "form_param_invalid");
  EXPECT_THAT(result.error().message(), HasSubstr("retry after 7 seconds"));
  EXPECT_THROW(static_cast<void>(result.value()), clerk::TooManyRequestsException);
}

TEST_P(S01, a_wait_that_would_outlive_the_call_is_reported_and_not_waited) {
  const HostilePeer peer{always(answer(429, "", {{"Retry-After", "3600"}}))};
  const auto result = caller_of(peer)(UpdateInstance{});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().retry_after, 1h);
  EXPECT_THAT(result.error().message(), HasSubstr("not tried again"));
  EXPECT_EQ(peer.requests(), 1);
}

CLERK_FIELD_ROW(S02);

clerk::field::Steps refuse_twice(const SeenRequest& request) {
  return request.number < 3 ? Steps{send(answer(429, "", {{"Retry-After", "1"}}))} : succeed(request);
}

TEST_P(S02, a_refused_write_is_sent_again_after_the_wait_that_was_asked_for) {
  const HostilePeer peer{refuse_twice};
  const auto caller = caller_of(peer);
  const auto took = time_of([&] { EXPECT_TRUE(caller(UpdateInstance{{.test_mode = true}})); });
  EXPECT_GE(took, 2s);
  EXPECT_EQ(peer.requests(), 3);
  EXPECT_EQ(peer.seen().back().body, peer.seen().front().body);
}

TEST_P(S02, retries_are_bounded_and_counted) {
  const HostilePeer peer{always(answer(429, "", {{"Retry-After", "0"}}))};
  auto configuration = configuration_for(peer.url());
  configuration.retries.max_attempts = 3;
  const auto result = caller(configuration)(UpdateInstance{});
  ASSERT_FALSE(result);
  EXPECT_EQ(peer.requests(), 3);
  EXPECT_THAT(result.error().attempts, SizeIs(3));
  EXPECT_EQ(result.error().attempts.front().status, 429);
  EXPECT_THAT(result.error().message(), HasSubstr("3 attempts"));
}

TEST_P(S02, retries_can_be_switched_off) {
  const HostilePeer peer{refuse_twice};
  auto configuration = configuration_for(peer.url());
  configuration.retries = clerk::RetryPolicy::none();
  EXPECT_FALSE(caller(configuration)(UpdateInstance{}));
  EXPECT_EQ(peer.requests(), 1);
}

CLERK_FIELD_ROW(S06);

TEST_P(S06, a_page_in_place_of_an_error_keeps_the_status_and_an_excerpt) {
  const std::string page = "<html>\r\n<body>\r\n<h1>502 Bad Gateway</h1>" + std::string(9000, '.') + "</body></html>";
  const HostilePeer peer{always(answer(502, page, {{"Content-Type", "text/html"}, {"x-clerk-trace-id", "trace_1"}}))};
  const auto result = caller_of(peer)(UpdateInstance{});
  ASSERT_FALSE(result);
  const clerk::Error& error = result.error();
  EXPECT_EQ(error.kind, ErrorKind::http);
  EXPECT_EQ(error.status, 502);
  EXPECT_EQ(error.clerk_trace_id, "trace_1");
  EXPECT_EQ(error.body_excerpt, page.substr(0, clerk::Error::max_body_excerpt));
  EXPECT_TRUE(error.errors.empty());
  EXPECT_THAT(error.message(), HasSubstr("502"));
  EXPECT_THAT(error.message(), HasSubstr("<h1>502 Bad Gateway</h1>"));
  EXPECT_THAT(error.message(), Not(HasSubstr("JSON")));
  EXPECT_THROW(static_cast<void>(result.value()), clerk::ServiceException);
}

CLERK_FIELD_ROW(S09);

TEST_P(S09, code_text_field_and_trace_id_reach_the_caller_unchanged) {
  const HostilePeer peer{always(json_answer(422, refusal_body()))};
  const auto result = caller_of(peer)(UpdateInstance{{.support_email = "x"}});
  ASSERT_FALSE(result);
  const clerk::Error& error = result.error();
  EXPECT_EQ(error.status, 422);
  ASSERT_THAT(error.errors, SizeIs(1));
  EXPECT_EQ(error.errors.front().code, "form_param_invalid");
  EXPECT_EQ(error.errors.front().message, "is invalid");
  EXPECT_EQ(error.errors.front().long_message, "Support email must be an address.");
  EXPECT_EQ(clerk::param_name(error.errors.front()), "support_email");
  EXPECT_EQ(error.errors.front().meta.text(), R"({"param_name":"support_email"})");
  EXPECT_EQ(error.clerk_trace_id, "trace_of_body");
}

CLERK_FIELD_ROW(S10);

TEST_P(S10, a_refusal_in_plain_text_keeps_status_headers_and_body) {
  const HostilePeer peer{
      always(answer(404, "page not found\n", {{"Content-Type", "text/plain"}, {"X-Cache", "MISS"}}))};
  const auto result = caller_of(peer)(GetInstance{});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().status, 404);
  ASSERT_NE(result.error().headers.find("X-Cache"), nullptr);
  EXPECT_EQ(*result.error().headers.find("X-Cache"), "MISS");
  EXPECT_EQ(result.error().body_excerpt, "page not found\n");
  EXPECT_THROW(static_cast<void>(result.value()), clerk::NotFoundException);
}

TEST_P(S10, a_success_that_can_t_be_decoded_keeps_status_headers_and_body) {
  const HostilePeer peer{always(json_answer(200, R"({"allowlist":"yes"})", {{"x-clerk-trace-id", "trace_2"}}))};
  const auto result = caller_of(peer)(UpdateInstanceRestrictions{});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::malformed_answer);
  EXPECT_EQ(result.error().status, 200);
  EXPECT_EQ(*result.error().headers.find("Content-Type"), "application/json");
  EXPECT_EQ(result.error().clerk_trace_id, "trace_2");
  EXPECT_EQ(result.error().body_excerpt, R"({"allowlist":"yes"})");
  EXPECT_THAT(result.error().message(), HasSubstr("allowlist"));
}

CLERK_FIELD_ROW(S11);

TEST_P(S11, a_204_without_a_byte_is_success) {
  const HostilePeer peer{always(head(204, {{"x-clerk-trace-id", "trace_3"}}))};
  const auto result = caller_of(peer)(UpdateInstance{{.test_mode = true}});
  ASSERT_TRUE(result) << result.error().message();
  EXPECT_EQ(result->status, 204);
  EXPECT_EQ(result->clerk_trace_id, "trace_3");
}

TEST_P(S11, a_204_that_declares_json_is_success_too) {
  const HostilePeer peer{always(head(204, {{"Content-Type", "application/json"}}))};
  const auto caller = caller_of(peer);
  EXPECT_TRUE(caller(UpdateInstance{}));
  EXPECT_TRUE(caller(UpdateInstance{}));
  EXPECT_EQ(peer.connections(), 1);
}

CLERK_FIELD_ROW(S13);

TEST_P(S13, an_empty_success_is_a_malformed_answer_where_a_value_is_due) {
  const HostilePeer peer{always(json_answer(200, ""))};
  const auto result = caller_of(peer)(UpdateInstanceRestrictions{});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::malformed_answer);
  EXPECT_EQ(result.error().status, 200);
  EXPECT_THAT(result.error().message(), HasSubstr("empty"));
  EXPECT_EQ(peer.requests(), 1);
}

TEST_P(S13, an_empty_success_is_success_where_none_is_due) {
  const HostilePeer peer{always(json_answer(200, ""))};
  const auto result = caller_of(peer)(UpdateInstance{});
  ASSERT_TRUE(result) << result.error().message();
  EXPECT_EQ(result->status, 200);
}

}  // namespace
