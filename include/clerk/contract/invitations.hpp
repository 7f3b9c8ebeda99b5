#pragma once

#include <clerk/contract/array_model.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/ordering.hpp>
#include <clerk/contract/paging.hpp>
#include <clerk/contract/parameters.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk {

struct InvitationStatuses {
  static constexpr std::string_view name = "InvitationStatus";
  static constexpr std::string_view pending = "pending";
  static constexpr std::string_view accepted = "accepted";
  static constexpr std::string_view revoked = "revoked";
  static constexpr std::string_view expired = "expired";
  static constexpr std::array values{pending, accepted, revoked, expired};
};
/// `InvitationStatus::pending`, `::accepted`, `::revoked`, `::expired`, or a later value.
using InvitationStatus = OpenEnum<InvitationStatuses>;

struct InvitationTemplates {
  static constexpr std::string_view name = "InvitationTemplate";
  static constexpr std::string_view invitation = "invitation";
  static constexpr std::string_view waitlist_invitation = "waitlist_invitation";
  static constexpr std::array values{invitation, waitlist_invitation};
};
/// `InvitationTemplate::invitation`, `::waitlist_invitation`, or a later value.
using InvitationTemplate = OpenEnum<InvitationTemplates>;

/// Someone who was asked to sign up. facts 3.2
struct Invitation {
  static constexpr ModelInfo info{"Invitation", "Someone who was asked to sign up."};

  std::string object{};
  std::string id{};
  std::string email_address{};
  RawJson public_metadata{};
  std::optional<bool> revoked{};
  InvitationStatus status{};
  std::optional<std::string> url{};
  std::optional<std::int64_t> expires_at{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = Invitation;
    field("object", &M::object, {.constant = "invitation"}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the invitation.");
    field("email_address", &M::email_address, {}, "The address that was invited.");
    field("public_metadata", &M::public_metadata, {}, "What the user's public metadata will hold, a JSON object.");
    field("revoked", &M::revoked, {.required = false}, "Whether it was taken back.");
    field("status", &M::status, {}, "How far it has come.");
    field("url", &M::url, {.required = false}, "The link by which it is accepted.");
    field("expires_at", &M::expires_at, {.required = false, .answered_null = true},
          "When it ends, in Unix milliseconds.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const Invitation&, const Invitation&) = default;
};

/// Invitations, the newest first unless asked otherwise. facts 3.2
struct Invitations {
  static constexpr ModelInfo info{"Invitations", "Invitations, the newest first unless asked otherwise."};

  std::vector<Invitation> data{};
  std::optional<std::int64_t> total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = Invitations;
    field("data", &M::data, {}, "The invitations of this page.");
    field("total_count", &M::total_count, {.required = false},
          "How many there are on all pages. Missing where paginated was not true.");
  }

  friend bool operator==(const Invitations&, const Invitations&) = default;
};

/// The invitations that were made at once. facts 3.2
struct BulkInvitations {
  static constexpr ModelInfo info{"BulkInvitations", "The invitations that were made at once."};

  std::vector<Invitation> data{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("data", &BulkInvitations::data, {}, "One invitation for each that was asked for.");
  }

  friend bool operator==(const BulkInvitations&, const BulkInvitations&) = default;
};

/// Which invitations to list. facts 3.2
struct ListInvitationsRequest {
  static constexpr ModelInfo info{"ListInvitationsRequest", "Which invitations to list."};

  std::optional<InvitationStatus> status{};
  std::optional<std::string> query{};
  std::optional<std::string> order_by{};
  std::optional<bool> paginated{true};
  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ListInvitationsRequest;
    field("status", &M::status, {.nullable = false, .required = false},
          "Only those of this status. Left out, those that were revoked are left out too.");
    field("query", &M::query, {.nullable = false, .required = false}, "Only those whose address or id match this.");
    field("order_by", &M::order_by,
          {.nullable = false,
           .required = false,
           .format = &formats::invitation_order,
           .default_value = "\"-created_at\""},
          "By what they are ordered: `-` before the name has the greatest first, `+` or nothing the least.");
    field("paginated", &M::paginated, {.nullable = false, .required = false},
          "Whether total_count is told. The library sends true unless told otherwise.");
    field("limit", &M::limit, page_limit, "The most invitations to give.");
    field("offset", &M::offset, page_offset, "How many invitations to leave out first.");
  }

  friend bool operator==(const ListInvitationsRequest&, const ListInvitationsRequest&) = default;
};

/// Whom to invite. facts 3.2
struct CreateInvitationRequest {
  static constexpr ModelInfo info{"CreateInvitationRequest", "Whom to invite."};

