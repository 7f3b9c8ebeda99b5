#include "sdk/value_of.hpp"

#include <clerk/api/sign_ups_api.hpp>

namespace clerk {

using sdk::value_of;

Result<SignUp> SignUpsApi::get_sign_up(std::string_view id, const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetSignUp{std::string{id}}, options));
}

Result<SignUp> SignUpsApi::update_sign_up(std::string_view id, const UpdateSignUpRequest& request,
                                          const CallOptions& options) const {
  return value_of(api_client_.send(operations::UpdateSignUp{std::string{id}, request}, options));
}

}  // namespace clerk
