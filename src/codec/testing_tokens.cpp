#include "codec/model_codec.ipp"

#include <clerk/contract/testing_tokens.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_ANSWER(TestingToken);

}  // namespace clerk::codec
