#include "tests/unit/http/scripted_handler.hpp"

#include <gmock/gmock.h>

#include <future>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <vector>

namespace clerk::server::http {

namespace {

using testing::HasSubstr;

class HttpServerLife : public HttpServer {
 protected:
  std::string problem_of(const ServerOptions& options) {
    try {
      const Server server{options, handler_};
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "";
  }
};

}  // namespace

TEST_F(HttpServerLife, a_second_server_on_the_same_port_says_what_to_do) {
  start();
  const std::string problem = problem_of({.port = port()});
  EXPECT_THAT(problem, HasSubstr("can't listen on 127.0.0.1 port " + std::to_string(port())));
  EXPECT_THAT(problem, HasSubstr("choose another port"));
}

TEST_F(HttpServerLife, an_address_of_another_machine_is_refused_by_name) {
  EXPECT_THAT(problem_of({.address = "192.0.2.1", .port = 4500}), HasSubstr("192.0.2.1 port 4500"));
  EXPECT_THAT(problem_of({.address = "no address at all"}), HasSubstr("no address at all"));
}

TEST_F(HttpServerLife, it_listens_on_ipv6) {
  try {
    start({.address = "::1"});
  } catch (const std::runtime_error& error) {
    GTEST_SKIP() << "no IPv6 here: " << error.what();
  }
  RawClient client{port(), true};
  client.send(get("/"));
  EXPECT_EQ(client.read_answer().status, 200U);
}

TEST_F(HttpServerLife, it_listens_on_the_name_of_this_machine) {
  start({.address = "localhost"});
  EXPECT_NE(port(), 0);
}

TEST_F(HttpServerLife, a_server_that_never_started_ends_quietly) {
  const Server server{{}, handler_};
  EXPECT_NE(server.port(), 0);
  EXPECT_EQ(server.loops(), 1U);
}

TEST_F(HttpServerLife, connections_are_handed_to_the_loops_in_turn) {
  start({.loops = 3});
  std::map<std::size_t, int> per_loop;
  std::map<std::size_t, std::set<std::thread::id>> threads;
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 6; ++i) {
    clients.push_back(std::make_unique<RawClient>(port()));
    clients.back()->send(get("/later"));
    const Call call = handler_.later.take();
    ++per_loop[call.request.loop];
    threads[call.request.loop].insert(call.thread);
    call.reply({});
  }
  EXPECT_THAT(per_loop, testing::ElementsAre(testing::Pair(0, 2), testing::Pair(1, 2), testing::Pair(2, 2)));
  for (const auto& [loop, ids] : threads) EXPECT_EQ(ids.size(), 1U) << loop;
}

TEST_F(HttpServerLife, a_posted_function_runs_on_its_loop) {
  Server& server = start({.loops = 2});
  RawClient first{port()};
  first.send(get("/later"));
  const Call call = handler_.later.take();
  const auto thread_of = [&](std::size_t loop) {
    std::promise<std::thread::id> id;
    server.post(loop, [&] { id.set_value(std::this_thread::get_id()); });
    return id.get_future().get();
  };
  EXPECT_EQ(thread_of(call.request.loop), call.thread);
  EXPECT_NE(thread_of(1 - call.request.loop), call.thread);
  call.reply({});
}

TEST_F(HttpServerLife, what_is_posted_after_the_stop_is_let_go) {
  Server& server = start();
  server.stop();
  server.post(0, [] { FAIL() << "a loop runs after the stop"; });
}

TEST_F(HttpServerLife, stop_lets_the_request_in_flight_be_answered) {
  start({.limits = {.stop_deadline = std::chrono::minutes{10}}});
  RawClient client{port()};
  client.send(get("/later"));
  const Call call = handler_.later.take();
  std::thread stopping{[&] { server_->stop(); }};
  EXPECT_TRUE(comes_true([&] { return !accepts_connections(port()); }, patience));
  call.reply({.body = "finished"});
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.body, "finished");
  EXPECT_EQ(client.read_to_end(), "");
  stopping.join();
}

TEST_F(HttpServerLife, stop_lets_a_body_on_its_way_be_answered) {
  start({.limits = {.stop_deadline = std::chrono::minutes{10}}});
  RawClient client{port()};
  client.send(post_head("Content-Length: 5\r\nExpect: 100-continue\r\n"));
  EXPECT_EQ(client.read_answer().status, 100U);
  std::thread stopping{[&] { server_->stop(); }};
  EXPECT_TRUE(comes_true([&] { return !accepts_connections(port()); }, patience));
  client.send("hello");
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.body, "POST / hello");
  stopping.join();
}

TEST_F(HttpServerLife, stop_closes_idle_connections_and_unfinished_heads_at_once) {
  start({.limits = {.stop_deadline = std::chrono::minutes{10}}});
  RawClient idle{port()};
  RawClient used{port()};
  RawClient partial{port()};
  used.send(get("/"));
  EXPECT_EQ(used.read_answer().status, 200U);
  partial.send(get("/") + "GET /unfin");
  EXPECT_EQ(partial.read_answer().status, 200U);
  server_->stop();
  EXPECT_EQ(idle.read_to_end(), "");
  EXPECT_EQ(used.read_to_end(), "");
  EXPECT_EQ(partial.read_to_end(), "");
}

TEST_F(HttpServerLife, stop_cuts_what_is_not_answered_by_its_deadline) {
  start({.limits = {.stop_deadline = std::chrono::milliseconds{20}}});
  RawClient client{port()};
  client.send(get("/later"));
  const Call call = handler_.later.take();
  server_->stop();
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(HttpServerLife, a_request_sent_before_the_stop_is_answered_or_its_connection_closed) {
  start({.loops = 2});
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 8; ++i) {
    clients.push_back(std::make_unique<RawClient>(port()));
    clients.back()->send(get("/"));
  }
  server_->stop();
  for (const auto& client : clients) {
    const std::string all = client->read_to_end();
    if (!all.empty()) {
      EXPECT_THAT(all, testing::EndsWith("GET / "));
    }
  }
}

TEST_F(HttpServerLife, stop_may_be_called_again_and_from_several_threads) {
  start();
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] { server_->stop(); });
  }
  for (std::thread& thread : threads) thread.join();
  server_->stop();
  EXPECT_FALSE(accepts_connections(port()));
}

TEST_F(HttpServerLife, many_clients_at_once_are_answered_from_other_threads) {
  start({.loops = 2});
  constexpr int clients = 8;
  constexpr int requests = 50;
  std::thread answering{[&] {
    for (int i = 0; i < clients * requests; ++i) {
      const Call call = handler_.later.take();
      call.reply({.body = call.request.body});
    }
  }};
  std::vector<std::thread> asking;
  for (int i = 0; i < clients; ++i) {
    asking.emplace_back([&, i] {
      RawClient client{port()};
      const std::string body(static_cast<std::size_t>(i + 1), 'x');
      const std::string request = post_head("Content-Length: " + std::to_string(body.size()) + "\r\n", "/later") + body;
      for (int n = 0; n < requests; ++n) {
        client.send(request);
        ASSERT_EQ(client.read_answer().body, body);
      }
    });
  }
  for (std::thread& thread : asking) thread.join();
  answering.join();
}

}  // namespace clerk::server::http
