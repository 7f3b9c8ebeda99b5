#pragma once

#include "server/rules/resource_set.hpp"
#include "server/store/resource_models.hpp"

#include <clerk/contract/organization_permissions.hpp>

#include <optional>
#include <string_view>

namespace clerk::server::rules {

/// The permission with that key or that id, a system one too.
[[nodiscard]] std::optional<Permission> find_permission_by_key(std::string_view key, const Call& call,
                                                               store::Transaction& transaction);
[[nodiscard]] std::optional<Permission> find_permission(std::string_view id, const Call& call,
                                                        store::Transaction& transaction);

[[nodiscard]] Judged<Permissions> read(const operations::ListOrganizationPermissions& operation, Call& call,
                                       store::Transaction& transaction);
[[nodiscard]] Judged<Permission> apply(const operations::CreateOrganizationPermission& operation, Call& call,
                                       store::Transaction& transaction);
[[nodiscard]] Judged<Permission> read(const operations::GetOrganizationPermission& operation, Call& call,
                                      store::Transaction& transaction);
[[nodiscard]] Judged<Permission> apply(const operations::UpdateOrganizationPermission& operation, Call& call,
                                       store::Transaction& transaction);
[[nodiscard]] Judged<DeletedObject> apply(const operations::DeleteOrganizationPermission& operation, Call& call,
                                          store::Transaction& transaction);

}  // namespace clerk::server::rules
