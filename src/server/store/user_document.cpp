#include "server/store/user_document.hpp"

#include "codec/model_codec.ipp"
#include "server/store/stored_model.hpp"

namespace clerk::server::store {

std::string encode_document(const UserDocument& document) { return codec::encode_sound(document); }
std::string encode_document(const IdentificationDocument& document) { return codec::encode_sound(document); }

UserDocument decode_user_document(std::string_view text) { return decode_stored_model<UserDocument>(text, "a user"); }

IdentificationDocument decode_identification_document(std::string_view text) {
  return decode_stored_model<IdentificationDocument>(text, "an identification");
}

}  // namespace clerk::server::store
