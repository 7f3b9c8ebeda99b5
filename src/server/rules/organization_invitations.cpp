#include "server/rules/organization_invitations.hpp"

#include "server/rules/placeholder_image.hpp"

namespace clerk::server::rules {

namespace {

using Entry = OrganizationInvitationSet::Entry;

const std::vector<std::string> open{std::string{InvitationStatus::pending}};

OrganizationInvitationPublicUserData inviter_of(const UserRecord& record) {
  return {.user_id = record.row.id,
          .first_name = record.row.document.first_name,
          .last_name = record.row.document.last_name,
          .image_url = std::string{placeholder_image},
          .identifier = known_by(record).value_or("")};
}

OrganizationInvitation shown(const Entry& entry, bool with_organization, const Companions& companions,
                             const RoleBook& book, const Call& call) {
  OrganizationInvitation invitation = entry.document;
  invitation.object = "organization_invitation";
  invitation.id = entry.row.id;
  invitation.email_address = entry.row.subject;
  invitation.status = InvitationStatus{std::string{entry.row.status_at(call.now)}};
  invitation.created_at = entry.row.created_at;
  invitation.updated_at = entry.row.updated_at;
  if (const KnownRole* role = book.find(invitation.role)) invitation.role_name = role->row.name;
  if (const UserRecord* inviter = companions.user(invitation.inviter_id.value_or(""))) {
    invitation.public_inviter_data = inviter_of(*inviter);
  }
  const auto* organization = companions.organization(invitation.organization_id.value_or(""));
  if (with_organization && organization != nullptr) {
    invitation.public_organization_data = public_data_of(*organization, call);
  }
  return invitation;
}

/// The open invitations that give a role. Nothing else needs them by that, so they are found by how documents are
/// written; metadata may hold the same.
std::vector<Entry> giving(std::string_view role, OrganizationInvitationSet& invitations) {
  auto entries = invitations.all({.status = open, .document_part = R"("role":")" + std::string{role} + R"(")"},
                                 {.descending = false});
  std::erase_if(entries, [&](const Entry& entry) { return entry.document.role != role; });
  return entries;
}

}  // namespace

OrganizationInvitationSet organization_invitations_in(const Call& call, store::Transaction& transaction) {
  return {"organization_invitation", call, transaction};
}

std::vector<OrganizationInvitation> shown(const std::vector<Entry>& entries, bool with_organization, const Call& call,
                                          store::Transaction& transaction) {
  std::vector<std::string> organizations;
  std::vector<std::string> inviters;
  for (const Entry& entry : entries) {
    if (with_organization) organizations.push_back(entry.document.organization_id.value_or(""));
    if (entry.document.inviter_id) inviters.push_back(*entry.document.inviter_id);
  }
  const Companions companions{organizations, inviters, transaction};
  const RoleBook book{call, transaction};
  std::vector<OrganizationInvitation> invitations;
  for (const Entry& entry : entries) {
    invitations.push_back(shown(entry, with_organization, companions, book, call));
  }
  return invitations;
}

OrganizationInvitation shown(const Entry& entry, const Call& call, store::Transaction& transaction) {
  return std::move(shown(std::vector{entry}, false, call, transaction).front());
}

void close(Entry& entry, std::string_view status, const Call& call, store::Transaction& transaction) {
  entry.row.status = status;
  entry.row.expires_at = 0;
  entry.row.unique_key.clear();
  organization_invitations_in(call, transaction).update_free(entry);
}

bool is_role_of_invitations(std::string_view role, const Call& call, store::Transaction& transaction) {
  OrganizationInvitationSet invitations = organization_invitations_in(call, transaction);
  return !giving(role, invitations).empty();
}

void rename_role_of_invitations(std::string_view role, std::string_view to, const Call& call,
                                store::Transaction& transaction) {
  OrganizationInvitationSet invitations = organization_invitations_in(call, transaction);
  for (Entry& entry : giving(role, invitations)) {
    entry.document.role = to;
    invitations.update_free(entry);
  }
}

}  // namespace clerk::server::rules
