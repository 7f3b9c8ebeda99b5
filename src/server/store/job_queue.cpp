#include "server/store/job_queue.hpp"

#include <utility>

namespace clerk::server::store {

bool JobQueue::push(Job job) {
  {
    const std::lock_guard lock{mutex_};
    if (closed_ || size_ >= capacity_) return false;
    const std::uint64_t connection = job.connection;
    auto& jobs = by_connection_[connection];
    if (jobs.empty()) turns_.push_back(connection);
    jobs.push_back(std::move(job));
    ++size_;
  }
  changed_.notify_one();
  return true;
}

std::optional<Job> JobQueue::pop() {
  const std::lock_guard lock{mutex_};
  if (size_ == 0) return std::nullopt;
  const std::uint64_t connection = turns_.front();
  turns_.pop_front();
  const auto found = by_connection_.find(connection);
  std::optional<Job> job{std::move(found->second.front())};
  found->second.pop_front();
  if (found->second.empty()) {
    by_connection_.erase(found);
  } else {
    turns_.push_back(connection);
  }
  --size_;
  return job;
}

std::size_t JobQueue::size() const {
  const std::lock_guard lock{mutex_};
  return size_;
}

void JobQueue::close() {
  {
    const std::lock_guard lock{mutex_};
    closed_ = true;
  }
  changed_.notify_all();
}

JobQueue::Wake JobQueue::wait() {
  std::unique_lock lock{mutex_};
  changed_.wait(lock, [this] { return is_over(); });
  return end_wait();
}

JobQueue::Wake JobQueue::wait_for(std::chrono::milliseconds patience) {
  std::unique_lock lock{mutex_};
  changed_.wait_for(lock, patience, [this] { return is_over(); });
  return end_wait();
}

void JobQueue::wake() {
  {
    const std::lock_guard lock{mutex_};
    woken_ = true;
  }
  changed_.notify_all();
}

JobQueue::Wake JobQueue::end_wait() noexcept {
  woken_ = false;
  if (size_ > 0) return Wake::jobs;
  return closed_ ? Wake::closed : Wake::nothing;
}

}  // namespace clerk::server::store
