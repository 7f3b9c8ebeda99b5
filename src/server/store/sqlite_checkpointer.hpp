#pragma once

#include "server/store/session.hpp"
#include "server/store/turn_lock.hpp"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>

namespace clerk::server::store {

class Database;

struct CheckpointLimits {
  std::int64_t passive_bytes{std::int64_t{4} * 1024 * 1024};
  std::int64_t truncate_bytes{std::int64_t{64} * 1024 * 1024};
};

/// Moves the write-ahead log into the database on a thread of its own: beside the writer above one size, with the
/// writer paused above another. The thread starts with the first log that is large enough.
class SqliteCheckpointer {
 public:
  /// Holds `writers_turn` while the writer has to pause.
  SqliteCheckpointer(const Database& database, TurnLock& writers_turn, CheckpointLimits limits = {})
      : database_{database}, writers_turn_{writers_turn}, limits_{limits} {}
  SqliteCheckpointer(const SqliteCheckpointer&) = delete;
  SqliteCheckpointer& operator=(const SqliteCheckpointer&) = delete;
  ~SqliteCheckpointer() { stop(); }

  /// Has the connection report the size of the log after each COMMIT, as long as this lives.
  void watch(Session& writer);

  /// Breaks off a checkpoint that runs: the next start finds the log as it is.
  void stop();

 private:
  void grown(std::int64_t bytes);
  void run();
  void checkpoint(std::int64_t bytes);

  const Database& database_;
  TurnLock& writers_turn_;
  const CheckpointLimits limits_;
  std::unique_ptr<Session> session_{};
  std::mutex mutex_{};
  std::condition_variable wake_{};
  std::int64_t page_bytes_{};
  std::int64_t due_bytes_{};   ///< 0: nothing to do
  std::int64_t last_bytes_{};  ///< the log's size at the last attempt
  bool stopping_{};
  std::thread thread_{};
};

}  // namespace clerk::server::store
