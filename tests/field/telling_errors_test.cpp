// Whatever a server says in place of what is due, the error tells it: status, headers and trace id are kept, and what()
// is one bounded line. Rows S06, S09, S10, S11 and S13 beyond their one example each.
#include "codec/utf8.hpp"
#include "tests/field/field_test.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace clerk::field;
using clerk::ErrorKind;
using clerk::Headers;
using testing::HasSubstr;
using testing::Not;

CLERK_FIELD_ROW(S10_errors);

constexpr std::size_t longest_line = 2000;

/// The header fields that every answer here has.
Headers evidence(Headers more = {}) {
  more.add("X-Evidence", "kept");
  more.add("x-clerk-trace-id", "trace_of_head");
  return more;
}

void expect_one_printable_line(std::string_view line) {
  EXPECT_LE(line.size(), longest_line);
  EXPECT_TRUE(std::ranges::none_of(line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }))
      << line;
  EXPECT_TRUE(clerk::codec::is_utf8(line)) << line;
  EXPECT_THAT(line, Not(HasSubstr("hunter2")));
}

std::string what_of(const clerk::Error& error) {
  try {
    clerk::throw_exception(error);
  } catch (const clerk::ApiException& thrown) {
    return thrown.what();
  }
}

void expect_evidence(const clerk::Error& error, int status) {
  EXPECT_EQ(error.status, status);
  ASSERT_NE(error.headers.find("X-Evidence"), nullptr);
  EXPECT_EQ(*error.headers.find("X-Evidence"), "kept");
  EXPECT_THAT(error.clerk_trace_id, HasSubstr("trace_of_"));
  EXPECT_LE(error.body_excerpt.size(), clerk::Error::max_body_excerpt);
  const std::string what = what_of(error);
  expect_one_printable_line(what);
  EXPECT_THAT(what, HasSubstr(std::to_string(status)));
  EXPECT_THAT(what, HasSubstr("trace id trace_of_"));
}

struct Shape {
  const char* what;
  std::string body;
  std::string shown;  ///< in what()
  std::string code{};
  std::string field{};
};

std::string many_errors(std::size_t count) {
  std::string body = R"({"errors":[)";
  for (std::size_t i = 0; i < count; ++i) body += R"({"code":"c)" + std::to_string(i) + R"("},)";
  body.back() = ']';
  return body + "}";
}

std::string nested(std::size_t depth) {
  return R"({"errors":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
}

