#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/deleted_object.hpp>
#include <clerk/contract/email_address.hpp>
#include <clerk/contract/email_addresses.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// The e-mail addresss of users. Each method makes one call; its `async_` twin takes a completion token and completes
/// with `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT EmailAddressesApi {
 public:
  explicit EmailAddressesApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// Gives a user an e-mail address more. Never sent twice. facts 3.1
  [[nodiscard]] Result<EmailAddress> create_email_address(const CreateEmailAddressRequest& request,
                                                          const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_email_address(CreateEmailAddressRequest request, CallOptions options, Token&& token) const {
    return start(operations::CreateEmailAddress{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_email_address(CreateEmailAddressRequest request, Token&& token) const {
    return start(operations::CreateEmailAddress{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// An e-mail address and how it stands. facts 3.1
  [[nodiscard]] Result<EmailAddress> get_email_address(std::string_view email_address_id,
                                                       const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_email_address(std::string email_address_id, CallOptions options, Token&& token) const {
    return start(operations::GetEmailAddress{std::move(email_address_id)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_email_address(std::string email_address_id, Token&& token) const {
    return start(operations::GetEmailAddress{std::move(email_address_id)}, {}, std::forward<Token>(token));
  }

  /// Marks an e-mail address as verified, or makes it the primary one. facts 3.1
  [[nodiscard]] Result<EmailAddress> update_email_address(std::string_view email_address_id,
                                                          const UpdateEmailAddressRequest& request = {},
                                                          const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_email_address(std::string email_address_id, UpdateEmailAddressRequest request, CallOptions options,
                                  Token&& token) const {
    return start(operations::UpdateEmailAddress{std::move(email_address_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_email_address(std::string email_address_id, UpdateEmailAddressRequest request,
                                  Token&& token) const {
    return start(operations::UpdateEmailAddress{std::move(email_address_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Takes an e-mail address from its user. facts 3.1
  [[nodiscard]] Result<DeletedObject> delete_email_address(std::string_view email_address_id,
                                                           const CallOptions& options = {}) const;
  template <class Token>
  auto async_delete_email_address(std::string email_address_id, CallOptions options, Token&& token) const {
    return start(operations::DeleteEmailAddress{std::move(email_address_id)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_delete_email_address(std::string email_address_id, Token&& token) const {
    return start(operations::DeleteEmailAddress{std::move(email_address_id)}, {}, std::forward<Token>(token));
  }

  /// Puts one e-mail address in the place of all that a user has. Never sent twice. facts 3.1
  [[nodiscard]] Result<EmailAddress> replace_user_email_address(std::string_view user_id,
                                                                const ReplaceUserEmailAddressRequest& request,
                                                                const CallOptions& options = {}) const;
  template <class Token>
  auto async_replace_user_email_address(std::string user_id, ReplaceUserEmailAddressRequest request,
                                        CallOptions options, Token&& token) const {
    return start(operations::ReplaceUserEmailAddress{std::move(user_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_replace_user_email_address(std::string user_id, ReplaceUserEmailAddressRequest request,
                                        Token&& token) const {
    return start(operations::ReplaceUserEmailAddress{std::move(user_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

 private:
  template <class Operation, class Token>
  auto start(Operation operation, CallOptions options, Token&& token) const {
    return detail::async_entry<Operation, Token>::start(api_client_, std::move(operation), std::move(options),
                                                        std::forward<Token>(token));
  }

  ApiClient api_client_;
};

}  // namespace clerk
