#pragma once

#include "ctl/failure.hpp"

#include <filesystem>
#include <string>

namespace clerk::ctl {

/// The text of a file that is as small as settings are.
[[nodiscard]] Outcome<std::string> read_text_file(const std::filesystem::path& file);

/// Refuses a file that holds a key and that others than its owner can read.
[[nodiscard]] Outcome<void> check_is_private(const std::filesystem::path& file);

}  // namespace clerk::ctl
