#pragma once

#include "sdk/base_url.hpp"

#include <clerk/configuration.hpp>
#include <clerk/error.hpp>

#include <optional>
#include <string>

namespace clerk::sdk {

/// A configuration after the one check of it. Never changes, so that calls on all threads share it.
struct ClientSettings {
  explicit ClientSettings(Configuration given);

  Configuration configuration;
  std::string base_url{};
  bool loopback{false};              ///< base_url names this machine
  Headers headers{};                 ///< of a request without a body, and
  Headers headers_with_body{};       ///< of one with: made once, as every call sends them
  std::optional<Problem> problem{};  ///< why no call can be made
};

}  // namespace clerk::sdk
