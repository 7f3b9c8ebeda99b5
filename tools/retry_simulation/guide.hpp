#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace clerk::simulation {

/// A page with another table between its marks. Throws std::runtime_error if it has no marks.
[[nodiscard]] std::string with_table(std::string_view page, std::string_view table);

[[nodiscard]] std::string text_of(const std::filesystem::path& file);
void write_text(const std::filesystem::path& file, std::string_view text);

}  // namespace clerk::simulation
