#pragma once

#include <clerk/contract/allowlist_identifiers.hpp>
#include <clerk/contract/beta_features.hpp>
#include <clerk/contract/blocklist_identifiers.hpp>
#include <clerk/contract/communication.hpp>
#include <clerk/contract/instance.hpp>
#include <clerk/contract/oauth_application_settings.hpp>
#include <clerk/contract/organization_settings.hpp>
#include <clerk/contract/protect.hpp>
#include <clerk/contract/restrictions.hpp>

namespace clerk {

/// Every operation the project knows. Routes, documents and tests are folds over this list.
using AllOperations =
    OperationList<operations::GetInstance, operations::UpdateInstance, operations::UpdateInstanceRestrictions,
                  operations::GetInstanceOrganizationSettings, operations::UpdateInstanceOrganizationSettings,
                  operations::GetInstanceProtect, operations::UpdateInstanceProtect,
                  operations::GetInstanceCommunication, operations::UpdateInstanceCommunication,
                  operations::GetInstanceOAuthApplicationSettings, operations::UpdateInstanceOAuthApplicationSettings,
                  operations::ChangeProductionInstanceDomain, operations::UpdateInstanceAuthConfig,
                  operations::ListAllowlistIdentifiers, operations::CreateAllowlistIdentifier,
                  operations::DeleteAllowlistIdentifier, operations::ListBlocklistIdentifiers,
                  operations::CreateBlocklistIdentifier, operations::DeleteBlocklistIdentifier>;

}  // namespace clerk
