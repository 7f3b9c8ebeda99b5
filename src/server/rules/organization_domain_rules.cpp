#include "server/rules/organization_domain_rules.hpp"

#include "server/rules/common_email_domains.hpp"
#include "server/rules/email_address.hpp"
#include "server/rules/member_rules.hpp"
#include "server/rules/organization_domains.hpp"
#include "server/rules/organization_invitations.hpp"

#include <algorithm>
#include <array>

namespace clerk::server::rules {

namespace {

using Entry = OrganizationDomainSet::Entry;
using Mode = OrganizationDomainEnrollmentMode;

constexpr auto all_modes = std::to_array<std::string_view>(
    {Mode::manual_invitation, Mode::automatic_invitation, Mode::automatic_suggestion, Mode::enterprise_sso});

/// A verified name is had once in an instance, others once in an organization.
std::string key_of(std::string_view name, std::string_view organization_id, bool is_verified) {
  return is_verified ? std::string{name} : std::string{organization_id} + " " + std::string{name};
}

/// What lists are filtered by.
std::string status_of(std::string_view mode, bool is_verified) {
  return std::string{mode} + (is_verified ? " verified" : " unverified");
}

bool is_verified(const Entry& entry) { return entry.row.unique_key == entry.row.subject; }

void place(Entry& entry, const Mode& mode, bool verified) {
  entry.document.enrollment_mode = mode;
  entry.row.unique_key = key_of(entry.row.subject, entry.row.owner, verified);
  entry.row.status = status_of(mode.text(), verified);
}

OrganizationDomain domain_of(const Entry& entry, const store::OrganizationRow* organization, const Call& call,
                             store::Transaction& transaction) {
  OrganizationDomain domain = entry.document;
  domain.object = "organization_domain";
  domain.id = entry.row.id;
  domain.organization_id = entry.row.owner;
  domain.name = entry.row.subject;
  domain.affiliation_verification = OrganizationDomainVerification{
      .status = is_verified(entry) ? "verified" : "unverified", .strategy = "admin", .attempts = 0};
  domain.verification = domain.affiliation_verification;
  const store::ResourceSearch open{.status = {std::string{InvitationStatus::pending}}, .owner = {entry.row.id}};
  domain.total_pending_invitations = organization_invitations_in(call, transaction).count(open);
  domain.total_pending_suggestions = suggestions_in(call, transaction).count(open);
  if (organization != nullptr) domain.public_organization_data = public_data_of(*organization, call);
  domain.created_at = entry.row.created_at;
  domain.updated_at = entry.row.updated_at;
  return domain;
}

Refused domain_not_found() { return refused({.definition = &error_definition("organization_domain_not_found")}); }

Refused name_taken(const Entry& entry, const Entry& holder) {
  constexpr const ErrorDefinition* same = &error_definition("organization_domain_already_exists_same_organization");
  constexpr const ErrorDefinition* other = &error_definition("organization_domain_already_exists");
  return refused(
      {.definition = holder.row.owner == entry.row.owner ? same : other, .param = "name", .value = entry.row.subject});
}

Refusals judge_mode(const Mode& mode, const Call& call) {
  // Nobody here has an enterprise connection.
  if (mode.text() != Mode::enterprise_sso && allows_mode(call.instance, mode.text())) return {};
  return {{.definition = &error_definition("organization_domain_enrollment_mode_not_enabled"),
           .param = "enrollment_mode",
           .value = mode.text()}};
}

/// Whether the name can be that of an organization. facts 3.3
Refusals judge_name(const std::string& name, const Call& call) {
  if (is_common_email_domain(name)) {
    return {{.definition = &error_definition("organization_domain_common"), .param = "name", .value = name}};
  }
  if (call.disposable_domains->contains(name)) {
    return {{.definition = &error_definition("organization_domain_blocked"), .param = "name", .value = name}};
  }
  return {};
}

Refusals judge_enabled(const Call& call) {
  if (has_domains(call.instance)) return {};
  return {{.definition = &error_definition("organization_domains_not_enabled")}};
}

/// Another domain whose name the entry can't have beside it.
std::optional<Entry> holder_of_name(const Entry& entry, OrganizationDomainSet& domains) {
  for (const bool verified : {true, false}) {
    auto holder = domains.find_by_key(key_of(entry.row.subject, entry.row.owner, verified));
    const bool is_in_the_way =
        holder && holder->row.id != entry.row.id && (holder->row.owner == entry.row.owner || is_verified(entry));
    if (is_in_the_way) return holder;
  }
  return std::nullopt;
}

/// The modes that a filter asks for: named ones, or all but those with `-` before them.
std::vector<std::string> modes_of(const std::optional<std::string>& filter) {
  std::vector<std::string> modes;
  std::vector<std::string> excluded;
  std::string_view rest = filter ? std::string_view{*filter} : std::string_view{};
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    std::string_view mode = rest.substr(0, comma);
    auto& side = mode.starts_with('-') ? excluded : modes;
    if (mode.starts_with('-') || mode.starts_with('+')) mode.remove_prefix(1);
    side.emplace_back(mode);
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
  }
  if (modes.empty()) modes.assign(all_modes.begin(), all_modes.end());
  std::erase_if(modes, [&](const std::string& mode) { return std::ranges::count(excluded, mode) > 0; });
  return modes;
}

/// Nothing is asked for when neither filter is there.
std::vector<std::string> statuses(const auto& query) {
  std::vector<std::string> statuses;
  if (!query.verified && !query.enrollment_mode) return statuses;
  for (const std::string& mode : modes_of(query.enrollment_mode)) {
    for (const bool verified : {true, false}) {
      if (query.verified.value_or(verified) == verified) statuses.push_back(status_of(mode, verified));
    }
  }
  // A filter that leaves nothing finds nothing.
  if (statuses.empty()) statuses.emplace_back("none");
  return statuses;
}

OrganizationDomains page(const store::ResourceSearch& search, store::ResourceOrder order, const auto& query,
                         const Call& call, store::Transaction& transaction) {
  OrganizationDomainSet domains = organization_domains_in(call, transaction);
  const auto entries = domains.page(search, order, {.limit = *query.limit, .offset = *query.offset});
  std::vector<std::string> owners;
  for (const Entry& entry : entries) owners.push_back(entry.row.owner);
  const Companions companions{owners, {}, transaction};
  OrganizationDomains answer{.total_count = domains.count(search)};
  for (const Entry& entry : entries) {
    answer.data.push_back(domain_of(entry, companions.organization(entry.row.owner), call, transaction));
  }
  return answer;
}

/// The domain that a path names, or why there is none.
Judged<Entry> find(std::string_view organization_id, std::string_view id, const Call& call,
                   store::Transaction& transaction) {
  if (!store::Organizations{transaction}.find(call.instance.id, organization_id)) {
    return organization_not_found(organization_id);
  }
  auto entry = organization_domains_in(call, transaction).find(id);
  if (!entry || entry->row.owner != organization_id) return domain_not_found();
  return *std::move(entry);
}

OrganizationDomain domain_of(const Entry& entry, const Call& call, store::Transaction& transaction) {
  const auto organization = store::Organizations{transaction}.find(call.instance.id, entry.row.owner);
  return domain_of(entry, organization ? &*organization : nullptr, call, transaction);
}

}  // namespace

