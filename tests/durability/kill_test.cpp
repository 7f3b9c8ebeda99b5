#include "server/store/temporary_folder.hpp"
#include "tests/durability/clerkd_process.hpp"
#include "tests/durability/http_client.hpp"
#include "tests/durability/sqlite_file.hpp"
#include "tests/durability/write_ledger.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <latch>
#include <map>
#include <random>
#include <thread>

namespace clerk::testing {
namespace {

using Clock = std::chrono::steady_clock;

constexpr unsigned writer_count = 16;
constexpr int integrity_every = 5;  // rounds
const std::string common_key = "sk_test_common0123456789";

unsigned number_from(const char* variable, unsigned otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : static_cast<unsigned>(std::stoul(text));
}

struct Instance {
  std::string key{};
  std::string id{};
  WriteLedger ledger{};
};

/// One thread's writing: to an instance of its own, and now and then to the one that all share.
struct Writer {
  Instance own{};
  std::mt19937 random{};
  std::uint64_t last{};  ///< number of its last write to its own instance
  std::vector<std::pair<std::uint64_t, WriteLedger::Write>> shared{};
};

struct Tally {
  std::uint64_t acknowledged{};
  std::uint64_t in_flight{};
  std::uint64_t in_flight_stored{};  ///< written, but killed before the answer was out
  std::uint64_t lost{};
  std::uint64_t torn{};
  unsigned rounds_in_flight{};
  std::vector<std::chrono::microseconds> restarts{};
};

class KilledServer : public ::testing::Test {
 protected:
  void SetUp() override {
    std::cout << "seed " << seed << ", to run again: CLERK_KILL_SEED=" << seed << '\n';
    for (unsigned i = 0; i < writer_count; ++i) {
      writers.push_back(
          {.own = {.key = "sk_test_writer_" + std::to_string(1000 + i)}, .random = std::mt19937{seed + i}});
    }
    server = start();
    ASSERT_TRUE(server->is_ready()) << server->said();
    HttpClient client{server->port(), common_key};
    for (Writer& writer : writers) {
      const auto made = client.send("POST", "/__clerkd/instances", R"({"secret_key":")" + writer.own.key + R"("})");
      ASSERT_TRUE(made && made->status == 200);
      begin_anew(writer.own, 0);
    }
    begin_anew(common, 0);
  }

  std::unique_ptr<ClerkdProcess> start() {
    return std::make_unique<ClerkdProcess>(
        std::vector<std::string>{"--store", "sqlite:" + file, "--secret-key", common_key, "--log-level", "warning"});
  }

  void begin_anew(Instance& instance, std::uint64_t number) {
    HttpClient client{server->port(), instance.key};
    const auto shown = client.get("/v1/instance");
    ASSERT_TRUE(shown && shown->status == 200);
    instance.id = boost::json::parse(shown->body).at("id").as_string();
    const auto answer = client.patch("/v1/instance", numbered_patch(number));
    ASSERT_TRUE(answer && answer->status == 204);
    instance.ledger.begin_with({.number = number, .version = versions().at(instance.id)}, Clock::now());
  }

  /// The version of each instance, by its id.
  std::map<std::string, std::uint64_t> versions() {
    std::map<std::string, std::uint64_t> all;
    const auto list = HttpClient{server->port(), common_key}.get("/__clerkd/instances");
    const boost::json::value whole = boost::json::parse(list.value().body);
    for (const boost::json::value& instance : whole.at("data").as_array()) {
      all[std::string{instance.at("id").as_string()}] = instance.at("version").to_number<std::uint64_t>();
    }
    return all;
  }

  void write_until_killed(std::chrono::milliseconds delay);
  void write_on(Writer& writer, std::latch& writing);
  void restart();
  void judge_all();
  void judge(Instance& instance, std::uint64_t version, std::uint64_t& last);
  void report(unsigned rounds);

