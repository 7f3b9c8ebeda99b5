#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/sign_ups.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// Attempts to sign up. They are made through the Frontend API. Each method makes one call; its `async_` twin takes a
/// completion token and completes with `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT SignUpsApi {
 public:
  explicit SignUpsApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// One sign-up. facts 3.2
  [[nodiscard]] Result<SignUp> get_sign_up(std::string_view id, const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_sign_up(std::string id, CallOptions options, Token&& token) const {
    return start(operations::GetSignUp{std::move(id)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_sign_up(std::string id, Token&& token) const {
    return start(operations::GetSignUp{std::move(id)}, {}, std::forward<Token>(token));
  }

  /// Changes a sign-up that is under way; what the request leaves out stays as it is. facts 3.2
  [[nodiscard]] Result<SignUp> update_sign_up(std::string_view id, const UpdateSignUpRequest& request = {},
                                              const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_sign_up(std::string id, UpdateSignUpRequest request, CallOptions options, Token&& token) const {
    return start(operations::UpdateSignUp{std::move(id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_sign_up(std::string id, UpdateSignUpRequest request, Token&& token) const {
    return start(operations::UpdateSignUp{std::move(id), std::move(request)}, {}, std::forward<Token>(token));
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
