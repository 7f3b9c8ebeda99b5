#include "sdk/async_send.ipp"

#include <clerk/contract/organization_domains.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::CreateOrganizationDomain);
CLERK_INSTANTIATE_OPERATION(operations::ListOrganizationDomains);
CLERK_INSTANTIATE_OPERATION(operations::UpdateOrganizationDomain);
CLERK_INSTANTIATE_OPERATION(operations::DeleteOrganizationDomain);
CLERK_INSTANTIATE_OPERATION(operations::VerifyOrganizationDomainOwnership);
CLERK_INSTANTIATE_OPERATION(operations::ListAllOrganizationDomains);

}  // namespace clerk
