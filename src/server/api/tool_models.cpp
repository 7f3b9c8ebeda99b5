#include "server/api/tool_models.hpp"

#include "codec/model_codec.ipp"

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(server::api::UpdateTraitsRequest);
CLERK_INSTANTIATE_REQUEST(server::api::CreateInstanceRequest);
CLERK_INSTANTIATE_REQUEST(server::api::MoveClockRequest);
CLERK_INSTANTIATE_ANSWER(server::api::InstanceView);
CLERK_INSTANTIATE_ANSWER(server::api::InstanceList);
CLERK_INSTANTIATE_ANSWER(server::api::RoleList);
CLERK_INSTANTIATE_ANSWER(server::api::ClockView);

}  // namespace clerk::codec
