#include "codec/model_codec.ipp"

#include <clerk/contract/jwks.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_ANSWER(JWKS);

}  // namespace clerk::codec
