#pragma once

#include "codec/model_codec.ipp"
#include "server/store/settings_document.hpp"

#include <string>
#include <string_view>

namespace clerk::server::store {

/// Reads what a column keeps as a document. `owner` says whose it is. Template-heavy: for source files only.
/// \throws UnreadableDocument
template <Model M>
[[nodiscard]] M decode_stored_model(std::string_view text, std::string_view owner) {
  M document;
  if (auto problem = codec::decode_stored(text, document)) {
    throw UnreadableDocument{"the document of " + std::string{owner} + ": " + problem->path + " " + problem->problem};
  }
  return document;
}

}  // namespace clerk::server::store
