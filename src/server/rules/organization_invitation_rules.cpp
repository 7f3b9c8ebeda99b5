#include "server/rules/organization_invitation_rules.hpp"

#include "server/rules/email_address.hpp"
#include "server/rules/invitation_link.hpp"
#include "server/rules/member_rules.hpp"
#include "server/rules/metadata.hpp"
#include "server/rules/organization_invitations.hpp"
#include "server/rules/role_sets.hpp"

#include <algorithm>
#include <chrono>

namespace clerk::server::rules {

namespace {

using Entry = OrganizationInvitationSet::Entry;

const std::string pending{InvitationStatus::pending};

std::string key_of(std::string_view organization_id, std::string_view address) {
  return std::string{organization_id} + " " + std::string{address};
}

/// The user who has the address, if there is one.
std::optional<std::string> user_with(const std::string& address, const Call& call, store::Transaction& transaction) {
  const auto row = store::Identifications{transaction}.find_by_identifier(
      call.instance.id, name_of(IdentifierKind::email_address), address);
  if (!row) return std::nullopt;
  return row->user_id;
}

Refusals judge(const CreateOrganizationInvitationRequest& request, const std::string& address,
               const store::OrganizationRow& organization, const Call& call, store::Transaction& transaction) {
  if (request.inviter_user_id && !is_manager(organization.id, *request.inviter_user_id, call, transaction)) {
    return {{.definition = &error_definition("not_an_admin_in_organization"),
             .param = "inviter_user_id",
             .value = *request.inviter_user_id}};
  }
  const auto user_id = user_with(address, call, transaction);
  if (user_id && store::Memberships{transaction}.find(organization.id, *user_id)) {
    return {{.definition = &error_definition("already_a_member_in_organization"), .value = address}};
  }
  return judge_seats(organization, 1, call, transaction);
}

/// Where an open invitation was, none is after its time: its key is free again.
Refusals free_key(const std::string& key, const std::string& address, const Call& call,
                  store::Transaction& transaction) {
  OrganizationInvitationSet invitations = organization_invitations_in(call, transaction);
  auto other = invitations.find_by_key(key);
  if (!other) return {};
  if (other->row.status_at(call.now) == InvitationStatus::pending) {
    return {{.definition = &error_definition("organization_invitation_not_unique"),
             .value = address,
             .email_addresses = {address}}};
  }
  other->row.unique_key.clear();
  invitations.update_free(*other);
  return {};
}

Judged<Entry> invite(const CreateOrganizationInvitationRequest& request, const store::OrganizationRow& organization,
                     Call& call, store::Transaction& transaction) {
  const std::string address = fold(request.email_address);
  const auto role =
      role_in(RoleSetBook{call, transaction}.of(organization.role_set), "role", request.role, {call, transaction});
  if (role.has_error()) return role.error();
  OrganizationInvitationSet invitations = organization_invitations_in(call, transaction);
  Entry entry = invitations.make(call.make_id("orginv"));
  Refusals refusals;
  entry.document.private_metadata = RawJson{"{}"};
  start_metadata(request, entry.document, refusals);
  const std::string key = key_of(organization.id, address);
  if (refusals.empty()) refusals = free_key(key, address, call, transaction);
  if (refusals.empty()) refusals = judge(request, address, organization, call, transaction);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};

