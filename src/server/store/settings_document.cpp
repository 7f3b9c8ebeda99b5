#include "server/store/settings_document.hpp"

#include "codec/model_codec.ipp"

namespace clerk::server::store {

namespace {

template <Model M>
std::string text_of(const M& model) {
  auto text = codec::encode(model);
  // Every string that gets here has been read by the codec, which lets no invalid one in.
  if (text.has_error()) throw std::logic_error{text.error().path + " " + text.error().problem};
  return std::move(*text);
}

template <Model M>
M model_of(std::string_view text, M defaults, std::string_view what) {
  if (auto problem = codec::decode_stored(text, defaults)) {
    throw UnreadableDocument{std::string{what} + " of an instance: " + problem->path + " " + problem->problem};
  }
  return defaults;
}

}  // namespace

std::string encode_document(const SettingsDocument& document) { return text_of(document); }

SettingsDocument decode_document(std::string_view text, SettingsDocument defaults) {
  return model_of(text, std::move(defaults), "the settings document");
}

std::string encode_traits(const InstanceTraits& traits) { return text_of(traits); }

InstanceTraits decode_traits(std::string_view text) { return model_of(text, InstanceTraits{}, "the traits"); }

}  // namespace clerk::server::store
