#include "server/store/settings_document.hpp"

#include "codec/model_codec.ipp"

namespace clerk::server::store {

namespace {

template <Model M>
M model_of(std::string_view text, M defaults, std::string_view what) {
  if (auto problem = codec::decode_stored(text, defaults)) {
    throw UnreadableDocument{std::string{what} + " of an instance: " + problem->path + " " + problem->problem};
  }
  return defaults;
}

}  // namespace

std::string encode_document(const SettingsDocument& document) { return codec::encode_sound(document); }

SettingsDocument decode_document(std::string_view text, SettingsDocument defaults) {
  return model_of(text, std::move(defaults), "the settings document");
}

std::string encode_traits(const InstanceTraits& traits) { return codec::encode_sound(traits); }

InstanceTraits decode_traits(std::string_view text) { return model_of(text, InstanceTraits{}, "the traits"); }

}  // namespace clerk::server::store
