#pragma once

#include "server/store/database.hpp"
#include "server/store/temporary_folder.hpp"
#include "server/store/transaction.hpp"
#include "server/store/writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace clerk::server::store {

/// The text of the exception that `work` throws, or nothing.
template <class Error = StoreUnavailable>
std::string sentence_of(const auto& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

inline StoreError::Kind kind_of(const auto& work) {
  try {
    work();
  } catch (const StoreError& error) {
    return error.kind();
  }
  ADD_FAILURE() << "nothing was thrown";
  return StoreError::Kind::other;
}

inline InstanceRow instance(const std::string& id, std::int64_t version = 1) {
  return {.id = id,
          .environment_type = "development",
          .document = R"({"n":0})",
          .version = version,
          .traits = "{}",
          .created_at = 1'700'000'000'000};
}

inline std::int64_t number(Session& session, std::string_view sql) {
  return std::get<std::int64_t>(session.query(sql).at(0).at(0));
}

/// The ids of rows, in their order.
std::vector<std::string> ids_of(const auto& rows) {
  std::vector<std::string> ids;
  for (const auto& row : rows) ids.push_back(row.id);
  return ids;
}

/// A file of its own in a folder that is deleted at the end.
struct PlacedFile {
  TemporaryFolder folder{};
  std::string file{folder.path() + "/test.db"};
  [[nodiscard]] StoreLocation location() const { return {.file = file}; }
};

/// Collects the outcomes of jobs, and waits for them.
class Outcomes {
 public:
  /// What a job is to be given as `done`.
  std::function<void(Outcome)> take(std::string name) {
    return [this, name = std::move(name)](Outcome outcome) {
      const std::lock_guard lock{mutex_};
      all_.emplace_back(name, outcome);
      changed_.notify_all();
    };
  }

  std::vector<std::pair<std::string, Outcome>> wait_for(std::size_t count) {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return all_.size() >= count; });
    return all_;
  }

  [[nodiscard]] std::size_t size() {
    const std::lock_guard lock{mutex_};
    return all_.size();
  }

 private:
  std::mutex mutex_{};
  std::condition_variable changed_{};
  std::vector<std::pair<std::string, Outcome>> all_{};
};

/// Groups end by their size alone, however slow the machine is.
inline WriterOptions patient(WriterOptions options = {}) {
  options.max_group_work = std::chrono::hours{1};
  return options;
}

/// Holds the writer inside a group until it is opened, so that what is submitted meanwhile becomes the next group.
class Barrier {
 public:
  explicit Barrier(Writer& writer) {
    Job job{.connection = 1'000'000, .loop = 99};
    job.apply = [this](Transaction&) {
      entered_.set_value();
      opened_.get_future().wait();
      return Verdict::undo;
    };
    EXPECT_TRUE(writer.submit(std::move(job)));
    entered_.get_future().wait();
  }

  void open() { opened_.set_value(); }

 private:
  std::promise<void> entered_{};
  std::promise<void> opened_{};
};

inline Job writing(const std::string& id, std::function<void(Outcome)> done, std::uint64_t connection = 1) {
  Job job{.connection = connection};
  job.apply = [id](Transaction& transaction) {
    transaction.insert_instance(instance(id));
    return Verdict::commit;
  };
  job.done = std::move(done);
  return job;
}

/// The ids of all instances, as a connection of its own sees them.
inline std::vector<std::string> ids_in(const Database& database) {
  const auto session = database.open_session();
  std::vector<std::string> ids;
  for (const auto& row : Transaction{*session}.list_instances()) ids.push_back(row.id);
  return ids;
}

}  // namespace clerk::server::store
