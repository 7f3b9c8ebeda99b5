#pragma once

#include <clerk/error.hpp>
#include <clerk/headers.hpp>

#include <boost/system/result.hpp>

#include <string>

namespace clerk {

/// A value or an Error. `.value()` throws the ApiException that fits; nothing else throws for an expected failure.
template <class T>
class [[nodiscard]] Result : public boost::system::result<T, Error> {
 public:
  using boost::system::result<T, Error>::result;
};

/// What an operation answers, with the evidence of it.
template <class T>
struct Response {
  T value{};
  int status{0};
  Headers headers{};
  std::string clerk_trace_id{};
};

template <>
struct Response<void> {
  int status{0};
  Headers headers{};
  std::string clerk_trace_id{};
};

}  // namespace clerk
