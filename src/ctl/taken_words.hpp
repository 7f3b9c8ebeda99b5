#pragma once

#include "ctl/failure.hpp"

#include <optional>
#include <span>
#include <string>

namespace CLI {
class App;
}

namespace clerk::ctl {

/// The parser takes whatever follows a flag for its value, another flag too. Finds one that was taken so: who means it
/// writes it after `=`. \pre the line has been parsed
[[nodiscard]] std::optional<Failure> find_flag_taken_for_value(const CLI::App& root,
                                                               std::span<const std::string> words);

}  // namespace clerk::ctl
