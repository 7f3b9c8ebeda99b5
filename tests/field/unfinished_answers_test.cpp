// Answers that stop, break or are none: row S04, and what else a peer can do between two bytes.
#include "tests/field/field_test.hpp"

#include <string>
#include <utility>
#include <vector>

namespace {

using namespace clerk::field;
using clerk::ErrorKind;
using testing::SizeIs;

CLERK_FIELD_ROW(S04);

/// The peer gives so many bytes of the answer to the first request, ends as told, and behaves from then on.
HostilePeer::Script cut_first(std::string bytes, Step end) {
  return [bytes = std::move(bytes), end = std::move(end)](const SeenRequest& request) {
    return request.number == 1 ? Steps{send(bytes), end} : succeed(request);
  };
}

template <class Operation>
void expect_sent_once(const Caller& caller, const HostilePeer& peer, const Operation& operation) {
  const auto result = caller(operation);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::outcome_unknown) << result.error().message();
  ASSERT_THAT(result.error().attempts, SizeIs(1));
  EXPECT_TRUE(result.error().attempts.front().sent);
  EXPECT_EQ(peer.requests(), 1);
}

TEST_P(S04, a_write_whose_answer_is_cut_is_sent_once_and_says_outcome_unknown) {
  const std::string whole = head(204, {{"x-clerk-trace-id", "trace_1"}});
  for (const Step& end : {close(), reset()}) {
    for (std::size_t bytes = 0; bytes < whole.size(); ++bytes) {
      SCOPED_TRACE(bytes);
      const HostilePeer peer{cut_first(whole.substr(0, bytes), end)};
      expect_sent_once(caller_of(peer), peer, UpdateInstance{{.test_mode = true}});
    }
  }
}

TEST_P(S04, an_answer_with_a_body_that_is_cut_at_any_byte_is_no_answer) {
  const std::string whole = json_answer(200, restrictions_body());
  for (std::size_t bytes = 0; bytes < whole.size(); ++bytes) {
    SCOPED_TRACE(bytes);
    const HostilePeer peer{cut_first(whole.substr(0, bytes), close())};
    expect_sent_once(caller_of(peer), peer, UpdateInstanceRestrictions{{.allowlist = true}});
  }
}

TEST_P(S04, a_read_whose_answer_is_cut_is_sent_again) {
  const std::string whole = json_answer(200, instance_body());
  for (std::size_t bytes = 0; bytes < whole.size(); bytes += 7) {
    SCOPED_TRACE(bytes);
    const HostilePeer peer{cut_first(whole.substr(0, bytes), close())};
    const auto result = caller_of(peer)(GetInstance{});
    ASSERT_TRUE(result) << result.error().message();
    EXPECT_EQ(result->value.id, "ins_1");
    EXPECT_EQ(peer.requests(), 2);
  }
}

TEST_P(S04, the_caller_may_opt_in_to_send_an_idempotent_write_again) {
  const HostilePeer peer{cut_first("", close())};
  auto configuration = configuration_for(peer.url());
  configuration.retries.replay_idempotent = true;
  EXPECT_TRUE(caller(configuration)(UpdateInstance{{.test_mode = true}}));
  EXPECT_EQ(peer.requests(), 2);
}

TEST_P(S04, an_answer_that_stalls_anywhere_leaves_the_outcome_unknown) {
  const std::string whole = json_answer(200, restrictions_body());
  const std::size_t body = whole.find("\r\n\r\n") + 4;
  for (const std::size_t bytes : {std::size_t{0}, std::size_t{9}, body - 10, body, body + 1, whole.size() - 1}) {
    SCOPED_TRACE(bytes);
    const HostilePeer peer{cut_first(whole.substr(0, bytes), stall())};
    const auto result = caller_of(peer)(UpdateInstanceRestrictions{}, {.timeout = 60ms});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::outcome_unknown);
    EXPECT_EQ(result.error().status, bytes < body - 10 ? 0 : 200);
    EXPECT_EQ(peer.requests(), 1);
  }
}

TEST_P(S04, a_write_that_nobody_took_is_known_not_to_be_sent) {
  const ClosedPort nobody;
  const auto result = caller(configuration_for(nobody.url()))(UpdateInstance{{.test_mode = true}});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::not_sent);
  ASSERT_THAT(result.error().attempts, SizeIs(4));
  for (const clerk::Attempt& attempt : result.error().attempts) EXPECT_FALSE(attempt.sent);
}

TEST_P(S04, an_idle_connection_that_was_closed_costs_no_call) {
  for (const Step& end : {close(), reset()}) {
    const HostilePeer peer{[&end](const SeenRequest& request) {
      Steps steps = succeed(request);
      steps.push_back(end);
      return steps;
    }};
    const auto caller = caller_of(peer);
    for (int call = 1; call <= 5; ++call) {
      const auto result = caller(UpdateInstance{});
      EXPECT_TRUE(result) << result.error().message();
      ASSERT_TRUE(peer.wait_for_closed(call));
    }
    EXPECT_EQ(peer.requests(), 5);
  }
}

