#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/jwks.hpp>
#include <clerk/export.hpp>

#include <utility>

namespace clerk {

/// The public keys of an instance. Each method makes one call; its `async_` twin takes a completion token and
/// completes with `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT JWKSApi {
 public:
  explicit JWKSApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// The keys by which tokens of the instance are verified. facts 8.2
  [[nodiscard]] Result<JWKS> get_jwks(const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_jwks(CallOptions options, Token&& token) const {
    return start(operations::GetJWKS{}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_jwks(Token&& token) const {
    return start(operations::GetJWKS{}, {}, std::forward<Token>(token));
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
