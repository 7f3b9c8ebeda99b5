#include "server/rules/organization_rules.hpp"

#include "server/rules/date_time.hpp"
#include "server/rules/email_address.hpp"
#include "server/rules/member_rules.hpp"
#include "server/rules/metadata.hpp"
#include "server/rules/organization_change.hpp"
#include "server/rules/organization_domains.hpp"
#include "server/rules/organization_invitations.hpp"
#include "server/rules/organization_logo_rules.hpp"
#include "server/rules/organization_name.hpp"
#include "server/rules/organization_settings_rules.hpp"
#include "server/rules/role_sets.hpp"
#include "server/rules/user_filters.hpp"
#include "server/store/counters.hpp"
#include "server/store/json_merge.hpp"
#include "server/store/memberships.hpp"

#include <algorithm>

namespace clerk::server::rules {

namespace {

static_assert(std::ranges::equal(organization_order_names, store::organization_keys),
              "what the contract orders by and what the store can are not the same");

/// The most organizations that one user may make, unless told otherwise of the user. facts 7
constexpr std::int64_t most_per_creator = 100;

std::string counter_of(std::string_view user_id) { return "organizations made by " + std::string{user_id}; }

OrganizationDetails details_of(const auto& query) {
  return {.members_count = query.include_members_count.value_or(false),
          .missing_member_with_elevated_permissions =
              query.include_missing_member_with_elevated_permissions.value_or(false)};
}

void judge_name(std::string_view name, Refusals& refusals) {
  if (is_organization_name(name)) return;
  refusals.push_back(
      {.definition = &error_definition("organization_name_invalid"), .param = "name", .value = std::string{name}});
}

void judge_slug(bool is_sent, const Call& call, Refusals& refusals) {
  if (!is_sent || !call.instance.settings.organization_settings.slug_disabled.value_or(false)) return;
  refusals.push_back({.definition = &error_definition("organization_slugs_disabled"), .param = "slug"});
}

/// More members than the plan has need its feature. facts 7
void judge_limit(std::int64_t before, std::int64_t wanted, const Call& call, Refusals& refusals) {
  if (!exceeds_membership_cap(before, wanted) || has_feature(call.instance, "b2b")) return;
  refusals.push_back({.definition = &error_definition("unsupported_subscription_plan_features"),
                      .param = "max_allowed_memberships",
                      .unsupported_features = {"b2b"}});
}

void set_created_at(const auto& wish, store::OrganizationRow& row, Refusals& refusals) {
  if (!wish.has_value()) return;
  if (const auto time = read_date_time(*wish)) {
    row.created_at = *time;
  } else {
    refusals.push_back({.definition = &error_definition("form_param_invalid_time"),
                        .param = "created_at",
                        .value = *wish,
                        .expected = "a date and time in RFC 3339 format"});
  }
}

void set_role_set(const auto& wish, RoleSetBook& sets, store::OrganizationRow& row, Refusals& refusals) {
  if (!wish.has_value()) return;
  if (const auto set = sets.find(*wish)) {
    row.role_set = set->row.unique_key;
  } else {
    refusals.push_back(
        {.definition = &error_definition("role_set_not_found"), .param = "role_set_key", .value = *wish});
  }
}

/// Whether the user may make one more.
Refusals judge_creator(const UserRecord& creator, const Call& call, store::Transaction& transaction) {
  if (!creator.row.document.create_organization_enabled) {
    return {{.definition = &error_definition("organization_creation_not_allowed"), .param = "created_by"}};
  }
  const std::int64_t most = creator.row.document.create_organizations_limit.value_or(most_per_creator);
  const std::int64_t made = store::Counters{transaction}.value(call.instance.id, counter_of(creator.row.id));
  if (most == 0 || made < most) return {};
  return {{.definition = &error_definition("organization_creation_limit_exceeded"),
           .param = "created_by",
           .limit = std::to_string(most)}};
}

/// What a new organization has of the settings and of the request.
store::OrganizationRow start(const CreateOrganizationRequest& request, RoleSetBook& sets, Call& call,
                             Refusals& refusals) {
  const auto& settings = call.instance.settings.organization_settings;
  store::OrganizationRow row{.id = call.make_id("org"),
                             .instance_id = call.instance.id,
                             .name = fold(request.name),
                             .role_set = sets.initial().row.unique_key,
                             .created_at = call.now,
                             .updated_at = call.now};
  row.document.name = request.name;
  row.document.max_allowed_memberships = request.max_allowed_memberships.value_or(settings.max_allowed_memberships);
  row.document.admin_delete_enabled = settings.admin_delete_enabled;
  judge_name(request.name, refusals);
  judge_slug(request.slug.has_value(), call, refusals);
  if (request.max_allowed_memberships) {
    judge_limit(settings.max_allowed_memberships, *request.max_allowed_memberships, call, refusals);
  }
  if (request.slug) {
    row.slug = *request.slug;
  } else if (!settings.slug_disabled.value_or(false)) {
    row.slug = slug_of_name(request.name, call.now);
  }
  set_created_at(request.created_at, row, refusals);
  set_role_set(request.role_set_key, sets, row, refusals);
  start_metadata(request, row.document, refusals);
  return row;
}

/// False when another has the slug. One that was made is made again, of a later time.
bool insert(store::OrganizationRow& row, bool has_made_slug, store::Transaction& transaction) {
  store::Organizations organizations{transaction};
  if (!has_made_slug || row.slug.empty()) return organizations.insert(row);
  for (std::int64_t later = 1; !organizations.insert(row); ++later) {
    row.slug = slug_of_name(row.document.name, row.updated_at + later);
  }
  return true;
}

/// Members keep their roles, so the set must have them.
Refusals judge_roles(const store::OrganizationRow& row, const std::string& before, RoleSetBook& sets,
                     store::Transaction& transaction) {
  if (row.role_set == before) return {};
  const RoleSetBook::Entry to = sets.of(row.role_set);
  Refusals refusals;
  for (const std::string& key : sets.of(before).document.roles) {
    if (has_role(to, key) || !store::Memberships{transaction}.has_one_of_roles(row.id, {key})) continue;
    refusals.push_back(
        {.definition = &error_definition("organization_role_not_in_role_set"), .param = "role_set_key", .value = key});
  }
  return refusals;
}

store::OrganizationSearch search_of(const ListOrganizationsRequest& query) {
  return {.query = fold(query.query.value_or("")),
          .organization_id = selection_of(query.organization_id),
          .user_id = selection_of(query.user_id)};
}

}  // namespace

Judged<Organizations> read(const operations::ListOrganizations& operation, Call& call,
                           store::Transaction& transaction) {
  const ListOrganizationsRequest& query = operation.query;
  const OrderBy order = read_order_by(*query.order_by);
  const store::OrganizationSearch search = search_of(query);
  store::Organizations organizations{transaction};
  Organizations answer{.total_count = organizations.count(call.instance.id, search)};
  for (const auto& row :
       organizations.page(call.instance.id, search, {.key = order.name, .descending = order.descending},
                          {.limit = *query.limit, .offset = *query.offset})) {
    answer.data.push_back(organization_of(row, details_of(query), call, transaction));
  }
  return answer;
}

Judged<Organization> apply(const operations::CreateOrganization& operation, Call& call,
                           store::Transaction& transaction) {
  const CreateOrganizationRequest& request = operation.body;
  RoleSetBook sets{call, transaction};
  Refusals refusals;
  store::OrganizationRow row = start(request, sets, call, refusals);
  std::optional<UserRecord> creator;
  if (request.created_by) {
    creator = find_user(call, transaction, *request.created_by);
    if (!creator) {
      refusals.push_back({.definition = &error_definition("organization_creator_not_found"),
                          .param = "created_by",
                          .value = *request.created_by});
    }
  }
  if (refusals.empty() && creator) refusals = judge_creator(*creator, call, transaction);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};

