#include "codec/model_codec.ipp"

#include <clerk/contract/organization_domains.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(CreateOrganizationDomainRequest);
CLERK_INSTANTIATE_ANSWER(OrganizationDomain);
CLERK_INSTANTIATE_ANSWER(OrganizationDomains);
CLERK_INSTANTIATE_REQUEST(UpdateOrganizationDomainRequest);

}  // namespace clerk::codec
