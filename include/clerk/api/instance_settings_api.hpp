#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/communication.hpp>
#include <clerk/contract/instance.hpp>
#include <clerk/contract/oauth_application_settings.hpp>
#include <clerk/contract/organization_settings.hpp>
#include <clerk/contract/protect.hpp>
#include <clerk/contract/restrictions.hpp>
#include <clerk/export.hpp>

#include <utility>

namespace clerk {

/// The settings of an instance. Each method makes one call; its `async_` twin takes a completion token and completes
/// with `void(Result<Answer>)` (include `<clerk/async.hpp>`). A request that is left out sends `{}`.
class CLERK_EXPORT InstanceSettingsApi {
 public:
  explicit InstanceSettingsApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// The instance of the key. Of its settings only allowed_origins can be read. facts 2.1
  [[nodiscard]] Result<Instance> get_instance(const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_instance(CallOptions options, Token&& token) const {
    return start(operations::GetInstance{}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_instance(Token&& token) const {
    return start(operations::GetInstance{}, {}, std::forward<Token>(token));
  }

  /// Changes settings of the instance; what the request leaves out stays as it is. facts 2.2
  [[nodiscard]] Result<void> update_instance(const UpdateInstanceRequest& request = {},
                                             const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_instance(UpdateInstanceRequest request, CallOptions options, Token&& token) const {
    return start(operations::UpdateInstance{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_instance(UpdateInstanceRequest request, Token&& token) const {
    return start(operations::UpdateInstance{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Changes who may sign up; answers all restrictions. 402: the plan lacks the feature. facts 2.3
  [[nodiscard]] Result<InstanceRestrictions> update_instance_restrictions(
      const UpdateInstanceRestrictionsRequest& request = {}, const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_instance_restrictions(UpdateInstanceRestrictionsRequest request, CallOptions options,
                                          Token&& token) const {
    return start(operations::UpdateInstanceRestrictions{std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_instance_restrictions(UpdateInstanceRestrictionsRequest request, Token&& token) const {
    return start(operations::UpdateInstanceRestrictions{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// How organizations work on the instance. facts 2.4
  [[nodiscard]] Result<OrganizationSettings> get_instance_organization_settings(const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_instance_organization_settings(CallOptions options, Token&& token) const {
    return start(operations::GetInstanceOrganizationSettings{}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_instance_organization_settings(Token&& token) const {
    return start(operations::GetInstanceOrganizationSettings{}, {}, std::forward<Token>(token));
  }

  /// Changes how organizations work; answers all of it. facts 2.5
  [[nodiscard]] Result<OrganizationSettings> update_instance_organization_settings(
      const UpdateInstanceOrganizationSettingsRequest& request = {}, const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_instance_organization_settings(UpdateInstanceOrganizationSettingsRequest request,
                                                   CallOptions options, Token&& token) const {
    return start(operations::UpdateInstanceOrganizationSettings{std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_instance_organization_settings(UpdateInstanceOrganizationSettingsRequest request,
                                                   Token&& token) const {
    return start(operations::UpdateInstanceOrganizationSettings{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Rules against abuse. facts 2.6
  [[nodiscard]] Result<InstanceProtect> get_instance_protect(const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_instance_protect(CallOptions options, Token&& token) const {
    return start(operations::GetInstanceProtect{}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_instance_protect(Token&& token) const {
    return start(operations::GetInstanceProtect{}, {}, std::forward<Token>(token));
  }

  /// Changes the rules against abuse; answers all of them. facts 2.6
  [[nodiscard]] Result<InstanceProtect> update_instance_protect(const UpdateInstanceProtectRequest& request = {},
                                                                const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_instance_protect(UpdateInstanceProtectRequest request, CallOptions options, Token&& token) const {
    return start(operations::UpdateInstanceProtect{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_instance_protect(UpdateInstanceProtectRequest request, Token&& token) const {
    return start(operations::UpdateInstanceProtect{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Countries that get no messages. facts 2.7
  [[nodiscard]] Result<InstanceCommunication> get_instance_communication(const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_instance_communication(CallOptions options, Token&& token) const {
    return start(operations::GetInstanceCommunication{}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_instance_communication(Token&& token) const {
    return start(operations::GetInstanceCommunication{}, {}, std::forward<Token>(token));
  }

  /// Changes which countries get no messages; answers them. facts 2.7
  [[nodiscard]] Result<InstanceCommunication> update_instance_communication(
      const UpdateInstanceCommunicationRequest& request = {}, const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_instance_communication(UpdateInstanceCommunicationRequest request, CallOptions options,
                                           Token&& token) const {
    return start(operations::UpdateInstanceCommunication{std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_instance_communication(UpdateInstanceCommunicationRequest request, Token&& token) const {
    return start(operations::UpdateInstanceCommunication{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Settings of the OAuth applications. facts 2.8
  [[nodiscard]] Result<InstanceOAuthApplicationSettings> get_instance_oauth_application_settings(
      const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_instance_oauth_application_settings(CallOptions options, Token&& token) const {
    return start(operations::GetInstanceOAuthApplicationSettings{}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_instance_oauth_application_settings(Token&& token) const {
    return start(operations::GetInstanceOAuthApplicationSettings{}, {}, std::forward<Token>(token));
  }

  /// Changes settings of the OAuth applications; answers all of them. facts 2.8
  [[nodiscard]] Result<InstanceOAuthApplicationSettings> update_instance_oauth_application_settings(
      const UpdateInstanceOAuthApplicationSettingsRequest& request = {}, const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_instance_oauth_application_settings(UpdateInstanceOAuthApplicationSettingsRequest request,
                                                        CallOptions options, Token&& token) const {
    return start(operations::UpdateInstanceOAuthApplicationSettings{std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_instance_oauth_application_settings(UpdateInstanceOAuthApplicationSettingsRequest request,
                                                        Token&& token) const {
    return start(operations::UpdateInstanceOAuthApplicationSettings{std::move(request)}, {},
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
