#include "codec/form.ipp"
#include "codec/model_codec.ipp"

#include <clerk/contract/organization_logo.hpp>
#include <clerk/contract/organization_metadata.hpp>
#include <clerk/contract/organizations.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_ANSWER(Organizations);
CLERK_INSTANTIATE_REQUEST(CreateOrganizationRequest);
CLERK_INSTANTIATE_ANSWER(Organization);
CLERK_INSTANTIATE_REQUEST(UpdateOrganizationRequest);
CLERK_INSTANTIATE_REQUEST(MergeOrganizationMetadataRequest);
CLERK_INSTANTIATE_REQUEST(ReplaceOrganizationMetadataRequest);
CLERK_INSTANTIATE_FORM(UploadOrganizationLogoRequest);

}  // namespace clerk::codec
