#include "tests/store/fault_vfs.hpp"

#include <sqlite3.h>

#include <mutex>

namespace clerk::server::store {

struct FaultVfs::Methods {
  FaultVfs* owner{};
  sqlite3_vfs* system{};
  sqlite3_vfs vfs{};
  const sqlite3_io_methods* original{};  ///< of a log; other files have others
  sqlite3_io_methods patched{};
  std::once_flag known{};
};

namespace {

FaultVfs::Methods* active = nullptr;

int sync_log(sqlite3_file* file, int flags) {
  if (active->owner->fail_log_syncs) return SQLITE_IOERR_FSYNC;
  const int result = active->original->xSync(file, flags);
  ++active->owner->log_syncs;
  if (active->owner->before_sync_returns) active->owner->before_sync_returns();
  return result;
}

int write_log(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
  if (active->owner->fail_log_writes) return SQLITE_IOERR_WRITE;
  if (active->owner->disk_is_full) return SQLITE_FULL;
  return active->original->xWrite(file, bytes, count, offset);
}

int open_file(sqlite3_vfs* /*vfs*/, const char* name, sqlite3_file* file, int flags, int* flags_out) {
  if (active->owner->fail_opens) return SQLITE_CANTOPEN;
  const int result = active->system->xOpen(active->system, name, file, flags, flags_out);
  if (result != SQLITE_OK || (flags & SQLITE_OPEN_WAL) == 0) return result;
  std::call_once(active->known, [&] {
    active->original = file->pMethods;
    active->patched = *file->pMethods;
    active->patched.xSync = sync_log;
    active->patched.xWrite = write_log;
  });
  file->pMethods = &active->patched;
  return result;
}

}  // namespace

FaultVfs::FaultVfs() : methods_{std::make_unique<Methods>()} {
  methods_->owner = this;
  methods_->system = sqlite3_vfs_find(nullptr);
  methods_->vfs = *methods_->system;
  methods_->vfs.zName = "faults";
  methods_->vfs.pNext = nullptr;
  methods_->vfs.xOpen = open_file;
  active = methods_.get();
  sqlite3_vfs_register(&methods_->vfs, 1);
}

FaultVfs::~FaultVfs() {
  sqlite3_vfs_unregister(&methods_->vfs);
  sqlite3_vfs_register(methods_->system, 1);
  active = nullptr;
}

}  // namespace clerk::server::store
