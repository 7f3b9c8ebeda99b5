#include "sdk/value_of.hpp"

#include <clerk/api/jwks_api.hpp>

namespace clerk {

using sdk::value_of;

Result<JWKS> JWKSApi::get_jwks(const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetJWKS{}, options));
}

}  // namespace clerk
