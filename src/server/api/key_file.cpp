#include "server/api/key_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <stdexcept>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace clerk::server::api {

std::string key_file_of(const std::string& database_file) { return database_file + ".keys"; }

void write_key_file(const std::string& file, std::string_view secret_key) {
  const std::string line = std::string{secret_key} + "\n";
  const int descriptor =
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  const bool written = descriptor >= 0 && ::fchmod(descriptor, S_IRUSR | S_IWUSR) == 0 &&
                       ::write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
                       ::fsync(descriptor) == 0;
  const std::error_code error{errno, std::generic_category()};
  if (descriptor >= 0) ::close(descriptor);
  if (!written) throw std::runtime_error{"the key file " + file + " can't be written: " + error.message()};
}

}  // namespace clerk::server::api
