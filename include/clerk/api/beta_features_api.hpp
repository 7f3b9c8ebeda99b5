#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/beta_features.hpp>
#include <clerk/export.hpp>

#include <utility>

namespace clerk {

/// Operations that Clerk calls beta. Each method makes one call; its `async_` twin takes a completion token and
/// completes with `void(Result<Answer>)` (include `<clerk/async.hpp>`). A request that is left out sends `{}`.
class CLERK_EXPORT BetaFeaturesApi {
 public:
  explicit BetaFeaturesApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// Moves a production instance to another domain. Never sent twice. facts 2.9
  [[nodiscard]] Result<void> change_production_instance_domain(
      const ChangeProductionInstanceDomainRequest& request = {}, const CallOptions& options = {}) const;
  template <class Token>
  auto async_change_production_instance_domain(ChangeProductionInstanceDomainRequest request, CallOptions options,
                                               Token&& token) const {
    return start(operations::ChangeProductionInstanceDomain{std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_change_production_instance_domain(ChangeProductionInstanceDomainRequest request, Token&& token) const {
    return start(operations::ChangeProductionInstanceDomain{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Changes beta settings of signing in; answers them. facts 2.10
  [[nodiscard]] Result<InstanceAuthConfig> update_instance_auth_config(
      const UpdateInstanceAuthConfigRequest& request = {}, const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_instance_auth_config(UpdateInstanceAuthConfigRequest request, CallOptions options,
                                         Token&& token) const {
    return start(operations::UpdateInstanceAuthConfig{std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_instance_auth_config(UpdateInstanceAuthConfigRequest request, Token&& token) const {
    return start(operations::UpdateInstanceAuthConfig{std::move(request)}, {}, std::forward<Token>(token));
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
