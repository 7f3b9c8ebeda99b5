#include "server/store/writer.hpp"

#include "server/store/database.hpp"
#include "server/store/job_queue.hpp"
#include "server/store/sqlite_checkpointer.hpp"
#include "server/store/sqlite_errors.hpp"
#include "server/store/turn_lock.hpp"
#include "server/store/write_group.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace clerk::server::store {

namespace {

using Clock = std::chrono::steady_clock;

// A database that failed is tried this often: nobody sends requests to a server that says it is not ready.
constexpr std::chrono::milliseconds probe_interval{250};

bool is_dropped(const Job& job) {
  const bool has_deadline = job.deadline != Clock::time_point{};
  return (has_deadline && job.deadline <= Clock::now()) || (job.abandoned && job.abandoned());
}

}  // namespace

class Writer::Impl {
 public:
  Impl(Database& database, WriterOptions options)
      : database_{database},
        options_{std::move(options)},
        queue_{options_.max_queue},
        checkpointer_{database_, turn_},
        session_{open()},
        thread_{[this] { serve(); }} {}

  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { stop(); }

  void publish_by(Publish publish) { publish_ = std::move(publish); }
  void on_reopen(std::function<void(Transaction&)> look) { look_ = std::move(look); }
  [[nodiscard]] bool submit(Job job) { return queue_.push(std::move(job)); }
  void run(const std::function<void(Transaction&)>& apply);
  [[nodiscard]] bool healthy() const noexcept { return healthy_; }
  [[nodiscard]] WriterCounters counters() const noexcept {
    return {.groups = groups_, .members = members_, .commits = commits_};
  }
  void stop();

 private:
  [[nodiscard]] std::unique_ptr<Session> open();
  void reopen();
  [[nodiscard]] bool has_session() noexcept;
  void serve();
  void probe();
  void serve_group();
  [[nodiscard]] std::vector<Member> run_group();
  [[nodiscard]] bool begin() noexcept;
  [[nodiscard]] bool apply_waiting(std::vector<Member>& members, bool begun);
  void apply_singly(std::vector<Member>& members);
  void run_alone(const std::function<void(Transaction&)>& apply);
  void note(GroupState state) noexcept;
  void publish(std::vector<Member> members);

  Database& database_;
  const WriterOptions options_;
  Publish publish_{};
  std::function<void(Transaction&)> look_{};
  JobQueue queue_;
  TurnLock turn_{};  ///< held by whoever uses session_
  SqliteCheckpointer checkpointer_;
  std::unique_ptr<Session> session_;  ///< none after a failure, until it could be opened again
  std::atomic<bool> healthy_{true};
  std::atomic<std::uint64_t> groups_{};
  std::atomic<std::uint64_t> members_{};
  std::atomic<std::uint64_t> commits_{};
  bool stopped_{};  ///< under turn_
  std::mutex stopping_{};
  std::thread thread_;
};

std::unique_ptr<Session> Writer::Impl::open() {
  auto session = database_.open_session();
  checkpointer_.watch(*session);
  if (options_.on_open) options_.on_open(*session);
  return session;
}

void Writer::Impl::reopen() {
  auto session = open();
  if (look_) {
    session->begin_read();
    Transaction transaction{*session};
    look_(transaction);
    session->rollback();
  }
  session_ = std::move(session);
}

bool Writer::Impl::has_session() noexcept {
  if (session_) return true;
  try {
    reopen();
  } catch (...) {
    healthy_ = false;
  }
  return session_ != nullptr;
}

void Writer::Impl::serve() {
  while (true) {
    switch (healthy_ ? queue_.wait() : queue_.wait_for(probe_interval)) {
      case JobQueue::Wake::jobs:
        serve_group();
        break;
      case JobQueue::Wake::nothing:
        if (!healthy_) probe();
        break;
      case JobQueue::Wake::closed:
        return;
    }
  }
}

void Writer::Impl::probe() {
  const std::lock_guard turn{turn_};
  if (!begin()) return;
  try {
    // An empty transaction writes nothing and shows nothing: the value must differ for the page to reach the disk.
    const bool odd = session_->query("PRAGMA user_version").at(0).at(0) == Value{std::int64_t{1}};
    session_->execute(odd ? "PRAGMA user_version = 0" : "PRAGMA user_version = 1");
    session_->commit();
    healthy_ = true;
  } catch (const StoreError&) {
    session_.reset();
  }
}

void Writer::Impl::serve_group() {
  std::vector<Member> members = run_group();
  // The last thing that refers to a request is then `done`, which dies where it runs, on the loop.
  for (Member& member : members) {
    member.job.abandoned = nullptr;
    member.job.apply = nullptr;
  }
  publish(std::move(members));
}

