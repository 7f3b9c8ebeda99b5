// What one durable commit costs on this disk: plain SQLite writes one row and commits, with the write-ahead log and
// synchronous=FULL as clerkd has them. One line of JSON.
//
//   bench_sqlite_commit --folder FOLDER --n 500

#include "bench/command_line.hpp"
#include "bench/json_line.hpp"
#include "bench/latencies.hpp"
#include "bench/process_clocks.hpp"

#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <unistd.h>

namespace clerk::bench {

namespace {

struct CommitArguments {
  std::string folder{};
  std::size_t commits{500};
  std::size_t bytes{1'500};
};

void declare(CLI::App& app, CommitArguments& arguments) {
  app.add_option("--folder", arguments.folder, "Where the database is made, and deleted at the end")
      ->required()
      ->check(CLI::ExistingDirectory);
  app.add_option("--n", arguments.commits, "Commits")->check(CLI::PositiveNumber)->capture_default_str();
  app.add_option("--bytes", arguments.bytes, "Size of a row, which is about that of a settings document")
      ->capture_default_str();
}

class Database {
 public:
  explicit Database(std::string file) : file_{std::move(file)} {
    sqlite3* opened = nullptr;
    const int status = sqlite3_open(file_.c_str(), &opened);
    database_.reset(opened);
    if (status != SQLITE_OK) throw std::runtime_error{file_ + ": " + sqlite3_errmsg(opened)};
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() {
    database_.reset();
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file_ + end);
  }

  void run(const std::string& sql) {
    if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
      throw std::runtime_error{sqlite3_errmsg(database_.get())};
    }
  }

 private:
  struct Close {
    void operator()(sqlite3* database) const noexcept { sqlite3_close(database); }
  };

  std::string file_;
  std::unique_ptr<sqlite3, Close> database_{};
};

void measure(const CommitArguments& arguments) {
  Database database{arguments.folder + "/commit-" + std::to_string(::getpid()) + ".db"};
  database.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE documents (text TEXT NOT NULL)");
  const std::string insert = "INSERT INTO documents VALUES ('" + std::string(arguments.bytes, 'x') + "')";

  Latencies latencies{arguments.commits};
  const auto cpu_before = own_cpu();
  const auto begun = Clock::now();
  for (std::size_t made = 0; made < arguments.commits; ++made) {
    const auto since = Clock::now();
    database.run("BEGIN IMMEDIATE");
    database.run(insert);
    database.run("COMMIT");
    latencies.add(Clock::now() - since);
  }
  const std::chrono::duration<double> taken = Clock::now() - begun;
  const std::chrono::duration<double, std::micro> cpu = own_cpu() - cpu_before;
  JsonLine{}
      .add("n", latencies.size())
      .add("commits_per_s", static_cast<double>(latencies.size()) / taken.count())
      .add("cpu_us_per_commit", cpu.count() / static_cast<double>(latencies.size()))
      .add("p50_us", latencies.microseconds_at(0.50))
      .add("p99_us", latencies.microseconds_at(0.99))
      .print();
}

}  // namespace

}  // namespace clerk::bench

int main(int argc, char** argv) {
  using namespace clerk::bench;
  return run_program<CommitArguments>(argc, argv, "Measures durable commits of plain SQLite.", declare, measure);
}
