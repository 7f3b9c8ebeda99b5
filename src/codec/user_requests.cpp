#include "codec/model_codec.ipp"

#include <clerk/contract/user_bulk.hpp>
#include <clerk/contract/user_list.hpp>
#include <clerk/contract/user_metadata.hpp>
#include <clerk/contract/user_passwords.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(UsersBanRequest);
CLERK_INSTANTIATE_REQUEST(UsersUnbanRequest);
CLERK_INSTANTIATE_REQUEST(UpdateUserMetadataRequest);
CLERK_INSTANTIATE_REQUEST(ReplaceUserMetadataRequest);
CLERK_INSTANTIATE_REQUEST(VerifyPasswordRequest);
CLERK_INSTANTIATE_REQUEST(SetUserPasswordCompromisedRequest);
CLERK_INSTANTIATE_ANSWER(PasswordVerification);
CLERK_INSTANTIATE_ANSWER(TotalCount);

}  // namespace clerk::codec
