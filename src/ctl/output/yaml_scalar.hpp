#pragma once

#include <boost/json/value.hpp>
#include <boost/system/result.hpp>

#include <string>
#include <string_view>

namespace clerk::ctl {

/// Why a plain scalar has no place in JSON, for people.
struct ScalarProblem {
  std::string text;
};

/// What a scalar without quotes is by YAML's core schema: null, a boolean, a number, or the text itself.
[[nodiscard]] boost::system::result<boost::json::value, ScalarProblem> resolve_scalar(std::string_view text);

/// Whether the text can stand without quotes and is the same string to every reader of YAML, old ones too.
[[nodiscard]] bool is_plain_string(std::string_view text);

}  // namespace clerk::ctl
