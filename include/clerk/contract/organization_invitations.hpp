#pragma once

#include <clerk/contract/array_model.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/invitations.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/organization_formats.hpp>
#include <clerk/contract/organization_parameter.hpp>
#include <clerk/contract/paging.hpp>
#include <clerk/contract/public_organization_data.hpp>
#include <clerk/contract/user_parameter.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clerk {

/// What others may know of who invites. facts 3.1
struct OrganizationInvitationPublicUserData {
  static constexpr ModelInfo info{"OrganizationInvitationPublicUserData", "What others may know of who invites."};

  std::string user_id{};
  std::optional<std::string> first_name{};
  std::optional<std::string> last_name{};
  std::string image_url{};
  bool has_image{};
  std::string identifier{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = OrganizationInvitationPublicUserData;
    field("user_id", &M::user_id, {}, "Id of the user.");
    field("first_name", &M::first_name, {}, "The first name.");
    field("last_name", &M::last_name, {}, "The last name.");
    field("image_url", &M::image_url, {}, "Where the picture is.");
    field("has_image", &M::has_image, {}, "There is a picture of the user's own.");
    field("identifier", &M::identifier, {},
          "By what the user is known: an e-mail address, a phone number, a username or a wallet.");
  }

  friend bool operator==(const OrganizationInvitationPublicUserData&,
                         const OrganizationInvitationPublicUserData&) = default;
};

/// Someone who was asked to join an organization. facts 3.1
struct OrganizationInvitation {
  static constexpr ModelInfo info{"OrganizationInvitation", "Someone who was asked to join an organization."};

