#include "server/store/database.hpp"

#include "server/store/migrations.hpp"
#include "server/store/sqlite_owner_lock.hpp"
#include "server/store/temporary_folder.hpp"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <system_error>
#include <unistd.h>

namespace clerk::server::store {

namespace {

namespace fs = std::filesystem;

/// Two names of one file must meet at one lock.
std::string one_name_of(const std::string& file) {
  std::error_code error;
  const auto path = fs::weakly_canonical(fs::absolute(file, error), error);
  return error ? file : path.string();
}

void check_place(const std::string& file) {
  const fs::path folder = fs::path{file}.parent_path();
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    throw StoreUnavailable{"The folder of the database " + file + " does not exist. Make it with: mkdir -p " +
                           folder.string()};
  }
  if (fs::is_directory(file, error)) {
    throw StoreUnavailable{file + " is a folder. Name a file in it: --store sqlite:" + file + "/clerkd.db"};
  }
}

/// SQLite would let everyone read the file, and would fall back to reading when it can't be written. It must not have
/// the file open yet: closing any descriptor of a file drops all locks that a process holds on it.
void make_private(const std::string& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    throw StoreUnavailable{file + " can't be written: " + std::generic_category().message(errno) +
                           ". Give clerkd the right to write it, or name another file with --store."};
  }
  ::close(descriptor);
}

}  // namespace

StoreLocation StoreLocation::parse(std::string_view text) {
  constexpr std::string_view prefix = "sqlite:";
  if (text == "memory:") return {};
  if (text.starts_with(prefix) && text.size() > prefix.size()) return {.file = std::string{text.substr(prefix.size())}};
  // What was given is not repeated: it may be the address of another database, with its password.
  throw StoreUnavailable{
      "The store is not one that clerkd knows. Use sqlite:FILE, or memory: for one that is gone at the end."};
}

class Database::Impl {
 public:
  explicit Impl(const StoreLocation& location) {
    if (location.is_memory()) {
      TemporaryFolder::remove_abandoned();
      folder_.emplace();
    }
    file_ = folder_ ? folder_->path() + "/clerkd.db" : one_name_of(location.file);
    check_place(file_);
    if (!folder_) lock_.emplace(file_);
    make_private(file_);

    Session looker{file_, Session::Durability::none, Session::Access::look};
    const std::int64_t schema = schema_of(looker, file_);
    const auto session = open_session();
    if (schema < known_schema()) update(*session, schema);
  }

  [[nodiscard]] std::unique_ptr<Session> open_session() const {
    return std::make_unique<Session>(file_, folder_ ? Session::Durability::none : Session::Durability::full);
  }

  [[nodiscard]] const std::string& file() const noexcept { return file_; }
  [[nodiscard]] bool is_memory() const noexcept { return folder_.has_value(); }

 private:
  void update(Session& session, std::int64_t schema) const {
    try {
      migrate(session, schema);
    } catch (const StoreError& error) {
      throw StoreUnavailable{file_ + " can't be brought to the current schema: " + error.what() +
                             ". Check the file and its disk."};
    }
  }

  std::optional<TemporaryFolder> folder_{};
  std::string file_{};
  std::optional<SqliteOwnerLock> lock_{};
};

Database::Database(const StoreLocation& location) : impl_{std::make_unique<Impl>(location)} {}

Database::~Database() = default;

std::unique_ptr<Session> Database::open_session() const { return impl_->open_session(); }

const std::string& Database::file() const noexcept { return impl_->file(); }

bool Database::is_memory() const noexcept { return impl_->is_memory(); }

}  // namespace clerk::server::store
