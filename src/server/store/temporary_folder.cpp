#include "server/store/temporary_folder.hpp"

#include "server/store/store_error.hpp"

#include <cerrno>
#include <filesystem>
#include <stdlib.h>
#include <system_error>

namespace clerk::server::store {

TemporaryFolder::TemporaryFolder() {
  std::error_code error;
  auto base = std::filesystem::temp_directory_path(error);
  if (error) base = "/tmp";
  path_ = (base / "clerkd-XXXXXX").string();
  if (::mkdtemp(path_.data()) == nullptr) {
    throw StoreUnavailable{"No temporary folder can be made in " + base.string() + ": " +
                           std::generic_category().message(errno) + ". Set TMPDIR to a folder that can be written."};
  }
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace clerk::server::store
