#include "server/store/work_pool.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>

namespace clerk::server::store {

namespace {

// On Linux a thread has a niceness of its own.
void be_nice(int niceness) {
  thread_local bool done = false;
  if (std::exchange(done, true) || niceness == 0) return;
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), niceness);
}

}  // namespace

class WorkPool::Impl {
 public:
  explicit Impl(WorkPoolOptions options) : options_{options}, pool_{options.threads} {}

  [[nodiscard]] bool submit(std::function<void()> work) {
    if (stopped_.load()) return false;
    if (waiting_.fetch_add(1) >= options_.max_waiting) {
      waiting_.fetch_sub(1);
      return false;
    }
    boost::asio::post(pool_, [this, work = std::move(work)] {
      be_nice(options_.niceness);
      waiting_.fetch_sub(1);
      work();
    });
    return true;
  }

  void stop() {
    if (stopped_.exchange(true)) return;
    pool_.join();
  }

 private:
  WorkPoolOptions options_;
  std::atomic<std::size_t> waiting_{0};
  std::atomic<bool> stopped_{false};
  boost::asio::thread_pool pool_;
};

WorkPool::WorkPool(WorkPoolOptions options) : impl_{std::make_unique<Impl>(options)} {}

WorkPool::~WorkPool() { stop(); }

bool WorkPool::submit(std::function<void()> work) { return impl_->submit(std::move(work)); }

void WorkPool::stop() { impl_->stop(); }

}  // namespace clerk::server::store
