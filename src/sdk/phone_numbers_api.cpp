#include "sdk/value_of.hpp"

#include <clerk/api/phone_numbers_api.hpp>

namespace clerk {

using sdk::value_of;

Result<PhoneNumber> PhoneNumbersApi::create_phone_number(const CreatePhoneNumberRequest& request,
                                                         const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreatePhoneNumber{request}, options));
}

Result<PhoneNumber> PhoneNumbersApi::get_phone_number(std::string_view phone_number_id,
                                                      const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetPhoneNumber{std::string{phone_number_id}}, options));
}

Result<PhoneNumber> PhoneNumbersApi::update_phone_number(std::string_view phone_number_id,
                                                         const UpdatePhoneNumberRequest& request,
                                                         const CallOptions& options) const {
  return value_of(api_client_.send(operations::UpdatePhoneNumber{std::string{phone_number_id}, request}, options));
}

Result<DeletedObject> PhoneNumbersApi::delete_phone_number(std::string_view phone_number_id,
                                                           const CallOptions& options) const {
  return value_of(api_client_.send(operations::DeletePhoneNumber{std::string{phone_number_id}}, options));
}

Result<PhoneNumber> PhoneNumbersApi::replace_user_phone_number(std::string_view user_id,
                                                               const ReplaceUserPhoneNumberRequest& request,
                                                               const CallOptions& options) const {
  return value_of(api_client_.send(operations::ReplaceUserPhoneNumber{std::string{user_id}, request}, options));
}

}  // namespace clerk
