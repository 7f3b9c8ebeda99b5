#include "sdk/async_send.ipp"

#include <clerk/contract/jwt_templates.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::ListJWTTemplates);
CLERK_INSTANTIATE_OPERATION(operations::CreateJWTTemplate);
CLERK_INSTANTIATE_OPERATION(operations::GetJWTTemplate);
CLERK_INSTANTIATE_OPERATION(operations::UpdateJWTTemplate);
CLERK_INSTANTIATE_OPERATION(operations::DeleteJWTTemplate);

}  // namespace clerk
