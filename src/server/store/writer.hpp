#pragma once

#include "server/store/transaction.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace clerk::server::store {

class Database;
class Session;

/// What a member of a group makes of its work.
enum class Verdict {
  commit,
  undo,  ///< nothing of it stays; not an error
};

enum class Outcome {
  committed,      ///< what was to stay is on disk; also when the member itself undid everything
  not_committed,  ///< nothing was written, it may be tried again
  unknown,        ///< it may be on disk or not
  expired,        ///< not begun: its deadline passed or its client left
  failed,         ///< `apply` threw; nothing of it stays
};

struct Job {
  std::uint64_t connection{};
  std::size_t loop{};
  std::chrono::steady_clock::time_point deadline{};
  std::function<bool()> abandoned{};             ///< asked once, before it begins
  std::function<Verdict(Transaction&)> apply{};  ///< on the writer's thread; may run again
  std::function<void(Outcome)> done{};           ///< once, on the job's loop
};

struct WriterOptions {
  std::size_t max_queue{1024};
  std::size_t max_group{64};
  std::chrono::microseconds max_group_work{5'000};
  /// Sees each connection of the writer when it has been opened: for tests and measurements.
  std::function<void(Session&)> on_open{};
};

struct WriterCounters {
  std::uint64_t groups{};
  std::uint64_t members{};
  std::uint64_t commits{};  ///< groups that had something to write
};

/// The one writer of a database. Whatever waits is applied as a group, each member in a savepoint of its own, and
/// committed with one sync; no answer leaves before that.
class Writer {
 public:
  /// Runs functions on an event loop; all `done` of a group and loop are handed over at once.
  using Publish = std::function<void(std::size_t loop, std::vector<std::function<void()>> functions)>;

  Writer(Database& database, WriterOptions options = {});
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer();  ///< stops

  /// Where `done` runs; without it, on the writer's thread. Set before the first submit().
  void publish_by(Publish publish);

  /// Sees the file when it has been opened anew after a failure, before anything else is done with it: what was known
  /// of its content may be wrong. Until this has returned without an exception, nothing is written and healthy() is
  /// false. Runs on the writer's thread; set before the first submit().
  void on_reopen(std::function<void(Transaction&)> look);

  /// False when the queue is full or the writer has stopped: the job is not taken and `done` not called.
  [[nodiscard]] bool submit(Job job);

  /// Applies one function in a transaction of its own and waits for the outcome. Not from an event loop.
  /// \throws what `apply` threw, StoreError when it could not be committed, or StoreUnavailable, naming the file, when
  /// the database itself failed
  void run(const std::function<void(Transaction&)>& apply);

  /// Whether the database can be written, as far as is known.
  [[nodiscard]] bool healthy() const noexcept;
  [[nodiscard]] WriterCounters counters() const noexcept;

  /// Finishes what is queued, then ends the thread. More than once does nothing.
  void stop();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace clerk::server::store
