// The peer of clerkd: a bare Boost.Beast server that answers every GET with the bytes of one answer of clerkd's, asked
// for at its start. It has as many event loops as it is told, each with a thread, and one acceptor that hands them
// connections in turn, as clerkd has. It leaves out all else: no keys, no routes, no timeouts, no limits but Beast's
// own; the answer is made once and written again and again.
//
//   bench_server_beast --like http://127.0.0.1:4500/v1/instance --threads 2

#include "bench/command_line.hpp"
#include "bench/http_address.hpp"

#include <clerk/version.hpp>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <algorithm>
#include <csignal>
#include <cstddef>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace clerk::bench {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using Answer = http::response<http::string_body>;

struct BeastArguments {
  std::string like{};
  std::size_t threads{std::max<std::size_t>(1, std::thread::hardware_concurrency())};
};

void declare(CLI::App& app, BeastArguments& arguments) {
  app.add_option("--like", arguments.like,
                 "Where the answer is asked for once, such as http://127.0.0.1:4500/v1/instance")
      ->required();
  app.add_option("--threads", arguments.threads, "Event loops")->check(CLI::PositiveNumber)->capture_default_str();
}

Answer ask(const HttpAddress& server, const std::string& key) {
  asio::io_context context;
  beast::tcp_stream stream{context};
  stream.connect(server.resolve());
  http::request<http::empty_body> request{http::verb::get, server.path, 11};
  request.set(http::field::host, server.host + ':' + server.port);
  request.set(http::field::authorization, "Bearer " + key);
  request.set("Clerk-API-Version", std::string{default_api_version});
  http::write(stream, request);
  beast::flat_buffer buffer;
  Answer answer;
  http::read(stream, buffer, answer);
  if (answer.result() != http::status::ok) {
    throw std::runtime_error{"the answer to repeat is " + std::to_string(answer.result_int()) + ": " + answer.body()};
  }
  return answer;
}

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(tcp::socket socket, const Answer& answer) : stream_{std::move(socket)}, answer_{answer} {
    error_code ignored;
    stream_.socket().set_option(tcp::no_delay{true}, ignored);
  }

  void read() {
    request_ = {};
    http::async_read(stream_, buffer_, request_, [self = shared_from_this()](error_code error, std::size_t) {
      if (!error) self->write();
    });
  }

 private:
  void write() {
    http::async_write(stream_, answer_, [self = shared_from_this()](error_code error, std::size_t) {
      if (!error) self->read();
    });
  }

  beast::tcp_stream stream_;
  beast::flat_buffer buffer_{};
  http::request<http::empty_body> request_{};
  const Answer& answer_;
};

/// Event loops with a thread each, and the acceptor on the first.
class Server {
 public:
  Server(std::size_t threads, const Answer& answer) : answer_{answer}, loops_{make_loops(threads)} {}

  [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

  /// Until the process is told to end.
  void run() {
    asio::signal_set signals{first(), SIGINT, SIGTERM};
    signals.async_wait([this](error_code, int) {
      for (const auto& loop : loops_) loop->stop();
    });
    accept();
    std::vector<std::thread> threads;
    for (const auto& loop : loops_) {
      threads.emplace_back([&loop] {
        const auto work = asio::make_work_guard(*loop);
        loop->run();
      });
    }
    for (std::thread& thread : threads) thread.join();
  }

 private:
  using Loops = std::vector<std::unique_ptr<asio::io_context>>;

  static Loops make_loops(std::size_t count) {
    Loops loops;
    for (std::size_t made = 0; made < count; ++made) loops.push_back(std::make_unique<asio::io_context>(1));
    return loops;
  }

  [[nodiscard]] asio::io_context& first() const { return *loops_.front(); }

  void accept() {
    acceptor_.async_accept(*loops_[turn_], [this](error_code error, tcp::socket socket) {
      if (!error) {
        const auto session = std::make_shared<Session>(std::move(socket), answer_);
        asio::post(*loops_[turn_], [session] { session->read(); });
        turn_ = (turn_ + 1) % loops_.size();
      }
      accept();
    });
  }

  const Answer& answer_;
  Loops loops_;
  tcp::acceptor acceptor_{first(), tcp::endpoint{asio::ip::address_v4::loopback(), 0}};
  std::size_t turn_{0};
};

void serve(const BeastArguments& arguments) {
  const Answer answer = ask(HttpAddress::parse(arguments.like), key_from_environment());
  Server server{arguments.threads, answer};
  std::cout << "ready http://127.0.0.1:" << server.port() << std::endl;
  server.run();
}

}  // namespace

}  // namespace clerk::bench

int main(int argc, char** argv) {
  using namespace clerk::bench;
  return run_program<BeastArguments>(argc, argv, "A bare Boost.Beast server to measure against.", declare, serve);
}
