#include "codec/model_codec.ipp"

#include <clerk/contract/phone_numbers.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(CreatePhoneNumberRequest);
CLERK_INSTANTIATE_REQUEST(UpdatePhoneNumberRequest);
CLERK_INSTANTIATE_REQUEST(ReplaceUserPhoneNumberRequest);
CLERK_INSTANTIATE_ANSWER(PhoneNumber);

}  // namespace clerk::codec