  const unsigned seed = number_from("CLERK_KILL_SEED", std::random_device{}());
  server::store::TemporaryFolder folder{};
  const std::string file{folder.path() + "/clerkd.db"};
  std::unique_ptr<ClerkdProcess> server{};
  std::vector<Writer> writers{};
  Instance common{.key = common_key};
  std::atomic<std::uint64_t> common_last{};
  Tally tally{};
};

/// Writes, one request after the other, until the server is gone.
void KilledServer::write_on(Writer& writer, std::latch& writing) {
  HttpClient own{server->port(), writer.own.key};
  HttpClient shared{server->port(), common_key};
  for (bool first = true;; first = false) {
    const bool to_shared = !first && std::uniform_int_distribution{0, 7}(writer.random) == 0;
    const std::uint64_t number = to_shared ? ++common_last : ++writer.last;
    const std::string body = numbered_patch(number);
    WriteLedger::Write write{.begun = Clock::now()};
    const auto answer = (to_shared ? shared : own).patch("/v1/instance", body);
    if (answer) {
      EXPECT_EQ(answer->status, 204U) << answer->body;
      write.acknowledged = Clock::now();
    }
    if (to_shared) {
      writer.shared.emplace_back(number, write);
    } else {
      writer.own.ledger.add(number, write);
    }
    if (first) writing.count_down();
    if (!answer || answer->status != 204) return;
  }
}

void KilledServer::write_until_killed(std::chrono::milliseconds delay) {
  std::latch writing{writer_count};
  std::vector<std::thread> threads;
  for (Writer& writer : writers) threads.emplace_back([&] { write_on(writer, writing); });
  writing.wait();
  std::this_thread::sleep_for(delay);  // for no condition: a moment at random is the point
  server->kill();
  for (std::thread& thread : threads) thread.join();

  std::uint64_t in_flight = 0;
  for (Writer& writer : writers) {
    for (const auto& [number, write] : writer.shared) common.ledger.add(number, write);
    writer.shared.clear();
    tally.acknowledged += writer.own.ledger.acknowledged();
    in_flight += writer.own.ledger.in_flight();
  }
  tally.acknowledged += common.ledger.acknowledged();
  in_flight += common.ledger.in_flight();
  tally.in_flight += in_flight;
  if (in_flight > 0) ++tally.rounds_in_flight;
}

void KilledServer::restart() {
  server = start();
  ASSERT_TRUE(server->is_ready()) << server->said();
  const auto answer = HttpClient{server->port(), common_key}.get("/v1/instance");
  ASSERT_TRUE(answer && answer->status == 200);
  tally.restarts.push_back(std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - server->started_at()));
}

void KilledServer::judge(Instance& instance, std::uint64_t version, std::uint64_t& last) {
  const auto answer = HttpClient{server->port(), instance.key}.get("/__clerkd/settings");
  ASSERT_TRUE(answer && answer->status == 200) << "the instance is gone";
  const auto number = number_in(answer->body);
  if (!number) {
    ++tally.torn;
    ADD_FAILURE() << instance.key << " is torn: " << answer->body.substr(0, 500);
    return begin_anew(instance, ++last);
  }
  const WriteLedger::Seen seen{.number = *number, .version = version};
  const WriteLedger::Judgement judgement = instance.ledger.judge(seen);
  if (judgement.lost) ++tally.lost;
  EXPECT_FALSE(judgement.lost) << instance.key << " " << judgement.reason;
  if (judgement.unacknowledged) ++tally.in_flight_stored;
  instance.ledger.begin_with(seen, Clock::now());
}

void KilledServer::judge_all() {
  const auto version_of = versions();
  for (Writer& writer : writers) judge(writer.own, version_of.at(writer.own.id), writer.last);
  std::uint64_t last = common_last;
  judge(common, version_of.at(common.id), last);
  common_last = last;
}

void KilledServer::report(unsigned rounds) {
  std::ranges::sort(tally.restarts);
  const auto ms = [](std::chrono::microseconds time) { return static_cast<double>(time.count()) / 1000.0; };
  std::cout << "rounds " << rounds << " (" << tally.rounds_in_flight << " with writes in flight), acknowledged "
            << tally.acknowledged << ", unacknowledged in flight " << tally.in_flight << " (of them stored "
            << tally.in_flight_stored << "), lost " << tally.lost << ", torn " << tally.torn << '\n';
  if (tally.restarts.empty()) return;
  std::cout << "restart to first answer: best " << ms(tally.restarts.front()) << " ms, median "
            << ms(tally.restarts[tally.restarts.size() / 2]) << " ms, worst " << ms(tally.restarts.back()) << " ms\n";
}

TEST_F(KilledServer, HasEveryAcknowledgedWriteAndNoTornOne) {
  const unsigned rounds = number_from("CLERK_KILL_ROUNDS", 50);
  std::mt19937 random{seed};
  for (unsigned round = 1; round <= rounds && !HasFatalFailure(); ++round) {
    write_until_killed(std::chrono::milliseconds{std::uniform_int_distribution{20, 300}(random)});
    if (round % integrity_every == 0) {
      EXPECT_EQ(integrity_of(file), "ok");
    }
    restart();
    if (!HasFatalFailure()) judge_all();
  }
  report(rounds);
  EXPECT_EQ(tally.lost, 0U);
  EXPECT_EQ(tally.torn, 0U);
  EXPECT_GE(tally.rounds_in_flight * 2, rounds) << "too few kills hit a server at work: they show nothing";
  EXPECT_EQ(server->stop(), 0) << server->said();
}

}  // namespace
}  // namespace clerk::testing
