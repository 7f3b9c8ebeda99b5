#include "server/store/user_document.hpp"

#include "codec/model_codec.ipp"
#include "server/store/settings_document.hpp"

namespace clerk::server::store {

namespace {

template <Model M>
M document_of(std::string_view text, std::string_view owner) {
  M document;
  if (auto problem = codec::decode_stored(text, document)) {
    throw UnreadableDocument{"the document of " + std::string{owner} + ": " + problem->path + " " + problem->problem};
  }
  return document;
}

}  // namespace

std::string encode_document(const UserDocument& document) { return codec::encode_sound(document); }
std::string encode_document(const IdentificationDocument& document) { return codec::encode_sound(document); }

UserDocument decode_user_document(std::string_view text) { return document_of<UserDocument>(text, "a user"); }

IdentificationDocument decode_identification_document(std::string_view text) {
  return document_of<IdentificationDocument>(text, "an identification");
}

}  // namespace clerk::server::store
