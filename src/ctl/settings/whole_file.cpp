#include "ctl/settings/whole_file.hpp"

#include "ctl/output/plain_text.hpp"
#include "ctl/text_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace clerk::ctl::settings {

namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) noexcept : number_{number} {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  [[nodiscard]] int number() const noexcept { return number_; }
  [[nodiscard]] bool is_open() const noexcept { return number_ >= 0; }

 private:
  int number_;
};

Failure failure_with(std::string_view what, const std::filesystem::path& path, int error) {
  return {.message = std::string{what} + ' ' + harmless(path.string()) + ": " +
                     std::error_code{error, std::generic_category()}.message(),
          .hint = remedy_of_writing(error) + ", or name another file"};
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// The name is on disk only when the folder is.
void sync_folder(const std::filesystem::path& folder) {
  const Descriptor opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (opened.is_open()) ::fsync(opened.number());
}

/// Where the name leads, also when nothing is there yet.
std::filesystem::path followed(std::filesystem::path path) {
  constexpr int most_links = 40;  // as the system has it
  std::error_code error;
  for (int i = 0; i < most_links && std::filesystem::is_symlink(path, error); ++i) {
    path = path.parent_path() / std::filesystem::read_symlink(path, error);  // which replaces all where it is absolute
  }
  return path;
}

// A name that leads elsewhere keeps leading there, and a pipe or a device is never replaced by a file.
Outcome<std::filesystem::path> target_of(const std::filesystem::path& path) {
  if (auto failure = check_can_be_replaced(path)) return *std::move(failure);
  return {boost::system::in_place_value, followed(path)};
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
}

}  // namespace

std::optional<Failure> check_can_be_replaced(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::file_type type = std::filesystem::status(path, error).type();
  if (type == std::filesystem::file_type::not_found || type == std::filesystem::file_type::regular) return std::nullopt;
  return Failure{.message = harmless(path.string()) + " is no regular file",
                 .hint = "nothing was written; name another file"};
}

Outcome<std::optional<std::string>> read_whole_file(const std::filesystem::path& path, std::size_t largest) {
  std::error_code error;
  if (std::filesystem::status(path, error).type() == std::filesystem::file_type::not_found) {
    return std::optional<std::string>{};
  }
  auto text = read_text_file(path, largest);
  if (!text) return std::move(text).error();
  return std::optional{*std::move(text)};
}

std::optional<Failure> write_whole_file(const std::filesystem::path& path, std::string_view text, Existing existing) {
  const auto target = target_of(path);
  if (!target) return target.error();
  std::string temporary = target->string() + ".XXXXXX";
  const Descriptor file{::mkostemp(temporary.data(), O_CLOEXEC)};  // for its owner only
  if (!file.is_open()) return failure_with("can't write", path, errno);
  int error = 0;
  if (!write_all(file.number(), text) || ::fsync(file.number()) != 0) {
    error = errno;
  } else if (existing == Existing::replace) {
    if (::rename(temporary.c_str(), target->c_str()) != 0) error = errno;
  } else {
    if (::link(temporary.c_str(), target->c_str()) != 0) error = errno;
    if (error == 0) ::unlink(temporary.c_str());
  }
  if (error != 0) {
    ::unlink(temporary.c_str());
    return failure_with("can't write", path, error);
  }
  sync_folder(folder_of(*target));
  return std::nullopt;
}

std::optional<Failure> make_folder_of(const std::filesystem::path& file) {
  const std::filesystem::path folder = folder_of(file);
  std::error_code error;
  if (std::filesystem::is_directory(folder, error)) return std::nullopt;
  if (folder.has_parent_path() && folder.parent_path() != folder) {
    if (auto failure = make_folder_of(folder)) return failure;
  }
  if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) return failure_with("can't make", folder, errno);
  return std::nullopt;
}

}  // namespace clerk::ctl::settings