Judged<OrganizationDomain> apply(const operations::CreateOrganizationDomain& operation, Call& call,
                                 store::Transaction& transaction) {
  const CreateOrganizationDomainRequest& request = operation.body;
  const auto organization = store::Organizations{transaction}.find(call.instance.id, operation.organization_id);
  if (!organization) return organization_not_found(operation.organization_id);
  OrganizationDomainSet domains = organization_domains_in(call, transaction);
  Entry entry = domains.make(call.make_id("orgdmn"));
  entry.row.owner = organization->id;
  entry.row.subject = fold(request.name);
  entry.row.search = entry.row.subject;
  entry.document.organization_id = organization->id;
  place(entry, request.enrollment_mode, *request.verified);

  Refusals refusals = judge_enabled(call);
  if (refusals.empty()) refusals = judge_mode(request.enrollment_mode, call);
  if (refusals.empty()) refusals = judge_name(entry.row.subject, call);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  if (const auto holder = holder_of_name(entry, domains)) return name_taken(entry, *holder);
  const std::int64_t most = call.instance.settings.organization_settings.max_allowed_domains;
  if (domains.count({.owner = {organization->id}}) >= most) {
    return refused(
        {.definition = &error_definition("organization_domain_quota_exceeded"), .limit = std::to_string(most)});
  }
  domains.insert_free(entry);
  return domain_of(entry, &*organization, call, transaction);
}

Judged<OrganizationDomains> read(const operations::ListOrganizationDomains& operation, Call& call,
                                 store::Transaction& transaction) {
  if (!store::Organizations{transaction}.find(call.instance.id, operation.organization_id)) {
    return organization_not_found(operation.organization_id);
  }
  return page({.status = statuses(operation.query), .owner = {operation.organization_id}}, {}, operation.query, call,
              transaction);
}

