#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/deleted_object.hpp>
#include <clerk/contract/phone_number.hpp>
#include <clerk/contract/phone_numbers.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// The phone numbers of users. Each method makes one call; its `async_` twin takes a completion token and completes
/// with `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT PhoneNumbersApi {
 public:
  explicit PhoneNumbersApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// Gives a user a phone number more. Never sent twice. facts 3.1
  [[nodiscard]] Result<PhoneNumber> create_phone_number(const CreatePhoneNumberRequest& request,
                                                        const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_phone_number(CreatePhoneNumberRequest request, CallOptions options, Token&& token) const {
    return start(operations::CreatePhoneNumber{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_phone_number(CreatePhoneNumberRequest request, Token&& token) const {
    return start(operations::CreatePhoneNumber{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// A phone number and how it stands. facts 3.1
  [[nodiscard]] Result<PhoneNumber> get_phone_number(std::string_view phone_number_id,
                                                     const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_phone_number(std::string phone_number_id, CallOptions options, Token&& token) const {
    return start(operations::GetPhoneNumber{std::move(phone_number_id)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_phone_number(std::string phone_number_id, Token&& token) const {
    return start(operations::GetPhoneNumber{std::move(phone_number_id)}, {}, std::forward<Token>(token));
  }

  /// Marks a phone number as verified, or makes it the primary one. facts 3.1
  [[nodiscard]] Result<PhoneNumber> update_phone_number(std::string_view phone_number_id,
                                                        const UpdatePhoneNumberRequest& request = {},
                                                        const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_phone_number(std::string phone_number_id, UpdatePhoneNumberRequest request, CallOptions options,
                                 Token&& token) const {
    return start(operations::UpdatePhoneNumber{std::move(phone_number_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_phone_number(std::string phone_number_id, UpdatePhoneNumberRequest request, Token&& token) const {
    return start(operations::UpdatePhoneNumber{std::move(phone_number_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Takes a phone number from its user. facts 3.1
  [[nodiscard]] Result<DeletedObject> delete_phone_number(std::string_view phone_number_id,
                                                          const CallOptions& options = {}) const;
  template <class Token>
  auto async_delete_phone_number(std::string phone_number_id, CallOptions options, Token&& token) const {
    return start(operations::DeletePhoneNumber{std::move(phone_number_id)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_delete_phone_number(std::string phone_number_id, Token&& token) const {
    return start(operations::DeletePhoneNumber{std::move(phone_number_id)}, {}, std::forward<Token>(token));
  }

  /// Puts one phone number in the place of all that a user has. Never sent twice. facts 3.1
  [[nodiscard]] Result<PhoneNumber> replace_user_phone_number(std::string_view user_id,
                                                              const ReplaceUserPhoneNumberRequest& request,
                                                              const CallOptions& options = {}) const;
  template <class Token>
  auto async_replace_user_phone_number(std::string user_id, ReplaceUserPhoneNumberRequest request, CallOptions options,
                                       Token&& token) const {
    return start(operations::ReplaceUserPhoneNumber{std::move(user_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_replace_user_phone_number(std::string user_id, ReplaceUserPhoneNumberRequest request,
                                       Token&& token) const {
    return start(operations::ReplaceUserPhoneNumber{std::move(user_id), std::move(request)}, {},
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