  entry.row.unique_key = key;
  entry.row.owner = organization.id;
  entry.row.subject = address;
  entry.row.status = pending;
  entry.row.search = address;
  entry.row.expires_at = call.now + std::chrono::milliseconds{std::chrono::days{*request.expires_in_days}}.count();
  OrganizationInvitation& document = entry.document;
  document.organization_id = organization.id;
  document.role = request.role;
  document.inviter_id = request.inviter_user_id;
  document.expires_at = entry.row.expires_at;
  if (request.redirect_url) document.url = invitation_link(*request.redirect_url, entry.row.id);
  invitations.insert_free(entry);
  return entry;
}

store::ResourceOrder order_of(std::string_view text) {
  const OrderBy order = read_order_by(text);
  return {.key = order.name == "email_address" ? store::ResourceKey::subject : store::ResourceKey::created_at,
          .descending = order.descending};
}

OrganizationInvitations page(const store::ResourceSearch& search, store::ResourceOrder order, const auto& query,
                             bool with_organization, const Call& call, store::Transaction& transaction) {
  OrganizationInvitationSet invitations = organization_invitations_in(call, transaction);
  const auto entries = invitations.page(search, order, {.limit = *query.limit, .offset = *query.offset});
  return {.data = shown(entries, with_organization, call, transaction), .total_count = invitations.count(search)};
}

std::vector<std::string> statuses(const std::vector<InvitationStatus>& wanted) {
  std::vector<std::string> texts;
  for (const InvitationStatus& status : wanted) texts.push_back(status.text());
  return texts;
}

Refused invitation_not_found() {
  return refused({.definition = &error_definition("organization_invitation_not_found")});
}

/// The invitation that a path names, or why there is none.
Judged<Entry> find(std::string_view organization_id, std::string_view id, const Call& call,
                   store::Transaction& transaction) {
  if (!store::Organizations{transaction}.find(call.instance.id, organization_id)) {
    return organization_not_found(organization_id);
  }
  auto entry = organization_invitations_in(call, transaction).find(id);
  if (!entry || entry->document.organization_id != organization_id) return invitation_not_found();
  return *std::move(entry);
}

/// Why it is no longer open.
Refusals judge_open(const Entry& entry, const Call& call) {
  const std::string_view status = entry.row.status_at(call.now);
  if (status == InvitationStatus::accepted) {
    return {{.definition = &error_definition("organization_invitation_already_accepted")}};
  }
  if (status == InvitationStatus::revoked) {
    return {{.definition = &error_definition("organization_invitation_already_revoked")}};
  }
  if (status == InvitationStatus::expired) {
    return {{.definition = &error_definition("organization_invitation_expired")}};
  }
  return {};
}

}  // namespace

Judged<OrganizationInvitation> apply(const operations::CreateOrganizationInvitation& operation, Call& call,
                                     store::Transaction& transaction) {
  const auto organization = store::Organizations{transaction}.find(call.instance.id, operation.organization_id);
  if (!organization) return organization_not_found(operation.organization_id);
  const auto entry = invite(operation.body, *organization, call, transaction);
  if (entry.has_error()) return entry.error();
  return shown(*entry, call, transaction);
}

Judged<OrganizationInvitations> apply(const operations::CreateOrganizationInvitationBulk& operation, Call& call,
                                      store::Transaction& transaction) {
  const auto organization = store::Organizations{transaction}.find(call.instance.id, operation.organization_id);
  if (!organization) return organization_not_found(operation.organization_id);
  std::vector<Entry> entries;
  for (const auto& request : operation.body.data) {
    const auto entry = invite(request, *organization, call, transaction);
    if (entry.has_error()) return entry.error();
    entries.push_back(*entry);
  }
  return OrganizationInvitations{.data = shown(entries, false, call, transaction), .total_count = std::ssize(entries)};
}

Judged<OrganizationInvitations> read(const operations::ListOrganizationInvitations& operation, Call& call,
                                     store::Transaction& transaction) {
  if (!store::Organizations{transaction}.find(call.instance.id, operation.organization_id)) {
    return organization_not_found(operation.organization_id);
  }
  const ListOrganizationInvitationsRequest& query = operation.query;
  store::ResourceSearch search{.status = statuses(query.status), .owner = {operation.organization_id}};
  if (query.email_address) search.subject = {fold(*query.email_address)};
  return page(search, order_of(*query.order_by), query, false, call, transaction);
}

Judged<OrganizationInvitations> read(const operations::ListPendingOrganizationInvitations& operation, Call& call,
                                     store::Transaction& transaction) {
  if (!store::Organizations{transaction}.find(call.instance.id, operation.organization_id)) {
    return organization_not_found(operation.organization_id);
  }
  return page({.status = {pending}, .owner = {operation.organization_id}}, {}, operation.query, false, call,
              transaction);
}

