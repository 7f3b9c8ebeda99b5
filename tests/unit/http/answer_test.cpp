#include "server/http/answer.hpp"

#include "tests/unit/http/scripted_handler.hpp"

#include <gmock/gmock.h>

namespace clerk::server::http {

namespace {

using testing::HasSubstr;
using testing::Not;

std::string head_of(const Response& response, const Framing& framing = {}) {
  std::string out;
  append_head(out, response, framing);
  return out;
}

class HttpAnswer : public HttpServer {
 protected:
  Answer answer_to(const std::string& request, Response response, bool to_head = false) {
    handler_.script = [&](const Request&) { return response; };
    start();
    RawClient client{port()};
    client.send(request);
    const Answer answer = client.read_answer(to_head);
    handler_.script = nullptr;
    // A second exchange shows that the first ended where it should.
    client.send(get("/second"));
    EXPECT_EQ(client.read_answer().body, "GET /second ");
    return answer;
  }
};

}  // namespace

TEST(HttpAnswerHead, dates_are_written_as_http_has_them) {
  EXPECT_EQ(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
  EXPECT_EQ(http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");
}

TEST(HttpAnswerHead, line_ends_and_zero_bytes_in_a_value_become_spaces) {
  const std::string head =
      head_of({.headers = {{"x-note", std::string{"a\r\nSet-Cookie: b\0c\nd\te", 22}}}}, {.date = "now"});
  EXPECT_THAT(head, HasSubstr("x-note: a  Set-Cookie: b c d\te\r\n"));
}

TEST(HttpAnswerHead, a_header_whose_name_is_no_token_is_left_out) {
  for (const std::string name : {"", "a b", "a:", "a\r\nb", "\xc3\xa9"}) {
    EXPECT_THAT(head_of({.headers = {{name, "smuggled"}}}), Not(HasSubstr("smuggled")));
  }
}

TEST(HttpAnswerHead, headers_that_frame_an_answer_are_the_connections_alone) {
  const std::string head = head_of({.headers = {{"content-length", "99"},
                                                {"Transfer-Encoding", "chunked"},
                                                {"CONNECTION", "upgrade"},
                                                {"date", "never"},
                                                {"server", "other"}},
                                    .body = "four"},
                                   {.date = "today"});
  EXPECT_EQ(head, "HTTP/1.1 200 OK\r\nServer: clerkd\r\nDate: today\r\nContent-Length: 4\r\n\r\n");
}

TEST(HttpAnswerHead, a_status_that_ends_no_exchange_becomes_500) {
  EXPECT_THAT(head_of({.status = 101}), HasSubstr("HTTP/1.1 500 "));
  EXPECT_THAT(head_of({.status = 1000}), HasSubstr("HTTP/1.1 500 "));
}

TEST_F(HttpAnswer, an_answer_says_its_length_date_and_server) {
  const Answer answer = answer_to(get("/"), {.headers = {{"x-clerk-trace-id", "t"}}, .body = "hello"});
  EXPECT_EQ(answer.status, 200U);
  EXPECT_EQ(answer.body, "hello");
  EXPECT_TRUE(answer.has("Content-Length: 5\r\n"));
  EXPECT_TRUE(answer.has("Server: clerkd\r\n"));
  EXPECT_TRUE(answer.has("Date: "));
  EXPECT_TRUE(answer.has("x-clerk-trace-id: t\r\n"));
  EXPECT_FALSE(answer.has("Connection: "));
}

TEST_F(HttpAnswer, the_answer_to_head_has_the_length_but_not_the_body) {
  const Answer answer = answer_to("HEAD / HTTP/1.1\r\nHost: clerk\r\n\r\n", {.body = "hello"}, true);
  EXPECT_TRUE(answer.has("Content-Length: 5\r\n"));
}

TEST_F(HttpAnswer, status_204_has_neither_length_nor_body) {
  const Answer answer = answer_to(get("/"), {.status = 204, .body = "never sent"});
  EXPECT_EQ(answer.status, 204U);
  EXPECT_FALSE(answer.has("Content-Length"));
}

TEST_F(HttpAnswer, status_304_has_neither_length_nor_body) {
  EXPECT_FALSE(answer_to(get("/"), {.status = 304, .body = "never sent"}).has("Content-Length"));
}

TEST_F(HttpAnswer, an_empty_405_says_that_it_is_empty) {
  EXPECT_TRUE(answer_to(get("/"), {.status = 405}).has("Content-Length: 0\r\n"));
}

TEST_F(HttpAnswer, a_header_value_can_not_split_the_answer) {
  const Answer answer = answer_to(get("/"), {.headers = {{"x-note", "a\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"}}});
  EXPECT_TRUE(answer.has("x-note: a    HTTP/1.1 200 OK"));
}

}  // namespace clerk::server::http
