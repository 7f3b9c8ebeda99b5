#pragma once

#include <boost/system/result.hpp>

#include <string>
#include <string_view>

namespace clerk::sdk {

/// What is wrong with a setting and what to do about it, for people.
struct Problem {
  std::string text;
};

/// The root that paths of operations are appended to, from what a user wrote: the scheme is http or https, a slash at
/// the end goes, and `/v1` is appended unless the path already ends with a version.
[[nodiscard]] boost::system::result<std::string, Problem> base_url(std::string_view host);

/// Whether a root names this machine: `localhost`, a name under it, or an address that never leaves it.
[[nodiscard]] bool is_loopback(std::string_view base_url);

}  // namespace clerk::sdk
