#include "codec/model_codec.ipp"

#include <clerk/contract/communication.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(UpdateInstanceCommunicationRequest);
CLERK_INSTANTIATE_ANSWER(InstanceCommunication);

}  // namespace clerk::codec
