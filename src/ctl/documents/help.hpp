#pragma once

#include "ctl/documents/command_tree.hpp"
#include "ctl/documents/conventions.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::ctl {

inline constexpr std::size_t help_width = 100;

/// The text of a command's --help. `common` are the flags that every command takes.
[[nodiscard]] std::string help_text(const CommandText& command, const std::vector<ParameterText>& common);

/// A section of the same form about things that commands share.
[[nodiscard]] std::string help_section(std::string_view title, std::span<const Convention> conventions);

}  // namespace clerk::ctl
