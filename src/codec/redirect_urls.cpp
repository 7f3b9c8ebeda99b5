#include "codec/model_codec.ipp"

#include <clerk/contract/redirect_urls.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_ANSWER(RedirectURLs);
CLERK_INSTANTIATE_REQUEST(CreateRedirectURLRequest);
CLERK_INSTANTIATE_ANSWER(RedirectURL);

}  // namespace clerk::codec
