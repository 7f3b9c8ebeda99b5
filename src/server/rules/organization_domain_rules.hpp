#pragma once

#include "server/rules/accept_tools.hpp"
#include "server/rules/call.hpp"

#include <clerk/contract/organization_domains.hpp>

namespace clerk::server::rules {

[[nodiscard]] Judged<OrganizationDomain> apply(const operations::CreateOrganizationDomain& operation, Call& call,
                                               store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationDomains> read(const operations::ListOrganizationDomains& operation, Call& call,
                                               store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationDomain> apply(const operations::UpdateOrganizationDomain& operation, Call& call,
                                               store::Transaction& transaction);
[[nodiscard]] Judged<DeletedObject> apply(const operations::DeleteOrganizationDomain& operation, Call& call,
                                          store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationDomain> apply(const operations::VerifyOrganizationDomainOwnership& operation,
                                               Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<OrganizationDomains> read(const operations::ListAllOrganizationDomains& operation, Call& call,
                                               store::Transaction& transaction);

[[nodiscard]] Judged<tools::OrganizationSuggestions> read(const tools::ListOrganizationSuggestions& operation,
                                                          Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<tools::OrganizationSuggestion> apply(const tools::AcceptOrganizationSuggestion& operation,
                                                          Call& call, store::Transaction& transaction);

}  // namespace clerk::server::rules
