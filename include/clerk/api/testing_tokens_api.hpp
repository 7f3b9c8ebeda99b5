#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/testing_tokens.hpp>
#include <clerk/export.hpp>

#include <utility>

namespace clerk {

/// Tokens that let tests past the bot detection. Each method makes one call; its `async_` twin takes a completion
/// token and completes with `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT TestingTokensApi {
 public:
  explicit TestingTokensApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// A new testing token. facts 3.2
  [[nodiscard]] Result<TestingToken> create_testing_token(const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_testing_token(CallOptions options, Token&& token) const {
    return start(operations::CreateTestingToken{}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_testing_token(Token&& token) const {
    return start(operations::CreateTestingToken{}, {}, std::forward<Token>(token));
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
