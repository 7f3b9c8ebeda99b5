#include "codec/model_codec.ipp"

#include <clerk/contract/instance.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(UpdateInstanceRequest);
CLERK_INSTANTIATE_ANSWER(Instance);

}  // namespace clerk::codec