std::vector<Member> Writer::Impl::run_group() {
  const std::lock_guard turn{turn_};
  std::vector<Member> members;
  const bool begun = begin();
  if (!apply_waiting(members, begun)) {
    apply_singly(members);
  } else if (begun) {
    note(settle(*session_, members));
  }
  if (std::ranges::any_of(members, &Member::begun)) ++groups_;
  return members;
}

bool Writer::Impl::begin() noexcept {
  if (!has_session()) return false;
  const GroupState begun = begin_group(*session_);
  note(begun);
  return begun == GroupState::begun;
}

/// Takes what waits now: later arrivals are the next group, so that none waits longer for being early.
/// \return false when the transaction is gone
bool Writer::Impl::apply_waiting(std::vector<Member>& members, bool begun) {
  const auto end = Clock::now() + options_.max_group_work;
  const std::size_t waiting = std::min(queue_.size(), std::max<std::size_t>(options_.max_group, 1));
  members.reserve(waiting);
  while (members.size() < waiting) {
    auto job = queue_.pop();
    if (!job) break;
    Member& member = members.emplace_back(Member{.job = *std::move(job)});
    if (is_dropped(member.job)) {
      member.outcome = Outcome::expired;
    } else if (begun) {
      ++members_;
      if (!apply_member(*session_, member)) return false;
    }
    if (Clock::now() >= end) break;
  }
  return true;
}

/// After a transaction that ended by itself: what one member did to it must not harm the others.
void Writer::Impl::apply_singly(std::vector<Member>& members) {
  for (Member& member : members) {
    if (!member.begun) continue;
    if (has_session()) {
      note(apply_alone(*session_, member));
    } else {
      member.outcome = Outcome::not_committed;
    }
  }
}

void Writer::Impl::note(GroupState state) noexcept {
  switch (state) {
    case GroupState::committed:
      ++commits_;
      healthy_ = true;
      break;
    case GroupState::begun:
    case GroupState::undone:
      break;
    case GroupState::lost:
      session_.reset();
      [[fallthrough]];
    case GroupState::not_begun:
      healthy_ = false;
      break;
  }
}

void Writer::Impl::publish(std::vector<Member> members) {
  std::map<std::size_t, std::vector<std::function<void()>>> by_loop;
  for (Member& member : members) {
    if (!member.job.done) continue;
    by_loop[member.job.loop].emplace_back(
        [done = std::move(member.job.done), outcome = member.outcome] { done(outcome); });
  }
  for (auto& [loop, functions] : by_loop) {
    if (publish_) {
      publish_(loop, std::move(functions));
    } else {
      for (const auto& function : functions) function();
    }
  }
}

void Writer::Impl::run(const std::function<void(Transaction&)>& apply) {
  const std::lock_guard turn{turn_};
  if (stopped_) throw StoreError{StoreError::Kind::other, "other: the writer has stopped"};
  try {
    run_alone(apply);
  } catch (const StoreError& error) {
    if (is_passing(error.kind()) || error.kind() == StoreError::Kind::corrupt) {
      throw unavailable(database_.file(), error);
    }
    throw;
  }
}

void Writer::Impl::run_alone(const std::function<void(Transaction&)>& apply) {
  if (!session_) reopen();
  session_->begin_write();
  try {
    Transaction transaction{*session_};
    apply(transaction);
  } catch (...) {
    session_->rollback();
    throw;
  }
  try {
    session_->commit();
    note(GroupState::committed);
  } catch (const StoreError& error) {
    session_->rollback();
    if (error.kind() == StoreError::Kind::io) {
      note(GroupState::lost);
      queue_.wake();  // its thread may sleep until the next job, and has a database to probe now
    }
    throw;
  }
}

void Writer::Impl::stop() {
  const std::lock_guard once{stopping_};
  queue_.close();
  if (thread_.joinable()) thread_.join();
  checkpointer_.stop();
  const std::lock_guard turn{turn_};
  stopped_ = true;
  session_.reset();
}

Writer::Writer(Database& database, WriterOptions options)
    : impl_{std::make_unique<Impl>(database, std::move(options))} {}

Writer::~Writer() = default;

void Writer::publish_by(Publish publish) { impl_->publish_by(std::move(publish)); }
void Writer::on_reopen(std::function<void(Transaction&)> look) { impl_->on_reopen(std::move(look)); }
bool Writer::submit(Job job) { return impl_->submit(std::move(job)); }
void Writer::run(const std::function<void(Transaction&)>& apply) { impl_->run(apply); }
bool Writer::healthy() const noexcept { return impl_->healthy(); }
WriterCounters Writer::counters() const noexcept { return impl_->counters(); }
void Writer::stop() { impl_->stop(); }

}  // namespace clerk::server::store
