#include "server/store/temporary_folder.hpp"

#include "server/store/store_error.hpp"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <stdlib.h>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace clerk::server::store {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "clerkd-";

fs::path base_folder() {
  std::error_code error;
  auto base = fs::temp_directory_path(error);
  return error ? fs::path{"/tmp"} : base;
}

std::string lock_in(const std::string& folder) { return folder + "/owner.lock"; }

[[noreturn]] void refuse(const fs::path& base) {
  throw StoreUnavailable{"No temporary folder can be made in " + base.string() + ": " +
                         std::generic_category().message(errno) + ". Set TMPDIR to a folder that can be written."};
}

/// False when another process found the new folder without an owner and deletes it. Where locks don't work nobody can
/// take one, so nobody deletes.
bool own(int lock) {
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0) return errno != EWOULDBLOCK;
  struct ::stat status {};
  return ::fstat(lock, &status) == 0 && status.st_nlink > 0;
}

bool is_folder_of_this_user(const std::string& path) {
  struct ::stat status {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid();
}

void remove_if_abandoned(const std::string& path) {
  if (!is_folder_of_this_user(path)) return;
  // A folder without the lock's file is being made right now, or none of ours.
  const int lock = ::open(lock_in(path).c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (lock < 0) return;
  std::error_code ignored;
  if (::flock(lock, LOCK_EX | LOCK_NB) == 0) fs::remove_all(path, ignored);
  ::close(lock);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  const fs::path base = base_folder();
  while (true) {
    path_ = (base / prefix).string() + "XXXXXX";
    if (::mkdtemp(path_.data()) == nullptr) refuse(base);
    lock_ = ::open(lock_in(path_).c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (lock_ < 0) {
      const int problem = errno;
      ::rmdir(path_.c_str());
      errno = problem;
      refuse(base);
    }
    if (own(lock_)) return;
    ::close(lock_);
  }
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
  ::close(lock_);
}

void TemporaryFolder::remove_abandoned() noexcept {
  try {
    for (const auto& entry : fs::directory_iterator{base_folder()}) {
      if (entry.path().filename().string().starts_with(prefix)) remove_if_abandoned(entry.path().string());
    }
  } catch (const std::exception&) {
    // What can't be looked at stays: a later start tries again.
  }
}

}  // namespace clerk::server::store
