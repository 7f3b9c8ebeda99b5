#pragma once

#include "ctl/context.hpp"
#include "ctl/settings/observation.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace clerk::ctl::settings {

/// What an instance holds, as a settings file that puts it there.
struct Pulled {
  Identity instance{};
  boost::json::object file{};           ///< only what can be both read and set, so that every tool takes it
  std::vector<std::string> remarks{};   ///< for readers of the file: the roles behind ids
  std::vector<std::string> left_out{};  ///< paths of settings that can't be read
  std::vector<std::string> warnings{};
};

[[nodiscard]] Pulled pull(const Observation& observation);

/// Puts in for which instance the file is, so that it is refused elsewhere. Other tools do not know these keys.
void pin(Pulled& pulled);

/// YAML carries a head that says what it is of; JSON has no comments.
[[nodiscard]] std::string text_of(const Pulled& pulled, OutputFormat format);

}  // namespace clerk::ctl::settings
