#include "codec/model_codec.ipp"

#include <clerk/contract/email_addresses.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(CreateEmailAddressRequest);
CLERK_INSTANTIATE_REQUEST(UpdateEmailAddressRequest);
CLERK_INSTANTIATE_REQUEST(ReplaceUserEmailAddressRequest);
CLERK_INSTANTIATE_ANSWER(EmailAddress);

}  // namespace clerk::codec
