#pragma once

#include "server/rules/call.hpp"

#include <clerk/contract/organization_metadata.hpp>
#include <clerk/contract/organizations.hpp>

namespace clerk::server::rules {

[[nodiscard]] Judged<Organizations> read(const operations::ListOrganizations& operation, Call& call,
                                         store::Transaction& transaction);
[[nodiscard]] Judged<Organization> apply(const operations::CreateOrganization& operation, Call& call,
                                         store::Transaction& transaction);
[[nodiscard]] Judged<Organization> read(const operations::GetOrganization& operation, Call& call,
                                        store::Transaction& transaction);
[[nodiscard]] Judged<Organization> apply(const operations::UpdateOrganization& operation, Call& call,
                                         store::Transaction& transaction);
[[nodiscard]] Judged<DeletedObject> apply(const operations::DeleteOrganization& operation, Call& call,
                                          store::Transaction& transaction);
[[nodiscard]] Judged<Organization> apply(const operations::MergeOrganizationMetadata& operation, Call& call,
                                         store::Transaction& transaction);
[[nodiscard]] Judged<Organization> apply(const operations::ReplaceOrganizationMetadata& operation, Call& call,
                                         store::Transaction& transaction);

}  // namespace clerk::server::rules
