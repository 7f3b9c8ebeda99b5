#pragma once

#include "ctl/host.hpp"

#include <optional>
#include <string>

namespace clerk::ctl {

/// An environment variable; one that is empty counts as not set, as it does for the library.
[[nodiscard]] inline std::optional<std::string> variable(const Host& host, const std::string& name) {
  auto value = host.environment ? host.environment(name) : std::nullopt;
  if (value && value->empty()) value.reset();
  return value;
}

}  // namespace clerk::ctl
