#pragma once

#include <string_view>

namespace clerk::ctl::operations {

/// What an image is, by its first bytes; else what its name says; else `application/octet-stream`.
[[nodiscard]] std::string_view media_type_of(std::string_view name, std::string_view bytes);

}  // namespace clerk::ctl::operations
