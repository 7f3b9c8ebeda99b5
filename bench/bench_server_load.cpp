// Drives a server over kept connections, each with one request in flight, from one thread, and reads the processor time
// that the server's process used meanwhile. One line of JSON; the key comes from CLERK_SECRET_KEY.
//
//   bench_server_load --base http://127.0.0.1:4500 --op get|patch --c 16 --n 50000 --warmup 2000 --pid 4711

#include "bench/command_line.hpp"
#include "bench/http_address.hpp"
#include "bench/json_line.hpp"
#include "bench/latencies.hpp"
#include "bench/load_connection.hpp"
#include "bench/process_clocks.hpp"
#include "bench/request_bytes.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <stdexcept>
#include <string>
#include <sys/epoll.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace clerk::bench {

namespace {

struct LoadArguments {
  std::string base{};
  std::string operation{};
  std::size_t connections{1};
  std::size_t requests{50'000};
  std::size_t warmup{2'000};
  pid_t server{0};
};

void declare(CLI::App& app, LoadArguments& arguments) {
  app.add_option("--base", arguments.base, "The server, such as http://127.0.0.1:4500")->required();
  app.add_option("--op", arguments.operation, "get: GET /v1/instance; patch: a PATCH of it that changes something")
      ->required()
      ->check(CLI::IsMember({"get", "patch"}));
  app.add_option("--c", arguments.connections, "Connections, each with one request in flight")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--n", arguments.requests, "Requests that are measured")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--warmup", arguments.warmup, "Requests before those")->capture_default_str();
  app.add_option("--pid", arguments.server, "The server's process, whose processor time is read")->required();
}

class Load {
 public:
  Load(const LoadArguments& arguments, const HttpAddress& server, RequestBytes requests)
      : requests_{std::move(requests)},
        success_{arguments.operation == "get" ? "200" : "204"},
        epoll_{::epoll_create1(EPOLL_CLOEXEC)} {
    if (epoll_ < 0) throw std::system_error{errno, std::generic_category(), "epoll_create1"};
    const auto endpoint = server.resolve();
    for (std::size_t made = 0; made < arguments.connections; ++made) {
      connections_.push_back(std::make_unique<LoadConnection>(endpoint));
      epoll_event event{};
      event.events = EPOLLIN;
      event.data.ptr = connections_.back().get();
      if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, connections_.back()->descriptor(), &event) != 0) {
        throw std::system_error{errno, std::generic_category(), "epoll_ctl"};
      }
    }
  }
  Load(const Load&) = delete;
  Load& operator=(const Load&) = delete;
  ~Load() { ::close(epoll_); }

  void send(std::size_t count, Latencies& latencies) {
    left_ = count;
    open_ = 0;
    for (const auto& connection : connections_) send_next(*connection);
    std::array<epoll_event, 256> events{};
    while (open_ > 0) {
      const int ready = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 30'000);
      if (ready < 0 && errno == EINTR) continue;
      if (ready <= 0) throw std::runtime_error{"the server has not answered for 30 seconds"};
      for (int at = 0; at < ready; ++at) {
        auto& connection = *static_cast<LoadConnection*>(events.at(static_cast<std::size_t>(at)).data.ptr);
        if (!connection.receive(success_)) continue;
        latencies.add(Clock::now() - connection.sent_at());
        --open_;
        send_next(connection);
      }
    }
  }

 private:
  void send_next(LoadConnection& connection) {
    if (left_ == 0) return;
    --left_;
    ++open_;
    connection.send(requests_.next());
  }

  RequestBytes requests_;
  std::string success_;
  int epoll_;
  std::vector<std::unique_ptr<LoadConnection>> connections_{};
  std::size_t left_{0};
  std::size_t open_{0};
};

void measure(const LoadArguments& arguments) {
  const auto server = HttpAddress::parse(arguments.base);
  Load load{arguments, server, RequestBytes{server, key_from_environment(), arguments.operation == "patch"}};
  Latencies warmup{arguments.warmup};
  load.send(arguments.warmup, warmup);

  const CpuOf cpu{arguments.server};
  Latencies latencies{arguments.requests};
  const auto cpu_before = cpu.now();
  const auto begun = Clock::now();
  load.send(arguments.requests, latencies);
  const std::chrono::duration<double> taken = Clock::now() - begun;
  const std::chrono::duration<double, std::micro> used = cpu.now() - cpu_before;

  const auto requests = static_cast<double>(latencies.size());
  JsonLine{}
      .add("op", arguments.operation)
      .add("c", arguments.connections)
      .add("n", latencies.size())
      .add("requests_per_s", requests / taken.count())
      .add("server_cpu_us_per_request", used.count() / requests)
      .add("p50_us", latencies.microseconds_at(0.50))
      .add("p99_us", latencies.microseconds_at(0.99))
      .print();
}

}  // namespace

}  // namespace clerk::bench

int main(int argc, char** argv) {
  using namespace clerk::bench;
  return run_program<LoadArguments>(argc, argv, "Measures a server of the API.", declare, measure);
}
