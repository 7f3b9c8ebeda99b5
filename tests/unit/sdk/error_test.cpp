#include <clerk/api/instance_settings_api.hpp>
#include <clerk/error.hpp>
#include <clerk/result.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <type_traits>

namespace {

using namespace std::chrono_literals;
using clerk::Error;
using clerk::ErrorKind;
using clerk::Result;
using testing::AllOf;
using testing::HasSubstr;

Error refused(int status) { return {.kind = ErrorKind::http, .status = status, .operation = "update_instance"}; }
Error failed(ErrorKind kind) { return {.kind = kind, .operation = "update_instance", .detail = "the reason"}; }

template <class Exception>
void expect_throws(const Error& error) {
  EXPECT_THROW(Result<int>{error}.value(), Exception) << error.message();
  EXPECT_THROW(Result<void>{error}.value(), Exception) << error.message();
  try {
    Result<void>{error}.value();
  } catch (const clerk::ApiException& thrown) {
    EXPECT_EQ(thrown.what(), error.message());
    EXPECT_EQ(thrown.status(), error.status);
    EXPECT_EQ(thrown.error().kind, error.kind);
  }
}

TEST(Error, names_operation_status_reason_code_field_and_trace_id) {
  Error error = refused(422);
  error.errors = {{.message = "is invalid",
                   .long_message = "support_email must be a valid email address.",
                   .code = "form_param_format_invalid",
                   .meta = clerk::RawJson{R"({"param_name":"support_email"})"}}};
  error.clerk_trace_id = "0123456789abcdef0123456789abcdef";
  EXPECT_EQ(error.message(),
            "update_instance was answered 422: support_email must be a valid email address "
            "(form_param_format_invalid, field support_email); trace id 0123456789abcdef0123456789abcdef");
  EXPECT_EQ(error.code(), "form_param_format_invalid");
  EXPECT_TRUE(error.has_code("form_param_format_invalid"));
  EXPECT_FALSE(error.has_code("form_param_unknown"));
  EXPECT_EQ(clerk::param_name(error.errors.front()), "support_email");
}

TEST(Error, lists_every_reason) {
  Error error = refused(422);
  error.errors = {{.long_message = "One.", .code = "a"}, {.message = "two", .code = "b"}, {.code = "c"}};
  EXPECT_EQ(error.message(), "update_instance was answered 422: One (a); two (b); c");
}

TEST(Error, shows_a_page_as_one_short_line) {
  Error error = refused(502);
  error.body_excerpt = "<html>\n\t<h1>Bad\x1b[31m Gateway</h1>\n" + std::string(1000, 'x');
  const std::string message = error.message();
  EXPECT_THAT(message, AllOf(HasSubstr("502"), HasSubstr("<html> <h1>Bad [31m Gateway</h1>")));
  EXPECT_LT(message.size(), 320U);
  EXPECT_THAT(message, testing::Not(HasSubstr("\n")));
}

TEST(Error, says_how_long_to_wait) {
  Error error = refused(429);
  error.retry_after = 7s;
  error.attempts.resize(4);
  EXPECT_EQ(error.message(),
            "update_instance was answered 429 with no reason given; retry after 7 seconds; 4 attempts");
}

TEST(Error, tells_what_is_known_of_a_request_without_an_answer) {
  EXPECT_EQ(failed(ErrorKind::not_sent).message(), "update_instance was not sent: the reason");
  EXPECT_EQ(failed(ErrorKind::outcome_unknown).message(),
            "update_instance was sent, but whether it acted is not known: the reason");
  EXPECT_EQ(failed(ErrorKind::canceled).message(), "update_instance was canceled: the reason");
}

TEST(Error, has_a_name_and_a_sentence_for_each_kind) {
  for (int kind = 0; kind <= static_cast<int>(ErrorKind::bad_request); ++kind) {
    EXPECT_FALSE(to_string(static_cast<ErrorKind>(kind)).empty());
    EXPECT_THAT(failed(static_cast<ErrorKind>(kind)).message(), HasSubstr("the reason"));
  }
}

TEST(Error, gives_no_field_when_the_meta_names_none) {
  EXPECT_EQ(clerk::param_name({}), "");
  EXPECT_EQ(clerk::param_name({.meta = clerk::RawJson{"{}"}}), "");
  EXPECT_EQ(clerk::param_name({.meta = clerk::RawJson{R"({"param_name":7})"}}), "");
  EXPECT_EQ(clerk::param_name({.meta = clerk::RawJson{"no JSON"}}), "");
}

TEST(ApiException, is_of_the_type_of_its_status) {
  expect_throws<clerk::BadRequestException>(refused(400));
  expect_throws<clerk::UnauthorizedException>(refused(401));
  expect_throws<clerk::PaymentRequiredException>(refused(402));
  expect_throws<clerk::ForbiddenException>(refused(403));
  expect_throws<clerk::NotFoundException>(refused(404));
  expect_throws<clerk::UnprocessableEntityException>(refused(422));
  expect_throws<clerk::TooManyRequestsException>(refused(429));
  expect_throws<clerk::ServiceException>(refused(500));
  expect_throws<clerk::ServiceException>(refused(503));
  expect_throws<clerk::ApiException>(refused(409));
  expect_throws<clerk::ApiException>(refused(302));
}

TEST(ApiException, is_of_the_type_of_a_failure_without_an_answer) {
  for (const ErrorKind kind : {ErrorKind::not_sent, ErrorKind::outcome_unknown, ErrorKind::no_answer,
                               ErrorKind::timeout, ErrorKind::tls, ErrorKind::canceled}) {
    expect_throws<clerk::TransportException>(failed(kind));
  }
  for (const ErrorKind kind : {ErrorKind::malformed_answer, ErrorKind::bad_configuration, ErrorKind::bad_request}) {
    expect_throws<clerk::ApiException>(failed(kind));
  }
}

TEST(ApiException, is_copied_without_throwing) {
  static_assert(std::is_nothrow_copy_constructible_v<clerk::ApiException>);
  static_assert(std::is_base_of_v<std::runtime_error, clerk::ApiException>);
}

TEST(Result, holds_a_value_or_an_error_for_values_and_for_void) {
  const Result<std::string> value{"text"};
  EXPECT_TRUE(value);
  EXPECT_EQ(value.value(), "text");
  const Result<void> done;
  EXPECT_TRUE(done);
  EXPECT_NO_THROW(done.value());
  const Result<void> error{refused(404)};
  EXPECT_FALSE(error);
  EXPECT_EQ(error.error().status, 404);
}

}  // namespace
