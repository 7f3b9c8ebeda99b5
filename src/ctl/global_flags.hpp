#pragma once

#include "ctl/context.hpp"

namespace CLI {
class App;
}

namespace clerk::ctl {

/// Adds the flags that every command takes. The options live as long as the App.
void add_global_flags(CLI::App& root, GlobalOptions& options);

}  // namespace clerk::ctl
