#include "server/rules/organization_domains.hpp"

#include "server/rules/email_address.hpp"
#include "server/rules/organization_invitations.hpp"
#include "server/rules/role_sets.hpp"
#include "server/store/memberships.hpp"

#include <algorithm>

namespace clerk::server::rules {

namespace {

const std::string pending{InvitationStatus::pending};

std::string key_of(const OrganizationDomainSet::Entry& domain, std::string_view of) {
  return domain.row.id + " " + std::string{of};
}

/// Offers are made once; whether one was accepted or taken back, there is no second. A key that is taken says so.
void invite(const OrganizationDomainSet::Entry& domain, const std::string& address, const Call& call,
            store::Transaction& transaction) {
  OrganizationInvitationSet invitations = organization_invitations_in(call, transaction);
  if (invitations.count({.owner = {domain.row.id}, .subject = {address}}) > 0) return;
  auto entry = invitations.make(call.make_id("orginv"));
  entry.row.owner = domain.row.id;
  entry.row.subject = address;
  entry.row.status = pending;
  entry.row.search = address;
  entry.document.organization_id = domain.document.organization_id;
  const auto organization = store::Organizations{transaction}.find(call.instance.id, domain.document.organization_id);
  entry.document.role = role_by_domain(*organization, call, transaction);
  entry.document.private_metadata = RawJson{"{}"};
  invitations.insert_free(entry);
}

void suggest(const OrganizationDomainSet::Entry& domain, const std::string& user_id, const Call& call,
             store::Transaction& transaction) {
  SuggestionSet suggestions = suggestions_in(call, transaction);
  auto entry = suggestions.make(call.make_id("orgsug"));
  entry.row.unique_key = key_of(domain, user_id);
  entry.row.owner = domain.row.id;
  entry.row.subject = user_id;
  entry.row.status = pending;
  entry.document.organization_id = domain.document.organization_id;
  static_cast<void>(suggestions.insert(entry));
}

bool is_verified_address(const store::IdentificationRow& row) {
  return row.kind == name_of(IdentifierKind::email_address) && row.document.status == VerificationStatus::verified;
}

}  // namespace

OrganizationDomainSet organization_domains_in(const Call& call, store::Transaction& transaction) {
  return {"organization_domain", call, transaction};
}

SuggestionSet suggestions_in(const Call& call, store::Transaction& transaction) {
  return {"organization_suggestion", call, transaction};
}

bool has_domains(const store::InstanceState& instance) {
  const auto& settings = instance.settings.organization_settings;
  return settings.enabled && settings.domains_enabled;
}

bool allows_mode(const store::InstanceState& instance, std::string_view enrollment_mode) {
  if (enrollment_mode == OrganizationDomainEnrollmentMode::manual_invitation) return true;
  const auto& modes = instance.settings.organization_settings.domains_enrollment_modes;
  return std::ranges::any_of(modes, [&](const EnrollmentMode& mode) { return mode.text() == enrollment_mode; });
}

void offer_organizations(const UserRecord& user, const Call& call, store::Transaction& transaction) {
  if (!has_domains(call.instance)) return;
  OrganizationDomainSet domains = organization_domains_in(call, transaction);
  for (const store::IdentificationRow& row : user.identifications) {
    if (!is_verified_address(row)) continue;
    const auto address = read_email_address(row.folded);
    const auto domain = address ? domains.find_by_key(address->domain) : std::nullopt;
    if (!domain || !allows_mode(call.instance, domain->document.enrollment_mode.text())) continue;
    if (store::Memberships{transaction}.find(domain->document.organization_id, user.row.id)) continue;
    const std::string& mode = domain->document.enrollment_mode.text();
    if (mode == OrganizationDomainEnrollmentMode::automatic_invitation) {
      invite(*domain, row.folded, call, transaction);
    } else if (mode == OrganizationDomainEnrollmentMode::automatic_suggestion) {
      suggest(*domain, user.row.id, call, transaction);
    }
  }
}

std::string role_by_domain(const store::OrganizationRow& organization, const Call& call,
                           store::Transaction& transaction) {
  RoleSetBook sets{call, transaction};
  const RoleSetBook::Entry set = sets.of(organization.role_set);
  const std::string& role = call.instance.settings.organization_settings.domains_default_role;
  return has_role(set, role) ? role : sets.default_role(set);
}

void remove_suggestions(std::string_view user_id, const Call& call, store::Transaction& transaction) {
  SuggestionSet suggestions = suggestions_in(call, transaction);
  for (const auto& entry : suggestions.all({.subject = {std::string{user_id}}}, {})) suggestions.remove(entry.row.id);
}

void remove_offers(std::string_view domain_id, const Call& call, store::Transaction& transaction) {
  store::Resources{transaction, "organization_invitation"}.remove_of_owner(call.instance.id, domain_id);
  store::Resources{transaction, "organization_suggestion"}.remove_of_owner(call.instance.id, domain_id);
}

void remove_organization_domains(std::string_view organization_id, const Call& call, store::Transaction& transaction) {
  OrganizationDomainSet domains = organization_domains_in(call, transaction);
  for (const auto& domain : domains.all({.owner = {std::string{organization_id}}}, {})) {
    remove_offers(domain.row.id, call, transaction);
    domains.remove(domain.row.id);
  }
}

}  // namespace clerk::server::rules
