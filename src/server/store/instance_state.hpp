#pragma once

#include "server/store/settings_document.hpp"

#include <cstdint>
#include <string>

namespace clerk::server::store {

/// One instance as it stands at one version. What is published for reads is immutable.
struct InstanceState {
  std::string id{};
  std::string environment_type{};
  SettingsDocument settings{};
  InstanceTraits traits{};
  std::int64_t version{};
  std::int64_t created_at{};  ///< Unix milliseconds
};

}  // namespace clerk::server::store
