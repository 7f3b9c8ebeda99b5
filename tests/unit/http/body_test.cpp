#include "tests/unit/http/scripted_handler.hpp"

namespace clerk::server::http {

namespace {

constexpr std::chrono::milliseconds soon{50};

class HttpBody : public HttpServer {
 protected:
  void refuse_all() {
    handler_.early = [](const RequestHead&) { return Response{.status = 401, .body = "no key"}; };
  }
};

}  // namespace

TEST_F(HttpBody, a_body_with_a_length_arrives_whole) {
  start();
  RawClient client{port()};
  client.send(post_head("Content-Length: 11\r\n") + "hello");
  client.send(" world" + get("/next"));
  EXPECT_EQ(client.read_answer().body, "POST / hello world");
  EXPECT_EQ(client.read_answer().body, "GET /next ");
}

TEST_F(HttpBody, a_chunked_body_arrives_without_its_chunks_extensions_and_trailers) {
  start();
  RawClient client{port()};
  client.send(post_head("Transfer-Encoding: chunked\r\n") + "5;note=x\r\nhello\r\n");
  client.send("6\r\n world\r\n0\r\nX-Trailer: t\r\n\r\n" + get("/next"));
  EXPECT_EQ(client.read_answer().body, "POST / hello world");
  EXPECT_EQ(client.read_answer().body, "GET /next ");
}

TEST_F(HttpBody, a_chunked_body_may_come_byte_by_byte) {
  start();
  RawClient client{port()};
  for (const char c : post_head("Transfer-Encoding: chunked\r\n") + "3\r\nabc\r\n0\r\n\r\n") client.send({&c, 1});
  EXPECT_EQ(client.read_answer().body, "POST / abc");
}

TEST_F(HttpBody, an_empty_chunked_body_may_come_byte_by_byte_or_not_to_its_end) {
  start();
  RawClient client{port()};
  const std::string request = post_head("Transfer-Encoding: chunked\r\n");
  client.send(request + "0\r\n");
  for (const char c : std::string{"\r\n"}) client.send({&c, 1});
  EXPECT_EQ(client.read_answer().body, "POST / ");
  client.send(request);
  for (const char c : std::string{"00;x\r\nX-Trailer: t\r\n\r\n"}) client.send({&c, 1});
  EXPECT_EQ(client.read_answer().body, "POST / ");
  client.send(request + "0\r\n");
  client.end_sending();
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(HttpBody, a_large_body_within_the_limit_arrives_whole) {
  handler_.script = [](const Request& request) { return Response{.body = std::to_string(request.body.size())}; };
  start();
  RawClient client{port()};
  client.send(post_head("Content-Length: 1048576\r\n") + std::string(std::size_t{1} << 20U, 'x'));
  EXPECT_EQ(client.read_answer().body, "1048576");
}

TEST_F(HttpBody, a_request_without_a_body_goes_straight_to_the_handler) {
  refuse_all();
  start();
  RawClient client{port()};
  client.send(get("/") + post_head("Content-Length: 0\r\n"));
  EXPECT_EQ(client.read_answer().body, "GET / ");
  EXPECT_EQ(client.read_answer().body, "POST / ");
  EXPECT_EQ(handler_.asked_early, 0);
}

TEST_F(HttpBody, an_early_refusal_comes_before_the_body_and_ends_the_connection) {
  refuse_all();
  start();
  RawClient client{port()};
  client.send(post_head("Content-Length: 100000\r\n"));
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.status, 401U);
  EXPECT_EQ(answer.body, "no key");
  EXPECT_TRUE(answer.has("Connection: close\r\n"));
  // The body is still taken, so that no reset overtakes the answer.
  EXPECT_TRUE(client.send(std::string(100'000, 'x')));
  EXPECT_EQ(client.read_to_end(), "");
  EXPECT_EQ(handler_.handled, 0);
}

TEST_F(HttpBody, a_client_that_sends_its_body_first_still_gets_the_early_refusal) {
  refuse_all();
  start();
  RawClient client{port()};
  client.send(post_head("Content-Length: 200000\r\n") + std::string(200'000, 'x'));
  EXPECT_EQ(client.read_answer().body, "no key");
}

TEST_F(HttpBody, no_more_than_the_drain_limit_is_taken_after_a_refusal) {
  refuse_all();
  start({.limits = {.drain_deadline = std::chrono::minutes{10}, .max_drain_bytes = 1024}});
  RawClient client{port()};
  client.send(post_head("Content-Length: 1000000000\r\n"));
  EXPECT_EQ(client.read_answer().status, 401U);
  EXPECT_TRUE(comes_true([&] { return !client.send(std::string(4096, 'x')); }, patience));
}

TEST_F(HttpBody, draining_ends_by_its_deadline_too) {
  refuse_all();
  start({.limits = {.drain_deadline = soon, .max_drain_bytes = std::size_t{1} << 40U}});
  RawClient client{port()};
  client.send(post_head("Content-Length: 1000000000\r\n"));
  EXPECT_EQ(client.read_answer().status, 401U);
  EXPECT_TRUE(comes_true([&] { return !client.send("x"); }, patience));
}

TEST_F(HttpBody, expect_100_continue_is_honoured) {
  start();
  RawClient client{port()};
  client.send(post_head("Content-Length: 5\r\nExpect: 100-continue\r\n"));
  EXPECT_EQ(client.read_answer().head, "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("hello");
  EXPECT_EQ(client.read_answer().body, "POST / hello");
}

TEST_F(HttpBody, expect_100_continue_is_refused_without_a_word_to_go_on) {
  refuse_all();
  start();
  RawClient client{port()};
  client.send(post_head("Content-Length: 5\r\nExpect: 100-continue\r\n"));
  EXPECT_EQ(client.read_answer().status, 401U);
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(HttpBody, a_length_above_the_limit_is_413_in_the_handlers_words) {
  start({.limits = {.max_body_bytes = 10}});
  RawClient client{port()};
  client.send(post_head("Content-Length: 11\r\n"));
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.status, 413U);
  EXPECT_EQ(answer.body, "malformed 413");
  EXPECT_TRUE(answer.has("Connection: close\r\n"));
}

TEST_F(HttpBody, the_handler_sees_a_head_with_a_length_above_the_limit_first) {
  refuse_all();
  start({.limits = {.max_body_bytes = 10}});
  RawClient client{port()};
  client.send(post_head("Content-Length: 11\r\n"));
  EXPECT_EQ(client.read_answer().status, 401U);
}

TEST_F(HttpBody, chunks_that_grow_above_the_limit_are_413) {
  start({.limits = {.max_body_bytes = 10}});
  RawClient client{port()};
  client.send(post_head("Transfer-Encoding: chunked\r\n") + "a\r\n0123456789\r\n");
  client.send("1\r\nx\r\n0\r\n\r\n");
  EXPECT_EQ(client.read_answer().body, "malformed 413");
  EXPECT_EQ(handler_.handled, 0);
}

TEST_F(HttpBody, a_body_that_comes_too_slowly_is_408) {
  start({.limits = {.head_deadline = soon, .min_body_rate = 1 << 20}});
  RawClient client{port()};
  client.send(post_head("Content-Length: 100\r\n") + "x");
  EXPECT_EQ(client.read_answer().body, "malformed 408");
  EXPECT_EQ(handler_.handled, 0);
}

TEST_F(HttpBody, a_chunk_line_without_an_end_is_400) {
  start({.limits = {.max_head_bytes = 512}});
  RawClient client{port()};
  client.send(post_head("Transfer-Encoding: chunked\r\n") + "1;" + std::string(100'000, 'e'));
  EXPECT_EQ(client.read_answer().body, "malformed 400");
}

}  // namespace clerk::server::http
