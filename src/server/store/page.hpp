#pragma once

#include <cstdint>

namespace clerk::server::store {

/// Which rows of an ordered list are wanted.
struct Page {
  std::int64_t limit{10};
  std::int64_t offset{0};
};

}  // namespace clerk::server::store
