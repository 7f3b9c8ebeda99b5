#pragma once

#include "ctl/failure.hpp"
#include "ctl/host.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace clerk::ctl {

/// The most that is read of any text, in bytes: more than the API takes of a body, and than this program writes.
inline constexpr std::size_t largest_text = 16U << 20U;

/// What messages call standard input.
inline constexpr std::string_view standard_input = "standard input";

/// The text of a file. One that is larger is refused, as is one without end, and no more of it is read than tells so.
[[nodiscard]] Outcome<std::string> read_text_file(const std::filesystem::path& file,
                                                  std::size_t largest = largest_text);

/// The same, with another name for messages. \pre `name` is harmless
[[nodiscard]] Outcome<std::string> read_text_file(const std::filesystem::path& file, std::string_view name,
                                                  std::size_t largest);

/// Standard input to its end, likewise.
[[nodiscard]] Outcome<std::string> read_standard_input(Host& host, std::size_t largest);

/// What helps where a file or a folder can't be made or written, by the error's number.
[[nodiscard]] std::string remedy_of_writing(int error);

/// Refuses a file that holds a key and that others than its owner can read.
[[nodiscard]] Outcome<void> check_is_private(const std::filesystem::path& file);

}  // namespace clerk::ctl
