// Asks clerkd for users as one client does, over HTTP, of a store that bench_fill made; or changes its settings while
// others make users with passwords. One line of JSON; the key comes from CLERK_SECRET_KEY.
//
//   bench_users --base URL --op page|deep_page|email|count --users 1000000 --n 2000
//   bench_users --base URL --op settings --clients 64 --n 1000 --seconds 5

#include "bench/command_line.hpp"
#include "bench/kept_connection.hpp"
#include "bench/population.hpp"
#include "bench/timed_requests.hpp"

#include <atomic>
#include <exception>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace clerk::bench {

namespace {

struct UsersArguments {
  std::string base{};
  std::string operation{};
  std::size_t users{1'000'000};
  std::uint64_t seed{1};
  std::size_t clients{64};
  std::size_t requests{1'000};
  std::size_t warmup{50};
  std::size_t seconds{0};
  pid_t server{0};
};

void declare(CLI::App& app, UsersArguments& arguments) {
  app.add_option("--base", arguments.base, "The server, such as http://127.0.0.1:4500")->required();
  app.add_option(
         "--op", arguments.operation,
         "page: the newest 100; deep_page: 100 from the middle; email: who has an address; count: how many there "
         "are; settings: a PATCH of the restrictions while others make users")
      ->required()
      ->check(CLI::IsMember({"page", "deep_page", "email", "count", "settings"}));
  app.add_option("--users", arguments.users, "Users that the store was filled with")->capture_default_str();
  app.add_option("--seed", arguments.seed, "Seed that it was filled with")->capture_default_str();
  app.add_option("--clients", arguments.clients, "Others that make users meanwhile")->capture_default_str();
  app.add_option("--n", arguments.requests, "Requests that are measured")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--warmup", arguments.warmup, "Requests before those")->capture_default_str();
  app.add_option("--seconds", arguments.seconds, "For at least how long settings are changed")->capture_default_str();
  app.add_option("--pid", arguments.server, "The server's process, whose processor time is read");
}

void measure_reads(const UsersArguments& arguments, const HttpAddress& server, const std::string& key) {
  KeptConnection connection{server, key};
  const Population population{arguments.users, arguments.seed};
  std::mt19937_64 random{arguments.seed};
  const auto target = [&]() -> std::string {
    if (arguments.operation == "page") return "/v1/users?limit=100&order_by=-created_at";
    if (arguments.operation == "deep_page") {
      return "/v1/users?limit=100&order_by=-created_at&offset=" + std::to_string(arguments.users / 2);
    }
    if (arguments.operation == "count") return "/v1/users/count";
    return "/v1/users?email_address=" + population.person(random() % arguments.users).email_address;
  };
  const auto ask = [&] { return connection.get(target()); };
  measure_requests({.operation = arguments.operation,
                    .requests = arguments.requests,
                    .warmup = arguments.warmup,
                    .server = arguments.server},
                   ask);
}

/// Clients that make users with passwords, each one after the other, until they are told to stop.
class Crowd {
 public:
  Crowd(std::size_t clients, const HttpAddress& server, const std::string& key) {
    for (std::size_t client = 0; client < clients; ++client) {
      threads_.emplace_back([this, client, server, key](const std::stop_token& stop) {
        try {
          make_users(client, server, key, stop);
        } catch (...) {
          const std::lock_guard lock{mutex_};
          problem_ = std::current_exception();
        }
      });
    }
  }

  [[nodiscard]] std::size_t made() const noexcept { return made_; }

  /// \throws what went wrong in any of them
  void stop() {
    for (std::jthread& thread : threads_) thread.request_stop();
    threads_.clear();
    if (problem_) std::rethrow_exception(problem_);
  }

 private:
  void make_users(std::size_t client, const HttpAddress& server, const std::string& key, const std::stop_token& stop) {
    KeptConnection connection{server, key};
    const std::string mine = "crowd" + std::to_string(::getpid()) + "-" + std::to_string(client) + "-";
    for (std::size_t number = 0; !stop.stop_requested(); ++number) {
      const std::string address = mine + std::to_string(number) + "@example.com";
      connection.send("POST", "/v1/users",
                      R"({"email_address":[")" + address + R"("],"password":"an engine of analysis"})");
      ++made_;
    }
  }

  std::atomic<std::size_t> made_{0};
  std::mutex mutex_{};
  std::exception_ptr problem_{};
  std::vector<std::jthread> threads_{};
};

void measure_settings(const UsersArguments& arguments, const HttpAddress& server, const std::string& key) {
  KeptConnection connection{server, key};
  std::size_t sent = 0;
  const auto ask = [&] {
    const bool on = ++sent % 2 == 0;
    return connection.send("PATCH", "/v1/instance/restrictions",
                           std::string{R"({"block_email_subaddresses":)"} + (on ? "true}" : "false}"));
  };
  Crowd crowd{arguments.clients, server, key};
  while (arguments.clients > 0 && crowd.made() == 0) std::this_thread::yield();
  time_each(arguments.warmup, ask);
  const std::size_t before = crowd.made();
  const auto begun = Clock::now();
  Latencies latencies = time_each(arguments.requests, ask);
  while (Clock::now() - begun < std::chrono::seconds{arguments.seconds}) latencies.add(ask());
  const std::chrono::duration<double> taken = Clock::now() - begun;
  const auto made = static_cast<double>(crowd.made() - before);
  crowd.stop();
  line_of(arguments.operation, latencies)
      .add("clients", arguments.clients)
      .add("users_per_s", made / taken.count())
      .print();
}

void measure(const UsersArguments& arguments) {
  const auto server = HttpAddress::parse(arguments.base);
  const std::string key = key_from_environment();
  if (arguments.operation == "settings") {
    measure_settings(arguments, server, key);
  } else {
    measure_reads(arguments, server, key);
  }
}

}  // namespace

}  // namespace clerk::bench

int main(int argc, char** argv) {
  using namespace clerk::bench;
  return run_program<UsersArguments>(argc, argv, "Measures clerkd with many users.", declare, measure);
}
