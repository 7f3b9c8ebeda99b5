#include "tests/unit/http/scripted_handler.hpp"

#include <gmock/gmock.h>

namespace clerk::server::http {

namespace {

constexpr std::chrono::milliseconds soon{50};

class HttpMalformed : public HttpServer {
 protected:
  void expect_refused(const std::string& bytes, unsigned status) {
    RawClient client{port()};
    client.send(bytes);
    const Answer answer = client.read_answer();
    EXPECT_EQ(answer.status, status) << bytes.substr(0, 200);
    EXPECT_EQ(answer.body, "malformed " + std::to_string(status));
    EXPECT_TRUE(answer.has("Connection: close\r\n"));
    EXPECT_EQ(client.read_to_end(), "");
  }
};

}  // namespace

TEST_F(HttpMalformed, what_is_no_request_line_is_400) {
  start();
  for (const std::string line : {"nonsense", "GET /", "GET / HTTP/2.0", "GET / FTP/1.1", "GET  / HTTP/1.1",
                                 "GE\x01T / HTTP/1.1", "GET /a b HTTP/1.1"}) {
    expect_refused(line + "\r\nHost: clerk\r\n\r\n", 400);
  }
  EXPECT_EQ(handler_.handled, 0);
}

TEST_F(HttpMalformed, what_is_no_header_is_400) {
  start();
  for (const std::string header : {"no colon", ": no name", "bad name: x", "name : x"}) {
    expect_refused("GET / HTTP/1.1\r\n" + header + "\r\n\r\n", 400);
  }
}

TEST_F(HttpMalformed, lengths_that_two_readers_could_take_differently_are_400) {
  start();
  for (const std::string headers :
       {"Content-Length: 3\r\nContent-Length: 4\r\n", "Content-Length: 3\r\nContent-Length: 3\r\n",
        "Content-Length: 3, 3\r\n", "Content-Length: -3\r\n", "Content-Length: +3\r\n", "Content-Length: 0x3\r\n",
        "Content-Length: \r\n", "Content-Length: 99999999999999999999999\r\n",
        "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: gzip\r\n",
        "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: chunked, gzip\r\n",
        "Transfer-Encoding: xchunked\r\n", "Transfer-Encoding: gzip\r\nContent-Length: 3\r\n"}) {
    expect_refused(post_head(headers) + "abc", 400);
  }
  expect_refused("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 400);
  EXPECT_EQ(handler_.asked_early, 0);
  EXPECT_EQ(handler_.handled, 0);
}

TEST_F(HttpMalformed, what_is_no_chunk_is_400) {
  start();
  for (const std::string chunk : {"x\r\nabc\r\n", "3\r\nabcd\r\n", "-3\r\nabc\r\n", "ffffffffffffffffff\r\n"}) {
    expect_refused(post_head("Transfer-Encoding: chunked\r\n") + chunk + "0\r\n\r\n", 400);
  }
}

TEST_F(HttpMalformed, a_head_above_the_limit_is_431) {
  start();
  expect_refused("GET / HTTP/1.1\r\nX-Large: " + std::string(20'000, 'x') + "\r\n\r\n", 431);
  expect_refused("GET /" + std::string(20'000, 'x') + " HTTP/1.1\r\n\r\n", 431);
}

TEST_F(HttpMalformed, many_small_headers_count_together) {
  start({.limits = {.max_head_bytes = 1000}});
  RawClient client{port()};
  client.send("GET / HTTP/1.1\r\n");
  for (int i = 0; i < 100; ++i) client.send("X-Small: 0123456789\r\n");
  EXPECT_EQ(client.read_answer().status, 431U);
}

TEST_F(HttpMalformed, a_head_that_does_not_end_in_time_is_408) {
  start({.limits = {.head_deadline = soon}});
  expect_refused("GET / HTTP/1.1\r\nHost: cl", 408);
}

TEST_F(HttpMalformed, the_deadline_of_a_head_is_not_moved_by_single_bytes) {
  start({.limits = {.head_deadline = soon}});
  RawClient client{port()};
  client.send("GET / HTTP/1.1\r\nX-Drip: ");
  std::thread drip{
      [&] { EXPECT_TRUE(comes_true([&] { return !client.send("x") || handler_.handled > 0; }, patience)); }};
  EXPECT_THAT(client.read_answer().status, testing::AnyOf(408U, 431U));
  client.end_sending();
  drip.join();
}

TEST_F(HttpMalformed, the_next_head_has_a_deadline_of_its_own) {
  start({.limits = {.head_deadline = soon}});
  RawClient client{port()};
  client.send(get("/") + "GET /");
  EXPECT_EQ(client.read_answer().status, 200U);
  EXPECT_EQ(client.read_answer().status, 408U);
}

TEST_F(HttpMalformed, an_answer_to_what_is_no_request_does_not_remember_the_method_before) {
  start();
  RawClient client{port()};
  client.send("HEAD / HTTP/1.1\r\n\r\n");
  EXPECT_EQ(client.read_answer(true).status, 200U);
  client.send("nonsense\r\n\r\n");
  EXPECT_EQ(client.read_answer().body, "malformed 400");
}

}  // namespace clerk::server::http
