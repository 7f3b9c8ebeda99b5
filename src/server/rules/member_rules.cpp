#include "server/rules/member_rules.hpp"

#include "server/rules/metadata.hpp"
#include "server/rules/organization_domains.hpp"
#include "server/rules/permission_catalog.hpp"
#include "server/rules/placeholder_image.hpp"
#include "server/rules/role_sets.hpp"
#include "server/rules/session_rules.hpp"
#include "server/rules/user_filters.hpp"
#include "server/store/json_merge.hpp"

#include <algorithm>

namespace clerk::server::rules {

namespace {

using store::MembershipRow;

OrganizationMembershipPublicUserData public_user_data_of(const UserRecord& record) {
  const store::UserDocument& document = record.row.document;
  return {.user_id = record.row.id,
          .first_name = document.first_name,
          .last_name = document.last_name,
          .profile_image_url = std::string{placeholder_image},
          .image_url = std::string{placeholder_image},
          .identifier = known_by(record),
          .username = document.username,
          .banned = record.row.banned};
}

OrganizationMembership membership_of(const MembershipRow& row, const Companions& companions, const RoleBook& book,
                                     const Call& call) {
  OrganizationMembership membership{
      .id = row.id, .object = "organization_membership", .role = row.role, .role_name = row.role};
  if (const KnownRole* role = book.find(row.role)) {
    membership.role_name = role->row.name;
    membership.permissions = role->permissions;
  }
  membership.public_metadata = row.document.public_metadata;
  membership.private_metadata = row.document.private_metadata;
  if (const auto* organization = companions.organization(row.organization_id)) {
    membership.organization = organization_of(*organization, call);
    membership.organization.members_count = organization->members_count;
  }
  if (const UserRecord* user = companions.user(row.user_id)) {
    membership.public_user_data = public_user_data_of(*user);
  }
  membership.created_at = row.created_at;
  membership.updated_at = row.updated_at;
  return membership;
}

std::vector<OrganizationMembership> memberships_of(const std::vector<MembershipRow>& rows, const Call& call,
                                                   store::Transaction& transaction) {
  std::vector<std::string> organizations;
  std::vector<std::string> users;
  for (const MembershipRow& row : rows) {
    organizations.push_back(row.organization_id);
    users.push_back(row.user_id);
  }
  const Companions companions{organizations, users, transaction};
  const RoleBook book{call, transaction};
  std::vector<OrganizationMembership> memberships;
  for (const MembershipRow& row : rows) memberships.push_back(membership_of(row, companions, book, call));
  return memberships;
}

OrganizationMembership membership_of(const MembershipRow& row, const Call& call, store::Transaction& transaction) {
  return std::move(memberships_of({row}, call, transaction).front());
}

store::MembershipOrder order_of(const std::optional<std::string>& text) {
  if (!text) return {};
  const OrderBy order = read_order_by(*text);
  store::MembershipOrder placed{.descending = order.descending};
  if (order.name != "created_at") placed.user_key = user_key_of(order.name);
  return placed;
}

Judged<OrganizationMemberships> page(const store::MembershipSearch& search, const store::MembershipOrder& order,
                                     const auto& query, const Call& call, store::Transaction& transaction) {
  store::Memberships memberships{transaction};
  const auto rows = memberships.page(call.instance.id, search, order, {.limit = *query.limit, .offset = *query.offset});
  return OrganizationMemberships{.data = memberships_of(rows, call, transaction),
                                 .total_count = memberships.count(call.instance.id, search)};
}

Refused not_a_member(std::string_view user_id) {
  return refused({.definition = &error_definition("organization_membership_not_found"), .value = std::string{user_id}});
}

/// The membership that a path names, or why there is none.
Judged<MembershipRow> find(std::string_view organization_id, std::string_view user_id, const Call& call,
                           store::Transaction& transaction) {
  if (!store::Organizations{transaction}.find(call.instance.id, organization_id)) {
    return organization_not_found(organization_id);
  }
  auto row = store::Memberships{transaction}.find(organization_id, user_id);
  if (!row) return not_a_member(user_id);
  return *std::move(row);
}

/// Somebody who may manage members has to stay where somebody was, unless nobody stays at all. facts 3.3 (inferred)
Refusals judge_last_manager(const MembershipRow& before, const RoleBook& book, store::Transaction& transaction) {
  const KnownRole* role = book.find(before.role);
  if (role == nullptr || !role->has(manages_members)) return {};
  store::Memberships memberships{transaction};
  const std::string& organization = before.organization_id;
  const store::MembershipSearch managers{.organization_id = organization, .role = book.with(manages_members)};
  if (memberships.count(before.instance_id, managers) > 1) return {};
  return {{.definition = &error_definition("organization_minimum_permissions_needed"),
           .expected = std::string{manages_members}}};
}

/// The user's sessions are no longer in an organization that they are no member of.
void leave_sessions(const MembershipRow& row, const Call& call, store::Transaction& transaction) {
  forget_organization(row.user_id, row.organization_id, call, transaction);
}

}  // namespace

bool join(const store::OrganizationRow& organization, std::string_view user_id, const std::string& role,
          const store::MembershipDocument& document, Call& call, store::Transaction& transaction) {
  return store::Memberships{transaction}.insert({.id = call.make_id("orgmem"),
                                                 .instance_id = call.instance.id,
                                                 .organization_id = organization.id,
                                                 .user_id = std::string{user_id},
                                                 .role = role,
                                                 .document = document,
                                                 .created_at = call.now,
                                                 .updated_at = call.now});
}

void leave_organizations(std::string_view user_id, const Call& call, store::Transaction& transaction) {
  store::Memberships memberships{transaction};
  const store::MembershipSearch search{.user_id = std::string{user_id}};
  remove_suggestions(user_id, call, transaction);
  while (true) {
    const auto rows = memberships.page(call.instance.id, search, {}, {.limit = 500});
    if (rows.empty()) return;
    for (const MembershipRow& row : rows) memberships.remove(row);
  }
}

void dismiss_members(const store::OrganizationRow& organization, const Call& call, store::Transaction& transaction) {
  store::Memberships memberships{transaction};
  const store::MembershipSearch search{.organization_id = organization.id};
  constexpr std::int64_t at_once = 500;
  for (std::int64_t offset = 0; offset < organization.members_count; offset += at_once) {
    for (const MembershipRow& row :
         memberships.page(call.instance.id, search, {}, {.limit = at_once, .offset = offset})) {
      leave_sessions(row, call, transaction);
    }
  }
  memberships.remove_of_organization(call.instance.id, organization.id);
}

bool is_manager(std::string_view organization_id, std::string_view user_id, const Call& call,
                store::Transaction& transaction) {
  const auto row = store::Memberships{transaction}.find(organization_id, user_id);
  if (!row) return false;
  const RoleBook book{call, transaction};
  const KnownRole* role = book.find(row->role);
  return role != nullptr && role->has(manages_members);
}

Judged<OrganizationMembership> apply(const operations::CreateOrganizationMembership& operation, Call& call,
                                     store::Transaction& transaction) {
  const CreateOrganizationMembershipRequest& request = operation.body;
  const auto organization = store::Organizations{transaction}.find(call.instance.id, operation.organization_id);
  if (!organization) return organization_not_found(operation.organization_id);
  if (!store::Users{transaction}.find(call.instance.id, request.user_id)) {
    return refused(
        {.definition = &error_definition("resource_not_found"), .param = "user_id", .value = request.user_id});
  }
  const auto role =
      role_in(RoleSetBook{call, transaction}.of(organization->role_set), "role", request.role, {call, transaction});
  if (role.has_error()) return role.error();
  store::MembershipDocument document;
  Refusals refusals;
  start_metadata(request, document, refusals);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  if (store::Memberships{transaction}.find(organization->id, request.user_id)) {
    return refused({.definition = &error_definition("already_a_member_in_organization"), .value = request.user_id});
  }
  refusals = judge_seats(*organization, 1, call, transaction);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  if (!join(*organization, request.user_id, request.role, document, call, transaction)) {
    throw std::logic_error{"who was seen to be no member is one"};
  }
  return membership_of(*store::Memberships{transaction}.find(organization->id, request.user_id), call, transaction);
}

Judged<OrganizationMemberships> read(const operations::ListOrganizationMemberships& operation, Call& call,
                                     store::Transaction& transaction) {
  if (!store::Organizations{transaction}.find(call.instance.id, operation.organization_id)) {
    return organization_not_found(operation.organization_id);
  }
  const ListOrganizationMembershipsRequest& query = operation.query;
  const store::MembershipSearch search{
      .organization_id = operation.organization_id, .role = query.role, .user = user_search_of(query)};
  return page(search, order_of(query.order_by), query, call, transaction);
}

Judged<OrganizationMembership> apply(const operations::UpdateOrganizationMembership& operation, Call& call,
                                     store::Transaction& transaction) {
  auto row = find(operation.organization_id, operation.user_id, call, transaction);
  if (row.has_error()) return row.error();
  const RoleBook book{call, transaction};
  const auto organization = store::Organizations{transaction}.find(call.instance.id, operation.organization_id);
  const auto role =
      role_in(RoleSetBook{call, transaction}.of(organization->role_set), "role", operation.body.role, book);
  if (role.has_error()) return role.error();
  if (!role->has(manages_members)) {
    Refusals refusals = judge_last_manager(*row, book, transaction);
    if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  }
  row->role = operation.body.role;
  row->updated_at = call.now;
  store::Memberships{transaction}.update(*row);
  return membership_of(*row, call, transaction);
}

Judged<OrganizationMembership> apply(const operations::DeleteOrganizationMembership& operation, Call& call,
                                     store::Transaction& transaction) {
  const auto row = find(operation.organization_id, operation.user_id, call, transaction);
  if (row.has_error()) return row.error();
  const auto organization = store::Organizations{transaction}.find(call.instance.id, operation.organization_id);
  if (organization->members_count > 1) {
    Refusals refusals = judge_last_manager(*row, {call, transaction}, transaction);
    if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  }
  const OrganizationMembership gone = membership_of(*row, call, transaction);
  leave_sessions(*row, call, transaction);
  store::Memberships{transaction}.remove(*row);
  return gone;
}

Judged<OrganizationMembership> apply(const operations::UpdateOrganizationMembershipMetadata& operation, Call& call,
                                     store::Transaction& transaction) {
  auto row = find(operation.organization_id, operation.user_id, call, transaction);
  if (row.has_error()) return row.error();
  Refusals refusals = write_metadata(operation.body, row->document, store::merged);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  row->updated_at = call.now;
  store::Memberships{transaction}.update(*row);
  return membership_of(*row, call, transaction);
}

Judged<OrganizationMemberships> read(const operations::InstanceGetOrganizationMemberships& operation, Call& call,
                                     store::Transaction& transaction) {
  return page({}, order_of(operation.query.order_by), operation.query, call, transaction);
}

Judged<OrganizationMemberships> read(const operations::UsersGetOrganizationMemberships& operation, Call& call,
                                     store::Transaction& transaction) {
  if (!store::Users{transaction}.find(call.instance.id, operation.user_id)) return not_found();
  return page({.user_id = operation.user_id}, {}, operation.query, call, transaction);
}

}  // namespace clerk::server::rules
