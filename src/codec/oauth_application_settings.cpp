#include "codec/model_codec.ipp"

#include <clerk/contract/oauth_application_settings.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(UpdateInstanceOAuthApplicationSettingsRequest);
CLERK_INSTANTIATE_ANSWER(InstanceOAuthApplicationSettings);

}  // namespace clerk::codec
