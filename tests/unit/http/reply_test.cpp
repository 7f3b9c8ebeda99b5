#include "tests/unit/http/scripted_handler.hpp"

#include <memory>
#include <vector>

namespace clerk::server::http {

namespace {

class HttpReply : public HttpServer {};

struct RecordingSink : Reply::Sink {
  std::vector<Response> answers{};
  bool gone{false};
  void deliver(Response response) override { answers.push_back(std::move(response)); }
  [[nodiscard]] bool abandoned() const noexcept override { return gone; }
};

}  // namespace

TEST(HttpReplyAlone, only_the_first_answer_of_all_copies_counts) {
  const auto sink = std::make_shared<RecordingSink>();
  const Reply reply{sink};
  const Reply copy = reply;
  copy({.status = 201});
  reply({.status = 202});
  ASSERT_EQ(sink->answers.size(), 1U);
  EXPECT_EQ(sink->answers.front().status, 201U);
}

TEST(HttpReplyAlone, a_reply_that_all_forgot_drops_the_connection) {
  const auto sink = std::make_shared<RecordingSink>();
  { const Reply forgotten{sink}; }
  ASSERT_EQ(sink->answers.size(), 1U);
  EXPECT_TRUE(sink->answers.front().drop);
}

TEST(HttpReplyAlone, an_empty_reply_does_nothing) {
  const Reply reply;
  reply({});
  EXPECT_FALSE(reply.abandoned());
}

TEST(HttpReplyAlone, it_asks_the_sink_whether_the_client_has_gone) {
  const auto sink = std::make_shared<RecordingSink>();
  const Reply reply{sink};
  EXPECT_FALSE(reply.abandoned());
  sink->gone = true;
  EXPECT_TRUE(reply.abandoned());
}

TEST_F(HttpReply, an_answer_may_come_from_another_thread) {
  start();
  RawClient client{port()};
  client.send(get("/later"));
  const Call call = handler_.later.take();
  std::thread{[&] { call.reply({.body = "from elsewhere"}); }}.join();
  EXPECT_EQ(client.read_answer().body, "from elsewhere");
}

TEST_F(HttpReply, a_second_answer_does_not_reach_the_next_request) {
  start();
  RawClient client{port()};
  client.send(get("/later") + get("/later"));
  const Call first = handler_.later.take();
  first.reply({.body = "first"});
  const Call second = handler_.later.take();
  first.reply({.body = "too late"});
  second.reply({.body = "second"});
  EXPECT_EQ(client.read_answer().body, "first");
  EXPECT_EQ(client.read_answer().body, "second");
}

TEST_F(HttpReply, a_forgotten_request_ends_its_connection) {
  start();
  RawClient client{port()};
  client.send(get("/later"));
  { const Call forgotten = handler_.later.take(); }
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(HttpReply, it_knows_that_the_client_has_closed) {
  start();
  RawClient client{port()};
  client.send(get("/later"));
  const Call call = handler_.later.take();
  EXPECT_FALSE(call.reply.abandoned());
  client.close();
  EXPECT_TRUE(comes_true([&] { return call.reply.abandoned(); }, patience));
  call.reply({.body = "for nobody"});
}

TEST_F(HttpReply, it_knows_that_the_client_was_reset) {
  start();
  RawClient client{port()};
  client.send(get("/later"));
  const Call call = handler_.later.take();
  client.reset();
  EXPECT_TRUE(comes_true([&] { return call.reply.abandoned(); }, patience));
}

TEST_F(HttpReply, it_knows_that_the_client_has_gone_behind_pipelined_bytes) {
  start();
  RawClient client{port()};
  client.send(get("/later") + get("/second"));
  const Call call = handler_.later.take();
  client.send(get("/third"));
  client.close();
  EXPECT_TRUE(comes_true([&] { return call.reply.abandoned(); }, patience));
}

TEST_F(HttpReply, the_second_request_of_a_connection_notices_it_too) {
  start();
  RawClient client{port()};
  client.send(get("/later"));
  handler_.later.take().reply({});
  EXPECT_EQ(client.read_answer().status, 200U);
  client.send(get("/later"));
  const Call call = handler_.later.take();
  EXPECT_FALSE(call.reply.abandoned());
  client.close();
  EXPECT_TRUE(comes_true([&] { return call.reply.abandoned(); }, patience));
}

TEST_F(HttpReply, a_client_that_only_stopped_sending_still_gets_its_answers) {
  start();
  RawClient client{port()};
  client.send(get("/later") + get("/second"));
  client.end_sending();
  handler_.later.take().reply({.body = "first"});
  EXPECT_EQ(client.read_answer().body, "first");
  EXPECT_EQ(client.read_answer().body, "GET /second ");
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(HttpReply, an_answer_after_the_server_has_stopped_goes_nowhere) {
  start({.limits = {.stop_deadline = std::chrono::milliseconds{1}}});
  RawClient client{port()};
  client.send(get("/later"));
  const Call call = handler_.later.take();
  server_->stop();
  EXPECT_TRUE(call.reply.abandoned());
  call.reply({.body = "too late"});
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(HttpReply, an_answer_after_the_server_is_gone_goes_nowhere) {
  start({.limits = {.stop_deadline = std::chrono::milliseconds{1}}});
  RawClient client{port()};
  client.send(get("/later"));
  const Call call = handler_.later.take();
  server_.reset();
  EXPECT_TRUE(call.reply.abandoned());
  call.reply({.body = "too late"});
}

TEST_F(HttpReply, answers_may_race_with_the_end_of_the_server) {
  for (int round = 0; round < 20; ++round) {
    start({.loops = 2, .limits = {.stop_deadline = std::chrono::milliseconds{1}}});
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 4; ++i) {
      clients.push_back(std::make_unique<RawClient>(port()));
      clients.back()->send(get("/later"));
    }
    std::vector<Call> calls;
    for (int i = 0; i < 4; ++i) calls.push_back(handler_.later.take());
    std::thread answering{[calls = std::move(calls)]() mutable {
      for (const Call& call : calls) call.reply({.body = "perhaps"});
      calls.clear();
    }};
    server_.reset();
    answering.join();
  }
}

}  // namespace clerk::server::http
