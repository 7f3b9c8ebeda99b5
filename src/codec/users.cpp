#include "codec/model_codec.ipp"

#include <clerk/contract/user_list.hpp>
#include <clerk/contract/users.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_REQUEST(CreateUserRequest);
CLERK_INSTANTIATE_REQUEST(UpdateUserRequest);
CLERK_INSTANTIATE_ANSWER(User);
CLERK_INSTANTIATE_ANSWER(Users);

}  // namespace clerk::codec
