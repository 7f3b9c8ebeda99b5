#pragma once

#include "ctl/failure.hpp"
#include "ctl/text_file.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace clerk::ctl::settings {

/// The text of a file; nothing when there is none of that name.
[[nodiscard]] Outcome<std::optional<std::string>> read_whole_file(const std::filesystem::path& path,
                                                                  std::size_t largest = largest_text);

/// Refuses a name of what is no regular file: it can't be replaced, and reading it may wait for ever.
[[nodiscard]] std::optional<Failure> check_can_be_replaced(const std::filesystem::path& path);

enum class Existing { replace, keep };

/// Writes a file that only its owner can read, at once as a whole: nobody ever sees half of it, and a crash leaves what
/// was there before. With `Existing::keep` it fails when there is one.
[[nodiscard]] std::optional<Failure> write_whole_file(const std::filesystem::path& path, std::string_view text,
                                                      Existing existing);

/// Makes the folders that the file stands in, for their owner only.
[[nodiscard]] std::optional<Failure> make_folder_of(const std::filesystem::path& file);

}  // namespace clerk::ctl::settings
