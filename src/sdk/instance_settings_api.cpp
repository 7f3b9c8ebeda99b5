#include "sdk/value_of.hpp"

#include <clerk/api/instance_settings_api.hpp>

namespace clerk {

using sdk::value_of;

Result<Instance> InstanceSettingsApi::get_instance(const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetInstance{}, options));
}

Result<void> InstanceSettingsApi::update_instance(const UpdateInstanceRequest& request,
                                                  const CallOptions& options) const {
  return value_of(api_client_.send(operations::UpdateInstance{request}, options));
}

Result<InstanceRestrictions> InstanceSettingsApi::update_instance_restrictions(
    const UpdateInstanceRestrictionsRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::UpdateInstanceRestrictions{request}, options));
}

Result<OrganizationSettings> InstanceSettingsApi::get_instance_organization_settings(const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetInstanceOrganizationSettings{}, options));
}

Result<OrganizationSettings> InstanceSettingsApi::update_instance_organization_settings(
    const UpdateInstanceOrganizationSettingsRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::UpdateInstanceOrganizationSettings{request}, options));
}

Result<InstanceProtect> InstanceSettingsApi::get_instance_protect(const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetInstanceProtect{}, options));
}

Result<InstanceProtect> InstanceSettingsApi::update_instance_protect(const UpdateInstanceProtectRequest& request,
                                                                     const CallOptions& options) const {
  return value_of(api_client_.send(operations::UpdateInstanceProtect{request}, options));
}

Result<InstanceCommunication> InstanceSettingsApi::get_instance_communication(const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetInstanceCommunication{}, options));
}

Result<InstanceCommunication> InstanceSettingsApi::update_instance_communication(
    const UpdateInstanceCommunicationRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::UpdateInstanceCommunication{request}, options));
}

Result<InstanceOAuthApplicationSettings> InstanceSettingsApi::get_instance_oauth_application_settings(
    const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetInstanceOAuthApplicationSettings{}, options));
}

Result<InstanceOAuthApplicationSettings> InstanceSettingsApi::update_instance_oauth_application_settings(
    const UpdateInstanceOAuthApplicationSettingsRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::UpdateInstanceOAuthApplicationSettings{request}, options));
}

}  // namespace clerk