Judged<OrganizationInvitation> read(const operations::GetOrganizationInvitation& operation, Call& call,
                                    store::Transaction& transaction) {
  const auto entry = find(operation.organization_id, operation.invitation_id, call, transaction);
  if (entry.has_error()) return entry.error();
  return shown(*entry, call, transaction);
}

Judged<OrganizationInvitation> apply(const operations::RevokeOrganizationInvitation& operation, Call& call,
                                     store::Transaction& transaction) {
  auto entry = find(operation.organization_id, operation.invitation_id, call, transaction);
  if (entry.has_error()) return entry.error();
  const auto& requester = operation.body.requesting_user_id;
  if (requester && !is_manager(operation.organization_id, *requester, call, transaction)) {
    return refused({.definition = &error_definition("not_an_admin_in_organization"), .param = "requesting_user_id"});
  }
  // What has expired may still be taken back.
  if (entry->row.status != InvitationStatus::pending) return Refused{.refusals = judge_open(*entry, call)};
  close(*entry, InvitationStatus::revoked, call, transaction);
  return shown(*entry, call, transaction);
}

Judged<OrganizationInvitations> read(const operations::ListInstanceOrganizationInvitations& operation, Call& call,
                                     store::Transaction& transaction) {
  const ListInstanceOrganizationInvitationsRequest& query = operation.query;
  return page({.status = statuses(query.status), .query = fold(query.query.value_or(""))}, order_of(*query.order_by),
              query, true, call, transaction);
}

Judged<OrganizationInvitations> read(const operations::UsersGetOrganizationInvitations& operation, Call& call,
                                     store::Transaction& transaction) {
  const auto user = find_user(call, transaction, operation.user_id);
  if (!user) return not_found();
  store::ResourceSearch search;
  if (operation.query.status) search.status = {operation.query.status->text()};
  for (const Identifier& identifier : user->identifiers()) {
    if (identifier.kind == IdentifierKind::email_address) search.subject.push_back(identifier.folded);
  }
  if (search.subject.empty()) return OrganizationInvitations{};
  return page(search, {}, operation.query, true, call, transaction);
}

Judged<OrganizationInvitation> apply(const tools::AcceptOrganizationInvitation& operation, Call& call,
                                     store::Transaction& transaction) {
  auto entry = organization_invitations_in(call, transaction).find(operation.invitation_id);
  if (!entry) return invitation_not_found();
  Refusals refusals = judge_open(*entry, call);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  const std::string organization_id = entry->document.organization_id.value_or("");
  const auto organization = store::Organizations{transaction}.find(call.instance.id, organization_id);
  if (!organization) return organization_not_found(organization_id);
  std::optional<std::string> user_id = operation.body.user_id;
  if (!user_id) user_id = user_with(entry->row.subject, call, transaction);
  if (!user_id || !store::Users{transaction}.find(call.instance.id, *user_id)) {
    return refused({.definition = &error_definition("resource_not_found"), .param = "user_id"});
  }
  // An invitation of the organization's own holds its seat; one that a domain made does not.
  const bool holds_seat = entry->row.owner == organization->id;
  refusals = judge_seats(*organization, holds_seat ? 0 : 1, call, transaction);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  // The roles of the organization may have changed since.
  const auto role = role_in(RoleSetBook{call, transaction}.of(organization->role_set), "role", entry->document.role,
                            {call, transaction});
  if (role.has_error()) return role.error();
  store::MembershipDocument document{.public_metadata = entry->document.public_metadata};
  if (entry->document.private_metadata) document.private_metadata = *entry->document.private_metadata;
  if (!join(*organization, *user_id, entry->document.role, document, call, transaction)) {
    return refused({.definition = &error_definition("already_a_member_in_organization"), .value = *user_id});
  }
  close(*entry, InvitationStatus::accepted, call, transaction);
  return shown(*entry, call, transaction);
}

}  // namespace clerk::server::rules