  row.document.created_by = request.created_by;
  if (!insert(row, !request.slug, transaction)) return taken("slug", row.slug);
  if (creator) {
    store::Counters{transaction}.add(call.instance.id, counter_of(creator->row.id), 1);
    if (!join(row, creator->row.id, sets.creator_role(sets.of(row.role_set)), {}, call, transaction)) {
      throw std::logic_error{"a new organization has a member already"};
    }
  }
  return organization_of(row, call);
}

Judged<Organization> read(const operations::GetOrganization& operation, Call& call, store::Transaction& transaction) {
  store::Organizations organizations{transaction};
  auto row = organizations.find(call.instance.id, operation.organization_id);
  if (!row) row = organizations.find_by_slug(call.instance.id, operation.organization_id);
  if (!row) return organization_not_found(operation.organization_id);
  return organization_of(*row, details_of(operation.query), call, transaction);
}

Judged<Organization> apply(const operations::UpdateOrganization& operation, Call& call,
                           store::Transaction& transaction) {
  const UpdateOrganizationRequest& request = operation.body;
  store::Organizations organizations{transaction};
  auto row = organizations.find(call.instance.id, operation.organization_id);
  if (!row) return organization_not_found(operation.organization_id);
  RoleSetBook sets{call, transaction};
  Refusals refusals = judge_metadata_version(request, call.api_version);
  if (request.name.has_value()) {
    judge_name(*request.name, refusals);
    row->document.name = *request.name;
    row->name = fold(*request.name);
  }
  judge_slug(request.slug.has_value(), call, refusals);
  if (request.slug.has_value()) row->slug = *request.slug;
  if (request.max_allowed_memberships.has_value()) {
    judge_limit(row->document.max_allowed_memberships, *request.max_allowed_memberships, call, refusals);
    row->document.max_allowed_memberships = *request.max_allowed_memberships;
  }
  if (request.admin_delete_enabled.has_value()) row->document.admin_delete_enabled = *request.admin_delete_enabled;
  set_created_at(request.created_at, *row, refusals);
  const std::string role_set = row->role_set;
  set_role_set(request.role_set_key, sets, *row, refusals);
  start_metadata(request, row->document, refusals);
  if (refusals.empty()) refusals = judge_roles(*row, role_set, sets, transaction);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  row->updated_at = call.now;
  if (!organizations.update(*row)) return taken("slug", row->slug);
  return organization_of(*row, call);
}

