#pragma once

#include "server/rules/roles.hpp"

#include <clerk/contract/organization_roles.hpp>

namespace clerk::server::rules {

[[nodiscard]] Judged<clerk::Roles> read(const operations::ListOrganizationRoles& operation, Call& call,
                                        store::Transaction& transaction);
[[nodiscard]] Judged<Role> apply(const operations::CreateOrganizationRole& operation, Call& call,
                                 store::Transaction& transaction);
[[nodiscard]] Judged<Role> read(const operations::GetOrganizationRole& operation, Call& call,
                                store::Transaction& transaction);
[[nodiscard]] Judged<Role> apply(const operations::UpdateOrganizationRole& operation, Call& call,
                                 store::Transaction& transaction);
[[nodiscard]] Judged<DeletedObject> apply(const operations::DeleteOrganizationRole& operation, Call& call,
                                          store::Transaction& transaction);
[[nodiscard]] Judged<Role> apply(const operations::AssignPermissionToOrganizationRole& operation, Call& call,
                                 store::Transaction& transaction);
[[nodiscard]] Judged<Role> apply(const operations::RemovePermissionFromOrganizationRole& operation, Call& call,
                                 store::Transaction& transaction);

}  // namespace clerk::server::rules
