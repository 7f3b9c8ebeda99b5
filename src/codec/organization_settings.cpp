#include "codec/model_codec.ipp"

#include <clerk/contract/organization_settings.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(UpdateInstanceOrganizationSettingsRequest);
CLERK_INSTANTIATE_ANSWER(OrganizationSettings);

}  // namespace clerk::codec
