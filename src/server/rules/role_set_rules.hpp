#pragma once

#include "server/rules/role_sets.hpp"

#include <clerk/contract/role_sets.hpp>

namespace clerk::server::rules {

[[nodiscard]] Judged<RoleSets> read(const operations::ListRoleSets& operation, Call& call,
                                    store::Transaction& transaction);
[[nodiscard]] Judged<RoleSet> apply(const operations::CreateRoleSet& operation, Call& call,
                                    store::Transaction& transaction);
[[nodiscard]] Judged<RoleSet> read(const operations::GetRoleSet& operation, Call& call,
                                   store::Transaction& transaction);
[[nodiscard]] Judged<RoleSet> apply(const operations::UpdateRoleSet& operation, Call& call,
                                    store::Transaction& transaction);
[[nodiscard]] Judged<DeletedObject> apply(const operations::ReplaceRoleSet& operation, Call& call,
                                          store::Transaction& transaction);
[[nodiscard]] Judged<RoleSet> apply(const operations::AddRolesToRoleSet& operation, Call& call,
                                    store::Transaction& transaction);
[[nodiscard]] Judged<RoleSet> apply(const operations::ReplaceRoleInRoleSet& operation, Call& call,
                                    store::Transaction& transaction);

}  // namespace clerk::server::rules
