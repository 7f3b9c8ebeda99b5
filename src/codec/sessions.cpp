#include "codec/model_codec.ipp"

#include <clerk/contract/sessions.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_ANSWER(Sessions);
CLERK_INSTANTIATE_REQUEST(CreateSessionRequest);
CLERK_INSTANTIATE_ANSWER(Session);
CLERK_INSTANTIATE_REQUEST(CreateSessionTokenRequest);
CLERK_INSTANTIATE_ANSWER(SessionToken);

}  // namespace clerk::codec
