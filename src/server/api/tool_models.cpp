#include "server/api/tool_models.hpp"

#include "codec/model_codec.ipp"
#include "server/rules/accept_tools.hpp"
#include "server/rules/select_organization_tool.hpp"
#include "server/rules/sign_up_tool.hpp"

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(server::api::UpdateTraitsRequest);
CLERK_INSTANTIATE_REQUEST(server::api::CreateInstanceRequest);
CLERK_INSTANTIATE_REQUEST(server::api::MoveClockRequest);
CLERK_INSTANTIATE_ANSWER(server::api::InstanceView);
CLERK_INSTANTIATE_ANSWER(server::api::InstanceList);
CLERK_INSTANTIATE_ANSWER(server::api::RoleList);
CLERK_INSTANTIATE_ANSWER(server::api::ClockView);
CLERK_INSTANTIATE_REQUEST(server::tools::SignUpRequest);
CLERK_INSTANTIATE_ANSWER(server::tools::SignUpResult);
CLERK_INSTANTIATE_REQUEST(server::tools::SelectOrganizationRequest);
CLERK_INSTANTIATE_REQUEST(server::tools::AcceptOrganizationInvitationRequest);
CLERK_INSTANTIATE_ANSWER(server::tools::OrganizationSuggestion);
CLERK_INSTANTIATE_ANSWER(server::tools::OrganizationSuggestions);

}  // namespace clerk::codec
