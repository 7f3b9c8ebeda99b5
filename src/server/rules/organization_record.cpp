#include "server/rules/organization_record.hpp"

#include "server/rules/organization_invitations.hpp"
#include "server/rules/permission_catalog.hpp"
#include "server/rules/placeholder_image.hpp"
#include "server/store/memberships.hpp"

#include <algorithm>

namespace clerk::server::rules {

namespace {

std::string image_url_of(const store::OrganizationDocument& document, const Call& call) {
  if (!document.logo) return std::string{placeholder_image};
  return std::string{call.server_url} + "/__clerkd/images/" + call.instance.id + "/" + *document.logo;
}

std::optional<std::string> slug_of(const store::OrganizationRow& row) {
  return row.slug.empty() ? std::nullopt : std::optional{row.slug};
}

std::vector<std::string> distinct(std::vector<std::string> ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace

Refused organization_not_found(std::string_view id) {
  return refused({.definition = &error_definition("organization_not_found"), .value = std::string{id}});
}

std::int64_t open_invitations(std::string_view organization_id, const Call& call, store::Transaction& transaction) {
  return organization_invitations_in(call, transaction)
      .count({.status = {std::string{InvitationStatus::pending}}, .owner = {std::string{organization_id}}});
}

Refusals judge_seats(const store::OrganizationRow& row, std::int64_t more, const Call& call,
                     store::Transaction& transaction) {
  const std::int64_t seats = row.document.max_allowed_memberships;
  if (seats == 0 || row.members_count + open_invitations(row.id, call, transaction) + more <= seats) return {};
  return {{.definition = &error_definition("organization_membership_quota_exceeded"), .limit = std::to_string(seats)}};
}

Organization organization_of(const store::OrganizationRow& row, const Call& call) {
  const store::OrganizationDocument& document = row.document;
  Organization organization{.object = "organization", .id = row.id, .name = document.name, .slug = slug_of(row)};
  organization.image_url = image_url_of(document, call);
  organization.has_image = document.logo.has_value();
  if (organization.has_image) organization.logo_url = organization.image_url;
  organization.max_allowed_memberships = document.max_allowed_memberships;
  organization.admin_delete_enabled = document.admin_delete_enabled;
  organization.public_metadata = document.public_metadata;
  organization.private_metadata = document.private_metadata;
  organization.created_by = document.created_by;
  organization.created_at = row.created_at;
  organization.updated_at = row.updated_at;
  organization.role_set_key = row.role_set;
  return organization;
}

Organization organization_of(const store::OrganizationRow& row, const OrganizationDetails& details, const Call& call,
                             store::Transaction& transaction) {
  Organization organization = organization_of(row, call);
  if (details.members_count) {
    organization.members_count = row.members_count;
    organization.pending_invitations_count = open_invitations(row.id, call, transaction);
  }
  if (details.missing_member_with_elevated_permissions) {
    const auto managers = RoleBook{call, transaction}.with(manages_members);
    organization.missing_member_with_elevated_permissions =
        !store::Memberships{transaction}.has_one_of_roles(row.id, managers);
  }
  return organization;
}

OrganizationInvitationPublicOrganizationData public_data_of(const store::OrganizationRow& row, const Call& call) {
  return {.id = row.id,
          .name = row.document.name,
          .slug = slug_of(row),
          .image_url = image_url_of(row.document, call),
          .has_image = row.document.logo.has_value()};
}

std::optional<std::string> known_by(const UserRecord& record) {
  const store::UserDocument& document = record.row.document;
  for (const auto& id :
       {document.primary_email_address_id, document.primary_phone_number_id, document.primary_web3_wallet_id}) {
    for (const auto& row : record.identifications) {
      if (id && row.id == *id) return row.document.identifier;
    }
  }
  return document.username;
}

Companions::Companions(const std::vector<std::string>& organization_ids, const std::vector<std::string>& user_ids,
                       store::Transaction& transaction) {
  for (auto& row : store::Organizations{transaction}.of_ids(distinct(organization_ids))) {
    organizations_.emplace(row.id, std::move(row));
  }
  auto rows = store::Users{transaction}.of_ids(distinct(user_ids));
  for (auto& record : with_identifications(std::move(rows), transaction)) {
    users_.emplace(record.row.id, std::move(record));
  }
}

const store::OrganizationRow* Companions::organization(std::string_view id) const {
  const auto found = organizations_.find(std::string{id});
  return found == organizations_.end() ? nullptr : &found->second;
}

const UserRecord* Companions::user(std::string_view id) const {
  const auto found = users_.find(std::string{id});
  return found == users_.end() ? nullptr : &found->second;
}

}  // namespace clerk::server::rules
