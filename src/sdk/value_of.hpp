#pragma once

#include <clerk/result.hpp>

#include <type_traits>
#include <utility>

namespace clerk::sdk {

/// The answer without its evidence.
template <class T>
Result<T> value_of(Result<Response<T>> response) {
  if (!response) return std::move(response).error();
  if constexpr (std::is_void_v<T>) {
    return {};
  } else {
    return std::move(response->value);
  }
}

}  // namespace clerk::sdk
