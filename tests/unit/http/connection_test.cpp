#include "tests/unit/http/scripted_handler.hpp"

#include <stdexcept>

namespace clerk::server::http {

namespace {

constexpr std::chrono::milliseconds soon{50};

class HttpConnection : public HttpServer {};

}  // namespace

TEST_F(HttpConnection, a_kept_connection_serves_one_request_after_the_other) {
  start();
  RawClient client{port()};
  for (const std::string target : {"/one", "/two", "/three"}) {
    client.send(get(target));
    EXPECT_EQ(client.read_answer().body, "GET " + target + " ");
  }
}

TEST_F(HttpConnection, a_request_knows_its_headers_connection_and_loop) {
  start();
  RawClient client{port()};
  client.send("GET /later HTTP/1.1\r\nHost: clerk\r\nX-Thing:  one two \r\nx-thing: second\r\n\r\n");
  const Call call = handler_.later.take();
  EXPECT_EQ(call.request.head.method, "GET");
  EXPECT_EQ(call.request.head.target, "/later");
  EXPECT_EQ(call.request.head.header("X-THING"), "one two");
  EXPECT_EQ(call.request.head.header("absent"), std::nullopt);
  EXPECT_EQ(call.request.head.content_length, std::nullopt);
  EXPECT_EQ(call.request.connection, 1U);
  EXPECT_EQ(call.request.loop, 0U);
  call.reply({});
  EXPECT_EQ(client.read_answer().status, 200U);
}

TEST_F(HttpConnection, a_pipelined_request_waits_for_the_answer_to_the_one_before) {
  start();
  RawClient client{port()};
  client.send(get("/later") + get("/second"));
  const Call first = handler_.later.take();
  EXPECT_EQ(handler_.handled, 1);
  first.reply({.body = "first"});
  EXPECT_EQ(client.read_answer().body, "first");
  EXPECT_EQ(client.read_answer().body, "GET /second ");
}

TEST_F(HttpConnection, thousands_of_pipelined_requests_are_answered_in_order) {
  start();
  RawClient client{port()};
  constexpr int count = 3000;
  std::thread sender{[&] {
    std::string all;
    for (int i = 0; i < count; ++i) all += get("/" + std::to_string(i));
    EXPECT_TRUE(client.send(all));
  }};
  for (int i = 0; i < count; ++i) ASSERT_EQ(client.read_answer().body, "GET /" + std::to_string(i) + " ");
  sender.join();
}

TEST_F(HttpConnection, more_pipelined_bytes_than_the_bound_wait_in_the_kernel) {
  start({.limits = {.max_head_bytes = 256}});
  RawClient client{port()};
  std::string all = get("/later");
  for (int i = 0; i < 100; ++i) all += get("/");
  client.send(all);
  handler_.later.take().reply({.body = "first"});
  EXPECT_EQ(client.read_answer().body, "first");
  for (int i = 0; i < 100; ++i) ASSERT_EQ(client.read_answer().body, "GET / ");
}

TEST_F(HttpConnection, a_head_may_come_byte_by_byte) {
  start();
  RawClient client{port()};
  for (const char c : get("/slow")) client.send({&c, 1});
  EXPECT_EQ(client.read_answer().body, "GET /slow ");
}

TEST_F(HttpConnection, empty_lines_before_a_request_are_passed_over) {
  start();
  RawClient client{port()};
  client.send("\r\n\r\n" + get("/a") + "\r\n" + get("/b"));
  EXPECT_EQ(client.read_answer().body, "GET /a ");
  EXPECT_EQ(client.read_answer().body, "GET /b ");
}

TEST_F(HttpConnection, connection_close_from_the_client_ends_it_after_the_answer) {
  start();
  RawClient client{port()};
  client.send("GET / HTTP/1.1\r\nHost: clerk\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(client.read_answer().has("Connection: close\r\n"));
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(HttpConnection, http_1_0_is_closed_unless_it_asks_to_be_kept) {
  start();
  RawClient closed{port()};
  closed.send("GET / HTTP/1.0\r\n\r\n");
  EXPECT_TRUE(closed.read_answer().has("Connection: close\r\n"));
  EXPECT_EQ(closed.read_to_end(), "");

  RawClient kept{port()};
  kept.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_TRUE(kept.read_answer().has("Connection: keep-alive\r\n"));
  kept.send(get("/again"));
  EXPECT_EQ(kept.read_answer().body, "GET /again ");
}

TEST_F(HttpConnection, a_response_that_closes_ends_the_connection_after_it) {
  handler_.script = [](const Request&) { return Response{.body = "last", .close = true}; };
  start();
  RawClient client{port()};
  client.send(get("/") + get("/unanswered"));
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.body, "last");
  EXPECT_TRUE(answer.has("Connection: close\r\n"));
  EXPECT_EQ(client.read_to_end(), "");
  EXPECT_EQ(handler_.handled, 1);
}

TEST_F(HttpConnection, a_response_that_drops_ends_the_connection_without_an_answer) {
  handler_.script = [](const Request&) { return Response{.body = "never sent", .drop = true}; };
  start();
  RawClient client{port()};
  client.send(get("/"));
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(HttpConnection, a_handler_that_throws_answers_500_and_the_server_lives_on) {
  handler_.script = [](const Request& request) -> Response {
    if (request.head.target == "/bad") throw std::runtime_error{"secret"};
    return {.body = "fine"};
  };
  start();
  RawClient client{port()};
  client.send(get("/bad"));
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.status, 500U);
  EXPECT_EQ(answer.body, "");
  EXPECT_EQ(client.read_to_end(), "");
  RawClient other{port()};
  other.send(get("/good"));
  EXPECT_EQ(other.read_answer().body, "fine");
}

TEST_F(HttpConnection, an_idle_connection_is_closed_in_silence) {
  start({.limits = {.idle_deadline = soon}});
  RawClient client{port()};
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(HttpConnection, a_connection_idle_after_an_answer_is_closed_too) {
  start({.limits = {.idle_deadline = soon}});
  RawClient client{port()};
  client.send(get("/"));
  EXPECT_EQ(client.read_answer().status, 200U);
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(HttpConnection, a_busy_connection_outlives_the_idle_deadline_and_then_has_it_again) {
  start({.limits = {.idle_deadline = std::chrono::milliseconds{500}}});
  RawClient client{port()};
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds{800};
  while (std::chrono::steady_clock::now() < end) {
    client.send(get("/"));
    ASSERT_EQ(client.read_answer().status, 200U);
  }
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(HttpConnection, an_answer_larger_than_the_socket_buffers_arrives_whole) {
  const std::string large(std::size_t{8} << 20U, 'x');
  handler_.script = [&](const Request&) { return Response{.body = large}; };
  start();
  RawClient client{port()};
  client.send(get("/"));
  EXPECT_EQ(client.read_answer().body, large);
}

TEST_F(HttpConnection, a_client_that_does_not_read_is_cut_by_the_write_deadline) {
  handler_.script = [](const Request&) { return Response{.body = std::string(std::size_t{64} << 20U, 'x')}; };
  start({.limits = {.write_deadline = soon, .stop_deadline = std::chrono::minutes{10}}});
  RawClient client{port()};
  client.send(get("/"));
  ASSERT_TRUE(comes_true([&] { return handler_.handled == 1; }, patience));
  // It ends when the connection does, which here only the write deadline can bring about.
  server_->stop();
  EXPECT_LT(client.read_to_end().size(), std::size_t{64} << 20U);
}

}  // namespace clerk::server::http
