#pragma once

#include "server/store/instance_state.hpp"

#include <string>
#include <string_view>

namespace clerk::server::rules {

/// The id of what an instance has without its having been written: the instance's own part after another prefix.
/// `number` tells several of a kind apart and takes the place of the last characters.
[[nodiscard]] inline std::string built_in_id(std::string_view prefix, const store::InstanceState& instance,
                                             std::string_view number = "") {
  const std::string_view id = instance.id;
  const std::size_t underscore = id.find('_');
  std::string part{underscore == std::string_view::npos ? id : id.substr(underscore + 1)};
  part.resize(part.size() > number.size() ? part.size() - number.size() : 0);
  return std::string{prefix} + "_" + part + std::string{number};
}

}  // namespace clerk::server::rules
