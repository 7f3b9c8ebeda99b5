#include "sdk/async_send.ipp"

#include <clerk/contract/redirect_urls.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::ListRedirectURLs);
CLERK_INSTANTIATE_OPERATION(operations::CreateRedirectURL);
CLERK_INSTANTIATE_OPERATION(operations::GetRedirectURL);
CLERK_INSTANTIATE_OPERATION(operations::DeleteRedirectURL);

}  // namespace clerk
