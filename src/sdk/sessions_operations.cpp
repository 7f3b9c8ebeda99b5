#include "sdk/async_send.ipp"

#include <clerk/contract/sessions.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::GetSessionList);
CLERK_INSTANTIATE_OPERATION(operations::CreateSession);
CLERK_INSTANTIATE_OPERATION(operations::GetSession);
CLERK_INSTANTIATE_OPERATION(operations::RevokeSession);
CLERK_INSTANTIATE_OPERATION(operations::CreateSessionToken);
CLERK_INSTANTIATE_OPERATION(operations::CreateSessionTokenFromTemplate);

}  // namespace clerk
