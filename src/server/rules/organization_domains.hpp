#pragma once

#include "server/rules/resource_set.hpp"
#include "server/rules/user_record.hpp"
#include "server/store/organizations.hpp"
#include "server/store/resource_models.hpp"

#include <clerk/contract/organization_domains.hpp>

#include <string_view>

namespace clerk::server::rules {

// Domains of organizations, and what they offer to people with an address at one of them. The owner of an offer is the
// domain; there is one for each domain and address, or domain and user.

using OrganizationDomainSet = ResourceSet<OrganizationDomain>;
[[nodiscard]] OrganizationDomainSet organization_domains_in(const Call& call, store::Transaction& transaction);

using SuggestionSet = ResourceSet<store::KeptSuggestion>;
[[nodiscard]] SuggestionSet suggestions_in(const Call& call, store::Transaction& transaction);

/// Whether organizations may have domains here.
[[nodiscard]] bool has_domains(const store::InstanceState& instance);
/// Whether domains may enroll people in that way. Inviting by hand needs no mode. facts 3.3
[[nodiscard]] bool allows_mode(const store::InstanceState& instance, std::string_view enrollment_mode);

/// Invites the user to the organizations that have a domain of theirs, or suggests them, as each domain says. Does
/// nothing where that has been done. facts 3.3
void offer_organizations(const UserRecord& user, const Call& call, store::Transaction& transaction);

/// The role of those who join by a domain: the one that the settings name, if the organization has it.
[[nodiscard]] std::string role_by_domain(const store::OrganizationRow& organization, const Call& call,
                                         store::Transaction& transaction);

/// Takes back what is suggested to a user.
void remove_suggestions(std::string_view user_id, const Call& call, store::Transaction& transaction);
/// Takes back what the domain offered.
void remove_offers(std::string_view domain_id, const Call& call, store::Transaction& transaction);
/// Removes the domains of an organization with all that they offered.
void remove_organization_domains(std::string_view organization_id, const Call& call, store::Transaction& transaction);

}  // namespace clerk::server::rules
