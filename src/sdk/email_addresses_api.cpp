#include "sdk/value_of.hpp"

#include <clerk/api/email_addresses_api.hpp>

namespace clerk {

using sdk::value_of;

Result<EmailAddress> EmailAddressesApi::create_email_address(const CreateEmailAddressRequest& request,
                                                             const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateEmailAddress{request}, options));
}

Result<EmailAddress> EmailAddressesApi::get_email_address(std::string_view email_address_id,
                                                          const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetEmailAddress{std::string{email_address_id}}, options));
}

Result<EmailAddress> EmailAddressesApi::update_email_address(std::string_view email_address_id,
                                                             const UpdateEmailAddressRequest& request,
                                                             const CallOptions& options) const {
  return value_of(api_client_.send(operations::UpdateEmailAddress{std::string{email_address_id}, request}, options));
}

Result<DeletedObject> EmailAddressesApi::delete_email_address(std::string_view email_address_id,
                                                              const CallOptions& options) const {
  return value_of(api_client_.send(operations::DeleteEmailAddress{std::string{email_address_id}}, options));
}

Result<EmailAddress> EmailAddressesApi::replace_user_email_address(std::string_view user_id,
                                                                   const ReplaceUserEmailAddressRequest& request,
                                                                   const CallOptions& options) const {
  return value_of(api_client_.send(operations::ReplaceUserEmailAddress{std::string{user_id}, request}, options));
}

}  // namespace clerk
