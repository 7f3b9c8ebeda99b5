#pragma once

#include "openapi/catalog.hpp"

#include <string>
#include <string_view>

namespace clerk::openapi {

// The pages of docs/reference, each by its own file.
[[nodiscard]] std::string index_page(const Catalog& all);
[[nodiscard]] std::string api_page(const Catalog& all, std::string_view api);
[[nodiscard]] std::string model_page(const Catalog& all, const ModelEntry& model);
[[nodiscard]] std::string error_codes_page();

/// A whole program that makes the operation's call.
[[nodiscard]] std::string example(const Catalog& all, const OperationEntry& operation);

inline constexpr std::string_view index_file = "README.md";
inline constexpr std::string_view error_codes_file = "ErrorCodes.md";
inline constexpr std::string_view document_file = "openapi.json";

}  // namespace clerk::openapi
