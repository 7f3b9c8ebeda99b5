#pragma once

#include <clerk/contract/field.hpp>

#include <string>
#include <string_view>

namespace clerk::server::store {

// What is kept of a resource: the model that the API answers of it, or one that holds that and more. Instantiated in
// resource_documents.cpp for each that there is; the linker says which is missing.

template <Model Document>
[[nodiscard]] std::string encode_resource(const Document& document);

/// \throws UnreadableDocument
template <Model Document>
[[nodiscard]] Document decode_resource(std::string_view text);

}  // namespace clerk::server::store
