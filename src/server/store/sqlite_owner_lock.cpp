#include "server/store/sqlite_owner_lock.hpp"

#include "server/store/store_error.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

namespace clerk::server::store {

namespace {

std::string owner_in(int descriptor) {
  std::array<char, 16> text{};
  const auto size = ::pread(descriptor, text.data(), text.size(), 0);
  std::string owner{text.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
  owner.erase(owner.find_last_not_of('\n') + 1);
  return owner.empty() ? "" : " (process " + owner + ")";
}

/// A courtesy for the other's message: the lock holds without it.
void leave_name(int descriptor) {
  const std::string self = std::to_string(::getpid()) + "\n";
  if (::ftruncate(descriptor, 0) != 0) return;
  [[maybe_unused]] const auto written = ::pwrite(descriptor, self.data(), self.size(), 0);
}

}  // namespace

SqliteOwnerLock::SqliteOwnerLock(const std::string& file) {
  const std::string lock = file + ".lock";
  descriptor_ = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor_ < 0) {
    throw StoreUnavailable{lock + " can't be written: " + std::generic_category().message(errno) +
                           ". Give clerkd the right to write in that folder, or name another file with --store."};
  }
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) {
    leave_name(descriptor_);
    return;
  }
  const int problem = errno;
  const std::string owner = owner_in(descriptor_);
  ::close(descriptor_);
  if (problem == EWOULDBLOCK) {
    throw StoreUnavailable{file + " is in use by another clerkd" + owner +
                           ". Stop that one, or name another file with --store."};
  }
  throw StoreUnavailable{lock + " can't be locked: " + std::generic_category().message(problem) +
                         ". Keep the database on a local disk."};
}

SqliteOwnerLock::~SqliteOwnerLock() { ::close(descriptor_); }

}  // namespace clerk::server::store
