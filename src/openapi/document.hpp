#pragma once

#include <clerk/version.hpp>

#include <string>
#include <string_view>

namespace clerk::openapi {

/// The OpenAPI 3.1 document of every operation in the registry, as indented JSON text.
[[nodiscard]] std::string document(std::string_view server = default_host);

}  // namespace clerk::openapi
