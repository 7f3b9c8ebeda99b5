#include "codec/model_codec.ipp"

#include <clerk/contract/allowlist_identifiers.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_ANSWER(AllowlistIdentifiers);
CLERK_INSTANTIATE_REQUEST(CreateAllowlistIdentifierRequest);
CLERK_INSTANTIATE_ANSWER(AllowlistIdentifier);
CLERK_INSTANTIATE_ANSWER(DeletedObject);

}  // namespace clerk::codec