Judged<OrganizationDomain> apply(const operations::UpdateOrganizationDomain& operation, Call& call,
                                 store::Transaction& transaction) {
  const UpdateOrganizationDomainRequest& request = operation.body;
  auto entry = find(operation.organization_id, operation.domain_id, call, transaction);
  if (entry.has_error()) return entry.error();
  Refusals refusals = judge_enabled(call);
  if (refusals.empty() && request.enrollment_mode.has_value()) refusals = judge_mode(*request.enrollment_mode, call);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  const Mode mode = request.enrollment_mode.has_value() ? *request.enrollment_mode : entry->document.enrollment_mode;
  const bool verified = request.verified.value_or(is_verified(*entry));
  // What one mode offered is not offered by another.
  if (mode != entry->document.enrollment_mode || !verified) remove_offers(entry->row.id, call, transaction);
  OrganizationDomainSet domains = organization_domains_in(call, transaction);
  place(*entry, mode, verified);
  if (const auto holder = holder_of_name(*entry, domains)) return name_taken(*entry, *holder);
  domains.update_free(*entry);
  return domain_of(*entry, call, transaction);
}

Judged<DeletedObject> apply(const operations::DeleteOrganizationDomain& operation, Call& call,
                            store::Transaction& transaction) {
  const auto entry = find(operation.organization_id, operation.domain_id, call, transaction);
  if (entry.has_error()) return entry.error();
  Refusals refusals = judge_enabled(call);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  remove_offers(entry->row.id, call, transaction);
  return remove_from(organization_domains_in(call, transaction), "organization_domain", entry->row.id);
}

Judged<OrganizationDomain> apply(const operations::VerifyOrganizationDomainOwnership& operation, Call& call,
                                 store::Transaction& transaction) {
  auto entry = find(operation.organization_id, operation.domain_id, call, transaction);
  if (entry.has_error()) return entry.error();
  Refusals refusals = judge_enabled(call);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  // There is no DNS to ask here: who asks is believed.
  entry->document.ownership_verification =
      OrganizationDomainVerification{.status = "verified", .strategy = "txt", .attempts = 1, .verified_at = call.now};
  organization_domains_in(call, transaction).update_free(*entry);
  return domain_of(*entry, call, transaction);
}

Judged<OrganizationDomains> read(const operations::ListAllOrganizationDomains& operation, Call& call,
                                 store::Transaction& transaction) {
  const ListAllOrganizationDomainsRequest& query = operation.query;
  store::ResourceSearch search{.status = statuses(query)};
  if (query.organization_id) search.owner = {*query.organization_id};
  if (query.query && query.query->starts_with("org_")) {
    // Both filters must hold.
    if (query.organization_id && *query.organization_id != *query.query) return OrganizationDomains{};
    search.owner = {*query.query};
  } else if (query.query) {
    search.query = fold(*query.query);
  }
  for (const std::string& name : query.domains) search.subject.push_back(fold(name));
  const OrderBy order = read_order_by(*query.order_by);
  return page(search,
              {.key = order.name == "name" ? store::ResourceKey::subject : store::ResourceKey::created_at,
               .descending = order.descending},
              query, call, transaction);
}

namespace {

tools::OrganizationSuggestion suggestion_of(const SuggestionSet::Entry& entry) {
  return {.id = entry.row.id,
          .status = entry.row.status,
          .organization_id = entry.document.organization_id,
          .domain_id = entry.row.owner,
          .user_id = entry.row.subject,
          .created_at = entry.row.created_at,
          .updated_at = entry.row.updated_at};
}

}  // namespace

Judged<tools::OrganizationSuggestions> read(const tools::ListOrganizationSuggestions& operation, Call& call,
                                            store::Transaction& transaction) {
  tools::OrganizationSuggestions answer;
  for (const auto& entry : suggestions_in(call, transaction).all({.subject = {operation.user_id}}, {})) {
    answer.data.push_back(suggestion_of(entry));
  }
  answer.total_count = std::ssize(answer.data);
  return answer;
}

Judged<tools::OrganizationSuggestion> apply(const tools::AcceptOrganizationSuggestion& operation, Call& call,
                                            store::Transaction& transaction) {
  SuggestionSet suggestions = suggestions_in(call, transaction);
  auto entry = suggestions.find(operation.suggestion_id);
  if (!entry) return not_found();
  const auto already_a_member = [&] {
    return refused({.definition = &error_definition("already_a_member_in_organization"), .value = entry->row.subject});
  };
  if (entry->row.status != InvitationStatus::pending) return already_a_member();
  const std::string& organization_id = entry->document.organization_id;
  const auto organization = store::Organizations{transaction}.find(call.instance.id, organization_id);
  if (!organization) return organization_not_found(organization_id);
  Refusals refusals = judge_seats(*organization, 1, call, transaction);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  const std::string role = role_by_domain(*organization, call, transaction);
  if (!join(*organization, entry->row.subject, role, {}, call, transaction)) return already_a_member();
  entry->row.status = InvitationStatus::accepted;
  suggestions.update_free(*entry);
  return suggestion_of(*entry);
}

}  // namespace clerk::server::rules
