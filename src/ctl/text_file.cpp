#include "ctl/text_file.hpp"

#include "ctl/output/plain_text.hpp"
#include "ctl/output/render.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

namespace clerk::ctl {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view check_file = "Check that the file is there and that you may read it.";

Failure unreadable(std::string_view name, const std::string& why, std::string_view hint) {
  return {.message = std::string{name} + " can't be read: " + why, .hint = std::string{hint}};
}

std::string reason_of(int error) {
  return error == 0 ? "the reading broke off" : std::generic_category().message(error);
}

Outcome<std::string> read_stream(std::istream& stream, std::string_view name, std::string_view hint,
                                 std::size_t largest) {
  std::string text;
  std::array<char, 64U << 10U> piece{};
  while (stream && text.size() <= largest) {
    errno = 0;
    stream.read(piece.data(), static_cast<std::streamsize>(std::min(piece.size(), largest + 1 - text.size())));
    // The standard input of the library takes an error for its end: only the number tells.
    if (stream.bad() || (stream.eof() && errno != 0)) return unreadable(name, reason_of(errno), hint);
    text.append(piece.data(), static_cast<std::size_t>(stream.gcount()));
  }
  if (text.size() > largest) return too_large(name, largest);
  return {boost::system::in_place_value, std::move(text)};
}

}  // namespace

Outcome<std::string> read_text_file(const fs::path& file, std::size_t largest) {
  return read_text_file(file, harmless(file.string()), largest);
}

Outcome<std::string> read_text_file(const fs::path& file, std::string_view name, std::size_t largest) {
  std::error_code error;
  if (fs::is_directory(file, error)) return unreadable(name, "it is a folder", "Name a file in it.");
  errno = 0;
  std::ifstream in{file, std::ios::binary};
  if (!in.is_open()) return unreadable(name, reason_of(errno), check_file);
  return read_stream(in, name, check_file, largest);
}

Outcome<std::string> read_standard_input(Host& host, std::size_t largest) {
  return read_stream(host.in, standard_input, "Give it a file with <, or what another program prints with |.", largest);
}

std::string remedy_of_writing(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "make room on its disk";
    case EROFS:
      return "make its disk writable";
    case EACCES:
    case EPERM:
      return "make its folder writable";
    case ENOENT:
      return "make its folder first";
    case ENOTDIR:
      return "move away the file that stands where its folder would be";
    case EEXIST:
      return "take away what is there";
    default:
      return "check that its folder may be written to and has room";
  }
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
