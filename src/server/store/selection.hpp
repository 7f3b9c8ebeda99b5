#pragma once

#include <string>
#include <vector>

namespace clerk::server::store {

/// Values of which one must be had, and such as must not be. What is empty asks for nothing.
struct Selection {
  std::vector<std::string> included{};
  std::vector<std::string> excluded{};

  friend bool operator==(const Selection&, const Selection&) = default;
};

}  // namespace clerk::server::store
