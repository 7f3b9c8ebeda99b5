#include "server/store/sqlite_checkpointer.hpp"

#include "server/store/database.hpp"

#include <sqlite3.h>

#include <exception>
#include <utility>

namespace clerk::server::store {

namespace {

// With the writer paused, readers are not waited for any longer.
constexpr int patience_ms = 100;
constexpr std::int64_t frame_head_bytes = 24;

}  // namespace

void SqliteCheckpointer::watch(Session& writer) {
  page_bytes_ = std::get<std::int64_t>(writer.query("PRAGMA page_size").at(0).at(0));
  sqlite3_wal_hook(
      writer.native(),
      [](void* self, sqlite3* /*connection*/, const char* /*name*/, int pages) {
        auto& checkpointer = *static_cast<SqliteCheckpointer*>(self);
        checkpointer.grown(pages * (checkpointer.page_bytes_ + frame_head_bytes));
        return SQLITE_OK;
      },
      this);
}

void SqliteCheckpointer::stop() {
  {
    const std::lock_guard lock{mutex_};
    stopping_ = true;
    if (session_) sqlite3_interrupt(session_->native());
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
  // The writer's connection is then the last one, and its close leaves no log for the next start to read.
  session_.reset();
}

void SqliteCheckpointer::grown(std::int64_t bytes) {
  const std::lock_guard lock{mutex_};
  if (bytes < last_bytes_) last_bytes_ = 0;  // the log began anew
  // A reader can hold a checkpoint back; to try again after every COMMIT would be in vain.
  const auto limit = bytes > limits_.truncate_bytes ? limits_.truncate_bytes : limits_.passive_bytes;
  const bool worth_it = last_bytes_ == 0 || bytes - last_bytes_ > limit / 4;
  if (stopping_ || bytes <= limits_.passive_bytes || !worth_it) return;
  due_bytes_ = bytes;
  last_bytes_ = bytes;
  if (!thread_.joinable()) thread_ = std::thread{[this] { run(); }};
  wake_.notify_one();
}

void SqliteCheckpointer::run() {
  std::unique_lock lock{mutex_};
  while (true) {
    wake_.wait(lock, [this] { return stopping_ || due_bytes_ > 0; });
    if (stopping_) return;
    const std::int64_t bytes = std::exchange(due_bytes_, 0);
    lock.unlock();
    try {
      checkpoint(bytes);
    } catch (const std::exception&) {
      // No file handles left, say: the log grows on, and a later COMMIT asks again.
    }
    lock.lock();
  }
}

void SqliteCheckpointer::checkpoint(std::int64_t bytes) {
  if (!session_) {
    auto opened = database_.open_session();
    sqlite3_busy_timeout(opened->native(), patience_ms);
    const std::lock_guard lock{mutex_};
    session_ = std::move(opened);
  }
  if (bytes <= limits_.truncate_bytes) {
    sqlite3_wal_checkpoint_v2(session_->native(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    return;
  }
  const std::lock_guard pause{writers_turn_};
  sqlite3_wal_checkpoint_v2(session_->native(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

}  // namespace clerk::server::store
