#include "codec/model_codec.ipp"

#include <clerk/contract/blocklist_identifiers.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_ANSWER(BlocklistIdentifiers);
CLERK_INSTANTIATE_REQUEST(CreateBlocklistIdentifierRequest);
CLERK_INSTANTIATE_ANSWER(BlocklistIdentifier);

}  // namespace clerk::codec
