#pragma once

#include <span>
#include <string_view>

namespace clerk::ctl {

/// A thing that all commands share, and what it is for.
struct Convention {
  std::string_view name{};
  std::string_view doc{};
};

/// The environment variables that are read.
[[nodiscard]] std::span<const Convention> environment_variables();

/// The files that are read or written without being named.
[[nodiscard]] std::span<const Convention> files();

/// What the exit status says; architecture §9.
[[nodiscard]] std::span<const Convention> exit_statuses();

/// Where the key comes from, and why there is no flag for it.
[[nodiscard]] std::string_view key_sources();

}  // namespace clerk::ctl
