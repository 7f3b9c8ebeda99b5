#include "server/rules/invitation_rules.hpp"

#include "server/rules/email_address.hpp"
#include "server/rules/identifier.hpp"
#include "server/rules/invitation_link.hpp"
#include "server/rules/metadata.hpp"
#include "server/store/identifications.hpp"

#include <chrono>

namespace clerk::server::rules {

namespace {

const std::vector<std::string> open{std::string{InvitationStatus::pending}};

bool is_of_user(const std::string& address, const Call& call, store::Transaction& transaction) {
  return store::Identifications{transaction}
      .find_by_identifier(call.instance.id, name_of(IdentifierKind::email_address), address)
      .has_value();
}

Refusals judge(const CreateInvitationRequest& request, const std::string& address, InvitationSet& invitations,
               const Call& call, store::Transaction& transaction) {
  Refusals refusals;
  if (request.public_metadata) judge_metadata("public_metadata", *request.public_metadata, refusals);
  if (!refusals.empty() || request.ignore_existing.value_or(false)) return refusals;
  const bool is_invited = invitations.count({.status = open, .owner = {address}}) > 0;
  if (is_invited || is_of_user(address, call, transaction)) {
    refusals.push_back(
        {.definition = &error_definition("duplicate_invitation"), .value = address, .email_addresses = {address}});
  }
  return refusals;
}

// Days may be left out only by who does not send a request: the contract has the default of one.
std::int64_t lifetime_of(const CreateInvitationRequest& request) {
  return std::chrono::milliseconds{std::chrono::days{request.expires_in_days.value_or(30)}}.count();
}

store::ResourceOrder order_of(std::string_view text) {
  const OrderBy order = read_order_by(text);
  store::ResourceOrder placed{.descending = order.descending};
  if (order.name == "email_address") placed.key = store::ResourceKey::owner;
  if (order.name == "expires_at") placed.key = store::ResourceKey::expires_at;
  return placed;
}

}  // namespace

InvitationSet invitations_in(const Call& call, store::Transaction& transaction) {
  return {"invitation", call, transaction};
}

Invitation invitation_of(const InvitationSet::Entry& entry, const Call& call) {
  Invitation invitation = entry.document.shown;
  invitation.object = "invitation";
  invitation.id = entry.row.id;
  invitation.email_address = entry.row.owner;
  invitation.status = InvitationStatus{std::string{entry.row.status_at(call.now)}};
  invitation.revoked = entry.row.status == InvitationStatus::revoked;
  invitation.created_at = entry.row.created_at;
  invitation.updated_at = entry.row.updated_at;
  return invitation;
}

Judged<InvitationSet::Entry> invite(const CreateInvitationRequest& request, bool by_allowlist, const Call& call,
                                    store::Transaction& transaction) {
  const std::string address = fold(request.email_address);
  InvitationSet invitations = invitations_in(call, transaction);
  Refusals refusals = judge(request, address, invitations, call, transaction);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};

  InvitationSet::Entry entry = invitations.make(call.make_id("inv"));
  entry.row.owner = address;
  entry.row.status = InvitationStatus::pending;
  entry.row.search = address + " " + fold(entry.row.id);
  entry.row.expires_at = call.now + lifetime_of(request);
  entry.document.by_allowlist = by_allowlist;
  entry.document.shown.expires_at = entry.row.expires_at;
  entry.document.shown.public_metadata = request.public_metadata.value_or(RawJson{"{}"});
  if (request.redirect_url) entry.document.shown.url = invitation_link(*request.redirect_url, entry.row.id);
  invitations.insert_free(entry);
  return entry;
}

void accept(InvitationSet::Entry& entry, const Call& call, store::Transaction& transaction) {
  entry.row.status = InvitationStatus::accepted;
  entry.row.expires_at = 0;
  invitations_in(call, transaction).update_free(entry);
}

Judged<Invitation> apply(const operations::CreateInvitation& operation, Call& call, store::Transaction& transaction) {
  const auto entry = invite(operation.body, false, call, transaction);
  if (entry.has_error()) return entry.error();
  return invitation_of(*entry, call);
}

Judged<BulkInvitations> apply(const operations::CreateBulkInvitations& operation, Call& call,
                              store::Transaction& transaction) {
  BulkInvitations invitations;
  for (const CreateInvitationRequest& request : operation.body.data) {
    const auto entry = invite(request, false, call, transaction);
    if (entry.has_error()) return entry.error();
    invitations.data.push_back(invitation_of(*entry, call));
  }
  return invitations;
}

Judged<Invitations> read(const operations::ListInvitations& operation, Call& call, store::Transaction& transaction) {
  const ListInvitationsRequest& query = operation.query;
  // Revoked ones are listed when they are asked for only. facts 3.2
  store::ResourceSearch search{
      .status = {std::string{InvitationStatus::pending}, std::string{InvitationStatus::accepted},
                 std::string{InvitationStatus::expired}},
      .query = fold(query.query.value_or(""))};
  if (query.status) search.status = {query.status->text()};
  InvitationSet invitations = invitations_in(call, transaction);
  return page_of<Invitations>(invitations, search, order_of(*query.order_by), query,
                              [&](const auto& entry) { return invitation_of(entry, call); });
}

Judged<Invitation> apply(const operations::RevokeInvitation& operation, Call& call, store::Transaction& transaction) {
  InvitationSet invitations = invitations_in(call, transaction);
  auto entry = invitations.find(operation.invitation_id);
  if (!entry) return not_found();
  if (entry->row.status == InvitationStatus::accepted) {
    return refused({.definition = &error_definition("invitation_already_accepted")});
  }
  if (entry->row.status == InvitationStatus::revoked) {
    return refused({.definition = &error_definition("invitation_already_revoked")});
  }
  entry->row.status = InvitationStatus::revoked;
  entry->row.expires_at = 0;
  invitations.update_free(*entry);
  return invitation_of(*entry, call);
}

}  // namespace clerk::server::rules
