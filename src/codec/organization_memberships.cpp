#include "codec/model_codec.ipp"

#include <clerk/contract/organization_memberships.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(CreateOrganizationMembershipRequest);
CLERK_INSTANTIATE_ANSWER(OrganizationMembership);
CLERK_INSTANTIATE_ANSWER(OrganizationMemberships);
CLERK_INSTANTIATE_REQUEST(UpdateOrganizationMembershipRequest);
CLERK_INSTANTIATE_REQUEST(UpdateOrganizationMembershipMetadataRequest);

}  // namespace clerk::codec