std::vector<Shape> shapes() {
  return {
      {"whole", refusal_body(), "Support email must be an address (form_param_invalid, field support_email)",
       "form_param_invalid", "support_email"},
      {"errors is an object", R"({"errors":{"code":"odd_code"}})", "odd_code"},
      {"errors is a text", R"({"errors":"odd text"})", "odd text"},
      {"errors is null", R"({"errors":null,"error":"odd text"})", "odd text"},
      {"errors is empty", R"({"errors":[],"message":"odd text"})", "odd text"},
      {"a list of texts", R"({"errors":["first text","second text"]})", "first text"},
      {"a list of lists", R"({"errors":[[{"code":"odd_code"}]]})", "odd_code"},
      {"a list of nulls", R"({"errors":[null,null]})", "null"},
      {"without a code", R"({"errors":[{"message":"odd text"}]})", "odd text"},
      {"only a code", R"({"errors":[{"code":"odd_code"}]})", "odd_code", "odd_code"},
      {"only a field", R"({"errors":[{"meta":{"param_name":"odd_field"}}]})", "odd_field", "", "odd_field"},
      {"of the wrong types", R"({"errors":[{"code":7,"message":["odd text"],"long_message":{},"meta":"x"}]})",
       "odd text"},
      {"an error without anything", R"({"errors":[{}],"reason":"odd text"})", "odd text"},
      {"two errors without anything", R"({"errors":[{},{}],"reason":"odd text"})", "odd text"},
      {"nulls in all places", R"({"errors":[{"code":null,"message":null,"meta":null}],"reason":"odd text"})",
       "odd text"},
      {"one that says nothing beside one that does", R"({"errors":[{},{"code":"odd_code"}]})", ": odd_code"},
      {"meta's field is no text", R"({"errors":[{"code":"odd_code","meta":{"param_name":["a"]}}]})", "odd_code",
       "odd_code"},
      {"a list", R"([{"code":"odd_code"}])", "odd_code"},
      {"a text", R"("odd text")", "odd text"},
      {"a number", "17", "17"},
      {"null", "null", "null"},
      {"nothing", "", "no reason given"},
      {"blanks", " \r\n\t ", "no reason given"},
      {"truncated", refusal_body().substr(0, 60), "is invalid"},
      {"another service's shape", R"({"type":"about:blank","title":"odd text","status":422})", "odd text"},
      {"many", many_errors(20'000), "and 19995 more", "c0"},
      {"deep", nested(50'000), "[[["},
      {"a page", "<!DOCTYPE html>\n<html><body>\n<h1>odd text</h1>\n</body></html>", "<h1>odd text</h1>"},
      {"control characters", "odd\x1b[2J\x07\x7f text \xc2\x9b", "odd"},
      {"bytes that are no text", "odd \xff\xfe\x9b\x00\x01 text", "odd"},
      {"control characters in a reason", R"({"errors":[{"code":"odd\u001b[2J\ncode","message":"a\r\nb"}]})", "odd",
       "odd\x1b[2J\ncode"},
      {"a very long reason", R"({"errors":[{"code":"odd_code","message":")" + std::string(100'000, 'x') + R"("}]})",
       "xxx", "odd_code"},
      {"a very long field",
       R"({"errors":[{"code":"odd_code","meta":{"param_name":")" + std::string(100'000, 'x') + R"("}}]})", "odd_code",
       "odd_code", std::string(100'000, 'x')},
      {"a very long trace id",
       R"({"errors":[{"code":"odd_code"}],"clerk_trace_id":"trace_of_)" + std::string(100'000, 'x') + R"("})",
       "odd_code", "odd_code"},
      {"a trace id that is no text", R"({"errors":[{"code":"odd_code"}],"clerk_trace_id":{}})", "odd_code", "odd_code"},
      {"the key", R"({"errors":[{"code":"odd_code","message":"you sent )" + key + R"("}]})", "you sent [key]",
       "odd_code"},
  };
}

TEST_P(S10_errors, of_any_shape_are_told_with_all_that_is_known) {
  for (const Shape& shape : shapes()) {
    for (const char* type : {"application/json", "text/html; charset=utf-8", "", "nonsense"}) {
      SCOPED_TRACE(std::string{shape.what} + " as " + type);
      const HostilePeer peer{always(answer(422, shape.body, evidence({{"Content-Type", type}})))};
      const auto result = caller_of(peer)(UpdateInstance{});
      ASSERT_FALSE(result);
      EXPECT_EQ(result.error().kind, ErrorKind::http);
      expect_evidence(result.error(), 422);
      EXPECT_EQ(result.error().code(), shape.code);
      const auto& reasons = result.error().errors;
      EXPECT_EQ(reasons.empty() ? "" : clerk::param_name(reasons.front()), shape.field);
      EXPECT_THAT(what_of(result.error()), HasSubstr(shape.shown));
    }
  }
}

TEST_P(S10_errors, keep_their_evidence_with_every_status) {
  for (const int status :
       {300, 304, 400, 401, 402, 403, 404, 405, 409, 410, 413, 418, 422, 429, 500, 501, 502, 503, 504, 599}) {
    const HostilePeer peer{always(answer(status, status == 304 ? "" : refusal_body(), evidence()))};
    const auto result = caller_of(peer)(UpdateInstance{}, {.retry = clerk::RetryPolicy::none()});
    ASSERT_FALSE(result) << status;
    EXPECT_EQ(result.error().kind, ErrorKind::http);
    expect_evidence(result.error(), status);
  }
}

TEST_P(S10_errors, with_a_huge_body_keep_their_evidence_and_an_excerpt) {
  for (const std::string& body : {std::string(17U << 20U, 'x'), many_errors(400'000)}) {
    const HostilePeer peer{always(answer(500, body, evidence()))};
    const auto result = caller_of(peer)(UpdateInstance{});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::http);
    expect_evidence(result.error(), 500);
    EXPECT_EQ(result.error().body_excerpt, body.substr(0, clerk::Error::max_body_excerpt));
    EXPECT_LE(result.error().errors.size(), 100'000U);
  }
}

TEST_P(S10_errors, whose_body_is_cut_keep_their_evidence) {
  for (const int status : {422, 429, 500}) {
    const HostilePeer peer{[status](const SeenRequest&) {
      return Steps{send(head(status, evidence({{"Content-Length", "500"}})) + "odd text"), close()};
    }};
    const auto result = caller_of(peer)(UpdateInstance{}, {.retry = clerk::RetryPolicy::none()});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::http);
    expect_evidence(result.error(), status);
    EXPECT_EQ(result.error().body_excerpt, "odd text");
  }
}

// The refusal of `refusal_body` with the message `m`, compressed.
constexpr std::string_view gzipped{
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x45\xca\x41\x0a\x02\x31\x0c\x46\xe1\xbb\xfc\xeb\xe2\x01\x7a\x14\x45\x42"
    "\x6c\xe3\x50\x6c\x9a\x92\x56\x41\xca\xdc\x5d\x86\x59\xb8\x7b\x7c\xbc\x05\x71\x37\x1f\x88\xb7\x05\x95\x31\x78\x13"
    "\x44\x28\x02\xaa\xb5\x8d\xfe\x74\x2d\xbd\x4b\xbe\x20\x20\x59\x3e\xe0\x69\xae\xd4\xd9\x59\xa9\xb4\x0f\xd7\x92\x11"
    "\xa0\x32\x19\x71\xe1\xf4\xc6\x7a\x9c\xe3\xdd\xbb\xf9\x24\x51\x2e\x15\xfb\x7e\x0f\x48\x55\xfc\x45\xd3\x39\x09\x95"
    "\x8c\x88\x33\x1f\x96\xbf\xd8\x7f\xac\xcb\x20\xc9\x95\x00\x00\x00",
    128};
constexpr std::string_view brotlied{
    "\x1b\x94\x00\x40\x1c\x07\x76\x2c\xf8\x9d\xb4\x58\x48\x3e\x4e\xa5\xc8\xd6\x9e\x6e\x2e\xf5\xe5\xf3\x18\x5e\x86\xa8"
    "\x41\x7e\x8f\x88\xad\xd3\xd7\xc5\xf2\x8d\x23\x1d\x48\xbf\xe9\xc7\xe9\x1b\x70\x59\x68\xe5\x81\x77\x27\x3e\x57\xb5"
    "\x30\xf9\xf9\xa2\x6d\x68\xfc\x04\x89\x31\x2f\x92\xc7\x89\x2a\xb7\x6d\xf1\x06\x28\xa9\x3c\xe2\x64\xfc\xdd\xa1\x0a"
    "\xe9\x23\x3e\x85\xa6\x2b\xd0\xcd\x98\xfe\xb3\x3e\xfa\xbc\x2f\xa7\x45\x9d\x61\x00\xf0\x2b\x0a\x09",
    108};
// Twenty megabytes of blanks.
constexpr std::string_view brotli_bomb{
    "\xcf\xff\xff\x7f\xf8\x25\x40\xe2\xb1\x40\x20\xf7\xfe\x3f\xff\xff\x7f\xf0\x4b\x00\xc4\x61\x01\x80\xee\xfd\x0f", 27};

TEST_P(S10_errors, that_are_compressed_are_read) {
  for (const auto& [coding, body] : {std::pair{"gzip", gzipped}, std::pair{"br", brotlied}}) {
    SCOPED_TRACE(coding);
    const HostilePeer peer{always(json_answer(422, body, evidence({{"Content-Encoding", coding}})))};
    const auto result = caller_of(peer)(UpdateInstance{});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code(), "form_param_invalid");
    EXPECT_EQ(clerk::param_name(result.error().errors.front()), "support_email");
    EXPECT_EQ(result.error().clerk_trace_id, "trace_body");
    EXPECT_EQ(result.error().status, 422);
  }
}

TEST_P(S10_errors, that_can_t_be_decompressed_keep_their_evidence) {
  std::string broken{gzipped};
  broken.replace(20, 40, 40, '\xee');
  for (const auto& [coding, body] : {std::pair{"gzip", broken}, std::pair{"gzip", std::string{"plain text"}},
                                     std::pair{"br", std::string{brotlied.substr(0, 50)}}, std::pair{"br", broken},
                                     std::pair{"an_unknown_one", std::string{"odd text"}},
                                     std::pair{"gzip", std::string{}}, std::pair{"br", std::string{brotli_bomb}}}) {
    SCOPED_TRACE(std::string{coding} + " of " + std::to_string(body.size()));
    const HostilePeer peer{always(json_answer(422, body, evidence({{"Content-Encoding", coding}})))};
    const auto result = caller_of(peer)(UpdateInstance{});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::http);
    expect_evidence(result.error(), 422);
    EXPECT_EQ(peer.requests(), 1);
  }
}

TEST_P(S10_errors, of_successes_that_are_none_keep_their_evidence) {
  for (const std::string& body :
       {std::string{"<html>\n<p>Log in to the network</p></html>"}, std::string{"null"}, std::string{"[]"},
        std::string{"\"text\""}, std::string{"{}"}, std::string{"{\"allowlist\":"}, std::string{"  "},
        restrictions_body() + "x", std::string(1'000'000, '['),
        std::string{R"({"allowlist":null,")" + key + R"(":1})"}}) {
    SCOPED_TRACE(body.substr(0, 60));
    const HostilePeer peer{always(answer(200, body, evidence()))};
    const auto result = caller_of(peer)(UpdateInstanceRestrictions{});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::malformed_answer);
    expect_evidence(result.error(), 200);
    EXPECT_EQ(peer.requests(), 1);
  }
}

TEST_P(S10_errors, tell_of_a_204_where_a_value_is_due) {
  const HostilePeer peer{always(head(204, evidence()))};
  const auto result = caller_of(peer)(UpdateInstanceRestrictions{});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::malformed_answer);
  expect_evidence(result.error(), 204);
}

TEST_P(S10_errors, do_not_come_of_a_value_where_none_is_due) {
  for (const std::string& body : {instance_body(), std::string{"null"}, std::string{"<p>done</p>"}}) {
    const HostilePeer peer{always(json_answer(200, body, evidence()))};
    const auto result = caller_of(peer)(UpdateInstance{});
    ASSERT_TRUE(result) << result.error().message();
    EXPECT_EQ(result->clerk_trace_id, "trace_of_head");
  }
}

TEST_P(S10_errors, of_a_success_that_can_t_be_decompressed_keep_the_status_and_never_pass_for_a_value) {
  for (const auto& [coding, body] :
       {std::pair{"gzip", std::string{gzipped.substr(0, 60)}}, std::pair{"gzip", restrictions_body()},
        std::pair{"br", std::string{brotli_bomb}}}) {
    SCOPED_TRACE(coding);
    const HostilePeer peer{always(json_answer(200, body, evidence({{"Content-Encoding", coding}})))};
    const auto result = caller_of(peer)(UpdateInstanceRestrictions{});
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error().kind, testing::AnyOf(ErrorKind::malformed_answer, ErrorKind::outcome_unknown));
    expect_evidence(result.error(), 200);
    EXPECT_EQ(peer.requests(), 1);
  }
}

}  // namespace
