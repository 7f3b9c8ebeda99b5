#include "codec/model_codec.ipp"

#include <clerk/contract/domains.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_ANSWER(Domains);
CLERK_INSTANTIATE_REQUEST(AddDomainRequest);
CLERK_INSTANTIATE_ANSWER(Domain);
CLERK_INSTANTIATE_REQUEST(UpdateDomainRequest);

}  // namespace clerk::codec
