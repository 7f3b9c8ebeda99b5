#pragma once

#include <string>
#include <string_view>

namespace clerk::ctl::operations {

/// The command of an API class: `InstanceSettingsApi` is `instance-settings`, `JWTTemplatesApi` is `jwt-templates`.
[[nodiscard]] std::string class_command(std::string_view api);

/// The command of a method, or the flag of a field: `update_instance` is `update-instance`.
[[nodiscard]] std::string with_dashes(std::string_view name);

}  // namespace clerk::ctl::operations
