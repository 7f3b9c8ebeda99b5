#include "sdk/value_of.hpp"

#include <clerk/api/beta_features_api.hpp>

namespace clerk {

using sdk::value_of;

Result<void> BetaFeaturesApi::change_production_instance_domain(const ChangeProductionInstanceDomainRequest& request,
                                                                const CallOptions& options) const {
  return value_of(api_client_.send(operations::ChangeProductionInstanceDomain{request}, options));
}

Result<InstanceAuthConfig> BetaFeaturesApi::update_instance_auth_config(const UpdateInstanceAuthConfigRequest& request,
                                                                        const CallOptions& options) const {
  return value_of(api_client_.send(operations::UpdateInstanceAuthConfig{request}, options));
}

}  // namespace clerk
