#include "codec/model_codec.ipp"

#include <clerk/contract/jwt_templates.hpp>

namespace clerk::codec {

CLERK_INSTANTIATE_ANSWER(JWTTemplates);
CLERK_INSTANTIATE_REQUEST(CreateJWTTemplateRequest);
CLERK_INSTANTIATE_ANSWER(JWTTemplate);
CLERK_INSTANTIATE_REQUEST(UpdateJWTTemplateRequest);

}  // namespace clerk::codec