Judged<DeletedObject> apply(const operations::DeleteOrganization& operation, Call& call,
                            store::Transaction& transaction) {
  store::Organizations organizations{transaction};
  const auto row = organizations.find(call.instance.id, operation.organization_id);
  if (!row) return organization_not_found(operation.organization_id);
  dismiss_members(*row, call, transaction);
  remove_organization_domains(row->id, call, transaction);
  store::Resources{transaction, "organization_invitation"}.remove_of_owner(call.instance.id, row->id);
  remove_logo(*row, call, transaction);
  organizations.remove(call.instance.id, row->id);
  if (row->document.created_by) {
    store::Counters{transaction}.add(call.instance.id, counter_of(*row->document.created_by), -1);
  }
  DeletedObject deleted{.object = "organization", .id = row->id, .deleted = true};
  if (!row->slug.empty()) deleted.slug = row->slug;
  return deleted;
}

Judged<Organization> apply(const operations::MergeOrganizationMetadata& operation, Call& call,
                           store::Transaction& transaction) {
  return change_organization(operation.organization_id, call, transaction, [&](store::OrganizationRow& row) {
    return write_metadata(operation.body, row.document, store::merged);
  });
}

Judged<Organization> apply(const operations::ReplaceOrganizationMetadata& operation, Call& call,
                           store::Transaction& transaction) {
  return change_organization(operation.organization_id, call, transaction, [&](store::OrganizationRow& row) {
    return write_metadata(operation.body, row.document, replaced);
  });
}

}  // namespace clerk::server::rules