  std::string object{};
  std::string id{};
  std::string email_address{};
  std::string role{};
  std::string role_name{};
  std::optional<std::string> organization_id{};
  std::optional<std::string> inviter_id{};
  std::optional<OrganizationInvitationPublicUserData> public_inviter_data{};
  std::optional<InvitationStatus> status{};
  RawJson public_metadata{"{}"};
  std::optional<RawJson> private_metadata{};
  std::optional<std::string> url{};
  std::optional<std::int64_t> expires_at{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  std::optional<OrganizationInvitationPublicOrganizationData> public_organization_data{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = OrganizationInvitation;
    field("object", &M::object, {.constant = "organization_invitation"}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the invitation, `orginv_…`.");
    field("email_address", &M::email_address, {}, "The address that was invited.");
    field("role", &M::role, {}, "Key of the role that the member will have.");
    field("role_name", &M::role_name, {}, "Name of that role.");
    field("organization_id", &M::organization_id, {.required = false}, "Id of the organization.");
    field("inviter_id", &M::inviter_id, {}, "Id of the user who invites.");
    field("public_inviter_data", &M::public_inviter_data, {}, "What others may know of who invites.");
    field("status", &M::status, {.required = false}, "How far it has come.");
    field("public_metadata", &M::public_metadata, {}, "What the membership's public metadata will hold.");
    field("private_metadata", &M::private_metadata, {.required = false},
          "What the membership's private metadata will hold.");
    field("url", &M::url, {}, "The link by which it is accepted.");
    field("expires_at", &M::expires_at, {}, "When it ends, in Unix milliseconds.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
    field("public_organization_data", &M::public_organization_data, {.required = false},
          "What others may know of the organization; only in lists of the instance and of a user.");
  }

  friend bool operator==(const OrganizationInvitation&, const OrganizationInvitation&) = default;
};

/// Invitations to organizations, the newest first unless asked otherwise. facts 3.1
struct OrganizationInvitations {
  static constexpr ModelInfo info{"OrganizationInvitations",
                                  "Invitations to organizations, the newest first unless asked otherwise."};

  std::vector<OrganizationInvitation> data{};
  std::int64_t total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = OrganizationInvitations;
    field("data", &M::data, {}, "The invitations of this page, or those that were made at once.");
    field("total_count", &M::total_count, {}, "How many there are on all pages.");
  }

  friend bool operator==(const OrganizationInvitations&, const OrganizationInvitations&) = default;
};

/// Whom to invite to an organization. facts 3.2
struct CreateOrganizationInvitationRequest {
  static constexpr ModelInfo info{"CreateOrganizationInvitationRequest", "Whom to invite to an organization."};

  std::string email_address{};
  std::optional<std::string> inviter_user_id{};
  std::string role{};
  std::optional<RawJson> public_metadata{};
  std::optional<RawJson> private_metadata{};
  std::optional<std::string> redirect_url{};
  std::optional<std::int64_t> expires_in_days{};
  std::optional<bool> notify{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = CreateOrganizationInvitationRequest;
    field("email_address", &M::email_address, {.nullable = false, .format = &formats::email}, "The address to invite.");
    field("inviter_user_id", &M::inviter_user_id, {.required = false},
          "Id of the member who invites; one who may manage members.");
    field("role", &M::role, {.nullable = false}, "Key of the role that the member will have.");
    field("public_metadata", &M::public_metadata, {.required = false},
          "What the membership's public metadata will hold once the invitation is accepted, a JSON object.");
    field("private_metadata", &M::private_metadata, {.required = false},
          "What the membership's private metadata will hold once the invitation is accepted, a JSON object.");
    field("redirect_url", &M::redirect_url, {.required = false},
          "Where the link of the invitation leads, for pages of your own.");
    field("expires_in_days", &M::expires_in_days,
          {.required = false, .minimum = 1, .maximum = 365, .default_value = "30"},
          "For how many days it can be accepted.");
    field("notify", &M::notify, {.required = false, .default_value = "true"},
          "Whether an e-mail is sent to the address.");
  }

  friend bool operator==(const CreateOrganizationInvitationRequest&,
                         const CreateOrganizationInvitationRequest&) = default;
};

/// Whom to invite to an organization at once. facts 3.2
struct CreateOrganizationInvitationBulkRequest {
  static constexpr ModelInfo info{"CreateOrganizationInvitationBulkRequest",
                                  "Whom to invite to an organization at once."};

  std::vector<CreateOrganizationInvitationRequest> data{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("data", &CreateOrganizationInvitationBulkRequest::data, {.nullable = false, .min_items = 1, .max_items = 10},
          "Each invitation as one alone would be asked for.");
  }

  friend bool operator==(const CreateOrganizationInvitationBulkRequest&,
                         const CreateOrganizationInvitationBulkRequest&) = default;
};

/// Which invitations to an organization to list, and in which order. facts 3.1
struct ListOrganizationInvitationsRequest {
  static constexpr ModelInfo info{"ListOrganizationInvitationsRequest",
                                  "Which invitations to an organization to list, and in which order."};

  std::vector<InvitationStatus> status{};
  std::optional<std::string> email_address{};
  std::optional<std::string> order_by{};
  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ListOrganizationInvitationsRequest;
    field("status", &M::status, {.nullable = false, .required = false, .max_items = 100},
          "Only those of one of these statuses.");
    field("email_address", &M::email_address, {.nullable = false, .required = false}, "Only those to this address.");
    field("order_by", &M::order_by,
          {.nullable = false,
           .required = false,
           .format = &formats::organization_invitation_order,
           .default_value = "\"-created_at\""},
          "What to order by, with `-` before it for descending order.");
    field("limit", &M::limit, page_limit, "The most invitations to give.");
    field("offset", &M::offset, page_offset, "How many invitations to leave out first.");
  }

  friend bool operator==(const ListOrganizationInvitationsRequest&,
                         const ListOrganizationInvitationsRequest&) = default;
};

/// Which page of the open invitations to an organization to list. facts 3.1
struct ListPendingOrganizationInvitationsRequest {
  static constexpr ModelInfo info{"ListPendingOrganizationInvitationsRequest",
                                  "Which page of the open invitations to an organization to list."};

  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ListPendingOrganizationInvitationsRequest;
    field("limit", &M::limit, page_limit, "The most invitations to give.");
    field("offset", &M::offset, page_offset, "How many invitations to leave out first.");
  }

  friend bool operator==(const ListPendingOrganizationInvitationsRequest&,
                         const ListPendingOrganizationInvitationsRequest&) = default;
};

