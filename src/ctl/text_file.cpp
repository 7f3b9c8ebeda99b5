#include "ctl/text_file.hpp"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace clerk::ctl {

namespace fs = std::filesystem;

namespace {

Failure unreadable(const fs::path& file, const std::string& why) {
  return {.message = file.string() + " can't be read: " + why,
          .hint = "Check that the file is there and that you may read it."};
}

}  // namespace

Outcome<std::string> read_text_file(const fs::path& file) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found) return unreadable(file, "there is no such file");
  if (status.type() == fs::file_type::directory) return unreadable(file, "it is a folder");
  if (error) return unreadable(file, error.message());

  errno = 0;
  std::ifstream in{file, std::ios::binary};
  std::string text{std::istreambuf_iterator<char>{in}, {}};
  if (!in.is_open() || in.bad()) {
    return unreadable(file, errno == 0 ? "the reading broke off" : std::generic_category().message(errno));
  }
  return {boost::system::in_place_value, std::move(text)};
}

Outcome<void> check_is_private(const fs::path& file) {
  constexpr fs::perms of_others = fs::perms::group_all | fs::perms::others_all;
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (error || (status.permissions() & of_others) == fs::perms::none) return boost::system::in_place_value;
  return Failure{.message = file.string() + " holds a secret key and is open to other users of this machine",
                 .hint = "chmod 600 '" + file.string() + "'"};
}

}  // namespace clerk::ctl
