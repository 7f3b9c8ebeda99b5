#include "sdk/async_send.ipp"

#include <clerk/contract/organization_logo.hpp>
#include <clerk/contract/organization_metadata.hpp>
#include <clerk/contract/organizations.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::ListOrganizations);
CLERK_INSTANTIATE_OPERATION(operations::CreateOrganization);
CLERK_INSTANTIATE_OPERATION(operations::GetOrganization);
CLERK_INSTANTIATE_OPERATION(operations::UpdateOrganization);
CLERK_INSTANTIATE_OPERATION(operations::DeleteOrganization);
CLERK_INSTANTIATE_OPERATION(operations::MergeOrganizationMetadata);
CLERK_INSTANTIATE_OPERATION(operations::ReplaceOrganizationMetadata);
CLERK_INSTANTIATE_OPERATION(operations::UploadOrganizationLogo);
CLERK_INSTANTIATE_OPERATION(operations::DeleteOrganizationLogo);

}  // namespace clerk
