#pragma once

#include "ctl/documents/command_tree.hpp"

#include <string>
#include <vector>

namespace clerk::ctl {

/// A manual page: its file's name, such as `clerkctl-users.1`, and its text in roff's man macros.
struct ManPage {
  std::string name{};
  std::string text{};
};

/// One page for the program, and one for each of its commands that has commands of its own.
[[nodiscard]] std::vector<ManPage> man_pages(const CommandText& program);

}  // namespace clerk::ctl
