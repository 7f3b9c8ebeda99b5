#include "server/store/readers.hpp"

#include "server/store/database.hpp"
#include "server/store/session.hpp"
#include "server/store/work_pool.hpp"

#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

namespace clerk::server::store {

namespace {

// Rows that lie far apart are read without a call and a copy for each page. A reader's own cache would not do: every
// commit empties it. The most that SQLite maps; what lies behind is read as before.
constexpr std::string_view map_file = "PRAGMA mmap_size = 2147418112";

void read_on(Session& session, const Readers::Read& read) {
  session.begin_read();
  try {
    Transaction transaction{session};
    read(transaction);
    session.commit();
  } catch (...) {
    session.rollback();
    throw;
  }
}

}  // namespace

class Readers::Impl {
 public:
  Impl(Database& database, ReadersOptions options)
      : database_{database}, pool_{{.threads = options.threads, .max_waiting = options.max_waiting}} {}

  void read(const Read& read) {
    auto session = take();
    read_on(*session, read);
    give_back(std::move(session));
  }

  [[nodiscard]] bool read_aside(Read work, std::function<void(std::exception_ptr)> done) {
    return pool_.submit([this, work = std::move(work), done = std::move(done)] {
      std::exception_ptr problem;
      try {
        read(work);
      } catch (...) {
        problem = std::current_exception();
      }
      done(problem);
    });
  }

  void stop() { pool_.stop(); }

 private:
  using SessionPtr = std::unique_ptr<Session>;

  [[nodiscard]] SessionPtr open() const {
    auto session = database_.open_session();
    session->execute("PRAGMA query_only = ON");
    session->execute(map_file);
    return session;
  }

  [[nodiscard]] SessionPtr take() {
    {
      const std::lock_guard lock{mutex_};
      if (!idle_.empty()) {
        SessionPtr session = std::move(idle_.back());
        idle_.pop_back();
        return session;
      }
    }
    return open();
  }

  // One whose read failed is not given back: it is opened anew.
  void give_back(SessionPtr session) {
    const std::lock_guard lock{mutex_};
    idle_.push_back(std::move(session));
  }

  Database& database_;
  std::mutex mutex_{};
  std::vector<SessionPtr> idle_{};
  WorkPool pool_;  // its threads end first
};

Readers::Readers(Database& database, ReadersOptions options) : impl_{std::make_unique<Impl>(database, options)} {}

Readers::~Readers() { stop(); }

void Readers::read(const Read& read) { impl_->read(read); }

bool Readers::read_aside(Read read, std::function<void(std::exception_ptr)> done) {
  return impl_->read_aside(std::move(read), std::move(done));
}

void Readers::stop() { impl_->stop(); }

}  // namespace clerk::server::store