/// Which invitations to all organizations to list, and in which order. facts 3.1
struct ListInstanceOrganizationInvitationsRequest {
  static constexpr ModelInfo info{"ListInstanceOrganizationInvitationsRequest",
                                  "Which invitations to all organizations to list, and in which order."};

  std::optional<std::string> order_by{};
  std::vector<InvitationStatus> status{};
  std::optional<std::string> query{};
  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ListInstanceOrganizationInvitationsRequest;
    field("order_by", &M::order_by,
          {.nullable = false,
           .required = false,
           .format = &formats::organization_invitation_order,
           .default_value = "\"-created_at\""},
          "What to order by, with `-` before it for descending order.");
    field("status", &M::status, {.nullable = false, .required = false, .max_items = 100},
          "Only those of one of these statuses.");
    field("query", &M::query, {.nullable = false, .required = false}, "Only those whose address holds this text.");
    field("limit", &M::limit, page_limit, "The most invitations to give.");
    field("offset", &M::offset, page_offset, "How many invitations to leave out first.");
  }

  friend bool operator==(const ListInstanceOrganizationInvitationsRequest&,
                         const ListInstanceOrganizationInvitationsRequest&) = default;
};

/// Which of a user's invitations to organizations to list. facts 3.1
struct UsersGetOrganizationInvitationsRequest {
  static constexpr ModelInfo info{"UsersGetOrganizationInvitationsRequest",
                                  "Which of a user's invitations to organizations to list."};

  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  std::optional<InvitationStatus> status{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UsersGetOrganizationInvitationsRequest;
    field("limit", &M::limit, page_limit, "The most invitations to give.");
    field("offset", &M::offset, page_offset, "How many invitations to leave out first.");
    field("status", &M::status, {.nullable = false, .required = false}, "Only those of this status.");
  }

  friend bool operator==(const UsersGetOrganizationInvitationsRequest&,
                         const UsersGetOrganizationInvitationsRequest&) = default;
};

/// Who takes an invitation back. facts 3.1
struct RevokeOrganizationInvitationRequest {
  static constexpr ModelInfo info{"RevokeOrganizationInvitationRequest", "Who takes an invitation back."};

  std::optional<std::string> requesting_user_id{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("requesting_user_id", &RevokeOrganizationInvitationRequest::requesting_user_id, {.required = false},
          "Id of the member who takes it back; one who may manage members.");
  }

  friend bool operator==(const RevokeOrganizationInvitationRequest&,
                         const RevokeOrganizationInvitationRequest&) = default;
};

