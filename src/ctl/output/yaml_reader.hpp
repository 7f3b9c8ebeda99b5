#pragma once

#include <boost/json/value.hpp>
#include <boost/system/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace clerk::ctl {

/// A place in a text, both counted from 1.
struct TextPosition {
  std::size_t line{1};
  std::size_t column{1};
};

struct YamlProblem {
  TextPosition position{};
  std::string problem{};  ///< for people
  std::string hint{};     ///< what to do; may be empty where the problem says it
  bool is_syntax{false};  ///< it is not YAML; else it is, and may not be so here
};

/// How the problem of a name that an object has already ends, and its hint.
inline constexpr std::string_view stands_twice = " stands twice";
inline constexpr std::string_view keep_one = "Keep one of the two.";

/// The problem of a text with too many levels, YAML or JSON.
[[nodiscard]] YamlProblem too_deep(TextPosition position, std::size_t max_depth);

/// Reads one YAML document as JSON, by the core schema. Names that stand twice, tags of other schemas and a second
/// document are problems; aliases are followed as far as that makes no large document of a small one.
/// \pre `text` is UTF-8 without control characters
[[nodiscard]] boost::system::result<boost::json::value, YamlProblem> read_yaml(std::string_view text,
                                                                               std::size_t max_depth);

}  // namespace clerk::ctl