  std::string email_address{};
  std::optional<RawJson> public_metadata{};
  std::optional<std::string> redirect_url{};
  std::optional<bool> notify{};
  std::optional<bool> ignore_existing{};
  std::optional<std::int64_t> expires_in_days{};
  std::optional<InvitationTemplate> template_slug{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = CreateInvitationRequest;
    field("email_address", &M::email_address, {.nullable = false, .format = &formats::email}, "The address to invite.");
    field("public_metadata", &M::public_metadata, {.required = false},
          "What the user's public metadata will hold once the invitation is accepted, a JSON object.");
    field("redirect_url", &M::redirect_url, {.required = false},
          "Where the link of the invitation leads, for pages of your own.");
    field("notify", &M::notify, {.required = false, .default_value = "true"},
          "Whether an e-mail is sent to the address.");
    field("ignore_existing", &M::ignore_existing, {.required = false, .default_value = "false"},
          "Whether to invite though the address has an invitation or belongs to a user.");
    field("expires_in_days", &M::expires_in_days,
          {.required = false, .minimum = 1, .maximum = 365, .default_value = "30"},
          "For how many days it can be accepted.");
    field("template_slug", &M::template_slug, {.nullable = false, .required = false, .default_value = "\"invitation\""},
          "Which e-mail is sent.");
  }

  friend bool operator==(const CreateInvitationRequest&, const CreateInvitationRequest&) = default;
};

/// Whom to invite at once. facts 3.2
struct CreateBulkInvitationsRequest {
  static constexpr ModelInfo info{"CreateBulkInvitationsRequest", "Whom to invite at once."};

  std::vector<CreateInvitationRequest> data{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("data", &CreateBulkInvitationsRequest::data, {.nullable = false, .min_items = 1, .max_items = 10},
          "Each invitation as one alone would be asked for.");
  }

  friend bool operator==(const CreateBulkInvitationsRequest&, const CreateBulkInvitationsRequest&) = default;
};

namespace operations {

struct CreateInvitation {
  using Body = CreateInvitationRequest;
  using Answer = Invitation;
  static constexpr OperationInfo info{
      .api = "InvitationsApi",
      .name = "create_invitation",
      .method = Method::post,
      .path = "/invitations",
      .success = 200,
      .errors = {400, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Create an invitation",
      .description = "Invites an e-mail address to sign up, and sends it the link unless told not to.",
      .example = ".email_address = \"ada@example.com\", .notify = false",
  };
  Body body{};
};

struct CreateBulkInvitations {
  using Body = CreateBulkInvitationsRequest;
  using Answer = BulkInvitations;
  static constexpr OperationInfo info{
      .api = "InvitationsApi",
      .name = "create_bulk_invitations",
      .method = Method::post,
      .path = "/invitations/bulk",
      .success = 200,
      .errors = {400, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Create multiple invitations",
      .description = "Invites up to ten e-mail addresses at once; if one of them is refused, none is invited.",
      .example = ".data = {{.email_address = \"ada@example.com\"}, {.email_address = \"grace@example.com\"}}",
  };
  Body body{};
};

struct ListInvitations {
  using Query = ListInvitationsRequest;
  using Answer = Invitations;
  static constexpr OperationInfo info{
      .api = "InvitationsApi",
      .name = "list_invitations",
      .method = Method::get,
      .path = "/invitations",
      .success = 200,
      .errors = {},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all invitations",
      .description = "A page of the invitations that were not revoked, or of those of one status.",
      .example = ".status = clerk::InvitationStatus::pending, .limit = 100",
  };
  Query query{};
};

struct RevokeInvitation {
  using Answer = Invitation;
  static constexpr OperationInfo info{
      .api = "InvitationsApi",
      .name = "revoke_invitation",
      .method = Method::post,
      .path = "/invitations/{invitation_id}/revoke",
      .success = 200,
      .errors = {400, 404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Revoke an invitation",
      .description =
          "Takes an invitation back, so that its link leads nowhere. The address may still sign up where "
          "sign-ups are open.",
  };
  std::string invitation_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("invitation_id", &RevokeInvitation::invitation_id, {.example = "inv_2abc"}, "Id of the invitation.");
  }
};

}  // namespace operations
}  // namespace clerk
