#include "codec/model_codec.ipp"

#include <clerk/contract/restrictions.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(UpdateInstanceRestrictionsRequest);
CLERK_INSTANTIATE_ANSWER(InstanceRestrictions);

}  // namespace clerk::codec
