#include "codec/model_codec.ipp"

#include <clerk/contract/beta_features.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(UpdateInstanceAuthConfigRequest);
CLERK_INSTANTIATE_ANSWER(InstanceAuthConfig);
CLERK_INSTANTIATE_REQUEST(ChangeProductionInstanceDomainRequest);

}  // namespace clerk::codec
