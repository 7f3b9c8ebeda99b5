#pragma once

#include "openapi/catalog.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clerk::openapi {

/// A row of a table; a `|` in a cell does not end it.
[[nodiscard]] std::string table_row(const std::vector<std::string>& cells);
/// The row of titles and the line below it.
[[nodiscard]] std::string table_head(const std::vector<std::string>& titles);

[[nodiscard]] std::string link(std::string_view text, std::string_view target);
[[nodiscard]] std::string code(std::string_view text);

/// `InstanceSettingsApi` -> `instance_settings_api`
[[nodiscard]] std::string snake_case(std::string_view pascal_case);

[[nodiscard]] std::string lower_case(std::string_view text);

/// The page of a class or a model, as others link to it.
[[nodiscard]] std::string page_of(std::string_view name);

/// The C++ type of a field's member, such as `Patch<std::vector<std::string>>`.
[[nodiscard]] std::string cpp_type(const FieldEntry& field);

/// The parts that are not empty, with `separator` between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace clerk::openapi
