#include "codec/model_codec.ipp"

#include <clerk/contract/protect.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(UpdateInstanceProtectRequest);
CLERK_INSTANTIATE_ANSWER(InstanceProtect);

}  // namespace clerk::codec
