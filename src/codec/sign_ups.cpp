#include "codec/model_codec.ipp"

#include <clerk/contract/sign_ups.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_ANSWER(SignUp);
CLERK_INSTANTIATE_REQUEST(UpdateSignUpRequest);

}  // namespace clerk::codec
