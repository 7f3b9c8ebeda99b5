#pragma once

#include <cstddef>

namespace clerk::concurrency {

/// \name What this process holds
/// \{
[[nodiscard]] std::ptrdiff_t open_descriptors();
[[nodiscard]] std::ptrdiff_t threads();
[[nodiscard]] std::size_t heap_bytes();  ///< allocated and not freed, C libraries' memory too
/// \}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;  ///< calls take many times longer
#else
constexpr bool sanitized = false;
#endif

}  // namespace clerk::concurrency
