#pragma once

#include "ctl/documents/command_tree.hpp"

namespace clerk::ctl {

/// Gives the flags of operations the values that the contract knows for their fields, as far as the parser does not.
void add_known_values(CommandText& program);

}  // namespace clerk::ctl
