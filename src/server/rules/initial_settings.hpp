#pragma once

#include "server/store/settings_document.hpp"

#include <string_view>

namespace clerk::server::rules {

inline constexpr std::string_view development = "development";
inline constexpr std::string_view production = "production";

/// The settings of an instance nobody has configured yet. facts 7
[[nodiscard]] store::SettingsDocument initial_settings(std::string_view environment_type);

}  // namespace clerk::server::rules