TEST_P(S04, a_kept_connection_that_closes_as_the_next_request_comes_leaves_its_outcome_unknown) {
  for (const Step& end : {close(), reset()}) {
    const HostilePeer peer{
        [&end](const SeenRequest& request) { return request.number == 2 ? Steps{end} : succeed(request); }};
    const auto caller = caller_of(peer);
    ASSERT_TRUE(caller(UpdateInstance{}));
    const auto result = caller(UpdateInstance{{.test_mode = true}});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::outcome_unknown);
    EXPECT_EQ(peer.requests(), 2);
    EXPECT_TRUE(caller(UpdateInstance{}));
    EXPECT_EQ(peer.requests(), 3);
  }
}

TEST_P(S04, bytes_that_are_no_answer_leave_the_outcome_of_a_write_unknown) {
  const std::vector<std::pair<const char*, std::string>> garbage{
      {"text", "go away\r\n\r\n"},
      {"another protocol", "SSH-2.0-Server_1\r\n"},
      {"a TLS alert", std::string("\x15\x03\x03\x00\x02\x02\x28", 7)},
      {"zeros", std::string(64, '\0')},
      {"a version that there is not", "HTTP/9.9 200 OK\r\n\r\n"},
      {"a status that is no number", "HTTP/1.1 OK OK\r\n\r\n"},
      {"a length that is no number", "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}"},
      {"a negative length", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}"},
      {"a length beyond the body", "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + restrictions_body()},
      {"chunks that stop", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n"},
      {"a chunk of no size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"},
      {"a chunk too large to be", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}"},
      {"no end of interim answers", "HTTP/1.1 103 Early Hints\r\n\r\n"},
  };
  for (const auto& [what, bytes] : garbage) {
    SCOPED_TRACE(what);
    const HostilePeer peer{cut_first(bytes, close())};
    expect_sent_once(caller_of(peer), peer, UpdateInstanceRestrictions{{.allowlist = true}});
  }
}

TEST_P(S04, bytes_after_an_answer_are_not_taken_for_the_next_one) {
  const std::string another =
      json_answer(200, R"({"object":"instance","id":"ins_other","environment_type":"production"})");
  for (const std::string& first : {answer(204) + another, json_answer(200, "{}") + another}) {
    const HostilePeer peer{
        [&first](const SeenRequest& request) { return request.number == 1 ? Steps{send(first)} : succeed(request); }};
    const auto caller = caller_of(peer);
    EXPECT_TRUE(caller(UpdateInstance{}));
    const auto next = caller(GetInstance{});
    ASSERT_TRUE(next) << next.error().message();
    EXPECT_EQ(next->value.id, "ins_1");
  }
}

TEST_P(S04, a_connection_that_is_reset_before_anything_is_read_ends_in_an_error) {
  const HostilePeer peer{succeed, [](int connection) { return connection < 3 ? Reception::resets : Reception::reads; }};
  const auto read = caller_of(peer)(GetInstance{});
  ASSERT_TRUE(read) << read.error().message();
  EXPECT_EQ(peer.requests(), 1);
  EXPECT_EQ(peer.connections(), 3);
}

TEST_P(S04, a_refusal_that_comes_before_the_request_was_read_is_heard) {
  const HostilePeer peer{[](const SeenRequest&) {
    return Steps{send(json_answer(422, refusal_body(), {{"Connection", "close"}})), close()};
  }};
  const auto result = caller_of(peer)(UpdateInstance{{.support_email = std::string(100'000, 'x')}});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().status, 422);
}

TEST_P(S04, a_head_without_end_is_not_read_to_its_end) {
  std::string lines = "HTTP/1.1 204 No Content\r\n";
  for (int i = 0; i < 20'000; ++i) lines += "X-Field-" + std::to_string(i) + ": value\r\n";
  std::string interim;
  for (int i = 0; i < 20'000; ++i) interim += "HTTP/1.1 103 Early Hints\r\n\r\n";
  for (const std::string& bytes : {lines, "HTTP/1.1 204 " + std::string(400'000, 'x'), interim}) {
    const HostilePeer peer{cut_first(bytes, stall())};
    const auto result = caller_of(peer)(UpdateInstance{}, {.timeout = 20s});
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error().kind, testing::AnyOf(ErrorKind::malformed_answer, ErrorKind::outcome_unknown));
    EXPECT_LT(result.error().message().size(), 600U);
    EXPECT_LT(result.error().attempts.front().elapsed, 10s);
    EXPECT_EQ(peer.requests(), 1);
  }
}

}  // namespace