namespace operations {

struct CreateOrganizationInvitation {
  using Body = CreateOrganizationInvitationRequest;
  using Answer = OrganizationInvitation;
  static constexpr OperationInfo info{
      .api = "OrganizationInvitationsApi",
      .name = "create_organization_invitation",
      .method = Method::post,
      .path = "/organizations/{organization_id}/invitations",
      .success = 200,
      .errors = {400, 402, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Create and send an organization invitation",
      .description = "Invites an e-mail address to an organization, and sends it the link unless told not to.",
      .example = ".email_address = \"ada@example.com\", .role = \"org:member\"",
  };
  std::string organization_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<CreateOrganizationInvitation>(parameter);
  }
};

struct CreateOrganizationInvitationBulk {
  using Body = CreateOrganizationInvitationBulkRequest;
  using Answer = OrganizationInvitations;
  static constexpr OperationInfo info{
      .api = "OrganizationInvitationsApi",
      .name = "create_organization_invitation_bulk",
      .method = Method::post,
      .path = "/organizations/{organization_id}/invitations/bulk",
      .success = 200,
      .errors = {400, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Create and send many organization invitations",
      .description =
          "Invites up to ten e-mail addresses to an organization at once; if one of them is refused, none is invited.",
      .example = ".data = {{.email_address = \"ada@example.com\", .role = \"org:member\"}}",
  };
  std::string organization_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<CreateOrganizationInvitationBulk>(parameter);
  }
};

struct ListOrganizationInvitations {
  using Query = ListOrganizationInvitationsRequest;
  using Answer = OrganizationInvitations;
  static constexpr OperationInfo info{
      .api = "OrganizationInvitationsApi",
      .name = "list_organization_invitations",
      .method = Method::get,
      .path = "/organizations/{organization_id}/invitations",
      .success = 200,
      .errors = {400, 404, 422},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all invitations to an organization",
      .description = "A page of the invitations to an organization, the newest first.",
      .example = ".status = {clerk::InvitationStatus::pending}, .limit = 100",
  };
  std::string organization_id{};
  Query query{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<ListOrganizationInvitations>(parameter);
  }
};

struct ListPendingOrganizationInvitations {
  using Query = ListPendingOrganizationInvitationsRequest;
  using Answer = OrganizationInvitations;
  static constexpr OperationInfo info{
      .api = "OrganizationInvitationsApi",
      .name = "list_pending_organization_invitations",
      .method = Method::get,
      .path = "/organizations/{organization_id}/invitations/pending",
      .success = 200,
      .errors = {400, 404},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .deprecated = true,
      .summary = "List the open invitations to an organization",
      .description =
          "A page of the open invitations to an organization. Use list_organization_invitations, which gives the same "
          "for a status of pending.",
      .example = ".limit = 100",
  };
  std::string organization_id{};
  Query query{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<ListPendingOrganizationInvitations>(parameter);
  }
};

struct GetOrganizationInvitation {
  using Answer = OrganizationInvitation;
  static constexpr OperationInfo info{
      .api = "OrganizationInvitationsApi",
      .name = "get_organization_invitation",
      .method = Method::get,
      .path = "/organizations/{organization_id}/invitations/{invitation_id}",
      .success = 200,
      .errors = {400, 403, 404},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Retrieve an organization invitation",
      .description = "An invitation to an organization.",
  };
  std::string organization_id{};
  std::string invitation_id{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<GetOrganizationInvitation>(parameter);
    parameter("invitation_id", &GetOrganizationInvitation::invitation_id, {.example = "orginv_2abc"},
              "Id of the invitation.");
  }
};

struct RevokeOrganizationInvitation {
  using Body = RevokeOrganizationInvitationRequest;
  using Answer = OrganizationInvitation;
  static constexpr OperationInfo info{
      .api = "OrganizationInvitationsApi",
      .name = "revoke_organization_invitation",
      .method = Method::post,
      .path = "/organizations/{organization_id}/invitations/{invitation_id}/revoke",
      .success = 200,
      .errors = {400, 403, 404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Revoke a pending organization invitation",
      .description =
          "Takes an invitation to an organization back, so that its link leads nowhere and its place is free again.",
      .example = ".requesting_user_id = \"user_2abc\"",
  };
  std::string organization_id{};
  std::string invitation_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<RevokeOrganizationInvitation>(parameter);
    parameter("invitation_id", &RevokeOrganizationInvitation::invitation_id, {.example = "orginv_2abc"},
              "Id of the invitation.");
  }
};

struct ListInstanceOrganizationInvitations {
  using Query = ListInstanceOrganizationInvitationsRequest;
  using Answer = OrganizationInvitations;
  static constexpr OperationInfo info{
      .api = "OrganizationInvitationsApi",
      .name = "list_instance_organization_invitations",
      .method = Method::get,
      .path = "/organization_invitations",
      .success = 200,
      .errors = {400, 404, 422, 500},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List the invitations to all organizations",
      .description = "A page of the invitations to all organizations, the newest first.",
      .example = ".status = {clerk::InvitationStatus::pending}, .limit = 100",
  };
  Query query{};
};

struct UsersGetOrganizationInvitations {
  using Query = UsersGetOrganizationInvitationsRequest;
  using Answer = OrganizationInvitations;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "users_get_organization_invitations",
      .method = Method::get,
      .path = "/users/{user_id}/organization_invitations",
      .success = 200,
      .errors = {400, 403, 404},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all organization invitations of a user",
      .description = "A page of the invitations to organizations that went to a user.",
      .example = ".limit = 100, .status = clerk::InvitationStatus::pending",
  };
  std::string user_id{};
  Query query{};

  static constexpr void path_parameters(auto&& parameter) {
    user_id_parameter<UsersGetOrganizationInvitations>(parameter);
  }
};

}  // namespace operations
}  // namespace clerk
