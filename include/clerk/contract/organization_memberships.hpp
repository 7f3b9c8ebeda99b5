#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/organization_formats.hpp>
#include <clerk/contract/organization_membership.hpp>
#include <clerk/contract/organization_parameter.hpp>
#include <clerk/contract/paging.hpp>
#include <clerk/contract/user_parameter.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clerk {

/// Memberships in organizations. facts 3.1
struct OrganizationMemberships {
  static constexpr ModelInfo info{"OrganizationMemberships", "Memberships in organizations."};

  std::vector<OrganizationMembership> data{};
  std::int64_t total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = OrganizationMemberships;
    field("data", &M::data, {}, "The memberships of this page.");
    field("total_count", &M::total_count, {}, "How many there are on all pages.");
  }

  friend bool operator==(const OrganizationMemberships&, const OrganizationMemberships&) = default;
};

/// Which members of an organization to list, and in which order. facts 3.1
struct ListOrganizationMembershipsRequest {
  static constexpr ModelInfo info{"ListOrganizationMembershipsRequest",
                                  "Which members of an organization to list, and in which order."};

  std::optional<std::string> order_by{};
  std::vector<std::string> user_id{};
  std::vector<std::string> email_address{};
  std::vector<std::string> phone_number{};
  std::vector<std::string> username{};
  std::vector<std::string> web3_wallet{};
  std::vector<std::string> role{};
  std::optional<std::string> query{};
  std::optional<std::string> email_address_query{};
  std::optional<std::string> phone_number_query{};
  std::optional<std::string> username_query{};
  std::optional<std::string> name_query{};
  std::optional<std::int64_t> last_active_at_before{};
  std::optional<std::int64_t> last_active_at_after{};
  std::optional<std::int64_t> created_at_before{};
  std::optional<std::int64_t> created_at_after{};
  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ListOrganizationMembershipsRequest;
    field("order_by", &M::order_by, {.nullable = false, .required = false, .format = &formats::membership_order},
          "What to order by, with `-` before it for descending order.");
    field("user_id", &M::user_id, {.nullable = false, .required = false, .max_items = 100},
          "Users of one of these ids; `-` before an id leaves its user out.");
    field("email_address", &M::email_address, {.nullable = false, .required = false, .max_items = 100},
          "Users with one of these e-mail addresses.");
    field("phone_number", &M::phone_number, {.nullable = false, .required = false, .max_items = 100},
          "Users with one of these phone numbers.");
    field("username", &M::username, {.nullable = false, .required = false, .max_items = 100},
          "Users with one of these usernames.");
    field("web3_wallet", &M::web3_wallet, {.nullable = false, .required = false, .max_items = 100},
          "Users with one of these wallets.");
    field("role", &M::role, {.nullable = false, .required = false, .max_items = 100},
          "Members with a role of one of these keys.");
    field("query", &M::query, {.nullable = false, .required = false},
          "Users of whom an e-mail address, phone number, username, wallet, id or name holds this text.");
    field("email_address_query", &M::email_address_query, {.nullable = false, .required = false},
          "Users of whom an e-mail address holds this text, in whatever case.");
    field("phone_number_query", &M::phone_number_query, {.nullable = false, .required = false},
          "Users of whom a phone number holds this text.");
    field("username_query", &M::username_query, {.nullable = false, .required = false},
          "Users whose username holds this text, in whatever case.");
    field("name_query", &M::name_query, {.nullable = false, .required = false},
          "Users whose name holds this text, in whatever case.");
    field("last_active_at_before", &M::last_active_at_before, {.nullable = false, .required = false},
          "Users last active before this time, in Unix milliseconds.");
    field("last_active_at_after", &M::last_active_at_after, {.nullable = false, .required = false},
          "Users last active after this time, in Unix milliseconds.");
    field("created_at_before", &M::created_at_before, {.nullable = false, .required = false},
          "Users made before this time, in Unix milliseconds.");
    field("created_at_after", &M::created_at_after, {.nullable = false, .required = false},
          "Users made after this time, in Unix milliseconds.");
    field("limit", &M::limit, page_limit, "The most memberships to give.");
    field("offset", &M::offset, page_offset, "How many memberships to leave out first.");
  }

  friend bool operator==(const ListOrganizationMembershipsRequest&,
                         const ListOrganizationMembershipsRequest&) = default;
};

/// Which page of all memberships to list, and in which order. facts 3.1
struct InstanceGetOrganizationMembershipsRequest {
  static constexpr ModelInfo info{"InstanceGetOrganizationMembershipsRequest",
                                  "Which page of all memberships to list, and in which order."};

  std::optional<std::string> order_by{};
  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = InstanceGetOrganizationMembershipsRequest;
    field("order_by", &M::order_by, {.nullable = false, .required = false, .format = &formats::membership_order},
          "What to order by, with `-` before it for descending order.");
    field("limit", &M::limit, page_limit, "The most memberships to give.");
    field("offset", &M::offset, page_offset, "How many memberships to leave out first.");
  }

  friend bool operator==(const InstanceGetOrganizationMembershipsRequest&,
                         const InstanceGetOrganizationMembershipsRequest&) = default;
};

/// Which page of a user's memberships to list. facts 3.1
struct UsersGetOrganizationMembershipsRequest {
  static constexpr ModelInfo info{"UsersGetOrganizationMembershipsRequest",
                                  "Which page of a user's memberships to list."};

  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UsersGetOrganizationMembershipsRequest;
    field("limit", &M::limit, page_limit, "The most memberships to give.");
    field("offset", &M::offset, page_offset, "How many memberships to leave out first.");
  }

  friend bool operator==(const UsersGetOrganizationMembershipsRequest&,
                         const UsersGetOrganizationMembershipsRequest&) = default;
};

/// Who shall be a member, and as what. facts 3.2
struct CreateOrganizationMembershipRequest {
  static constexpr ModelInfo info{"CreateOrganizationMembershipRequest", "Who shall be a member, and as what."};

  std::string user_id{};
  std::string role{};
  std::optional<RawJson> public_metadata{};
  std::optional<RawJson> private_metadata{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = CreateOrganizationMembershipRequest;
    field("user_id", &M::user_id, {.nullable = false}, "Id of the user.");
    field("role", &M::role, {.nullable = false}, "Key of the role that the member gets.");
    field("public_metadata", &M::public_metadata, {.required = false},
          "Metadata that frontends may read and only backends write, a JSON object.");
    field("private_metadata", &M::private_metadata, {.required = false}, "Metadata for backends alone, a JSON object.");
  }

  friend bool operator==(const CreateOrganizationMembershipRequest&,
                         const CreateOrganizationMembershipRequest&) = default;
};

/// What a member shall be. facts 3.2
struct UpdateOrganizationMembershipRequest {
  static constexpr ModelInfo info{"UpdateOrganizationMembershipRequest", "What a member shall be."};

  std::string role{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("role", &UpdateOrganizationMembershipRequest::role, {.nullable = false},
          "Key of the role that the member gets.");
  }

  friend bool operator==(const UpdateOrganizationMembershipRequest&,
                         const UpdateOrganizationMembershipRequest&) = default;
};

/// What to merge into a membership's metadata. facts 3.1
struct UpdateOrganizationMembershipMetadataRequest {
  static constexpr ModelInfo info{"UpdateOrganizationMembershipMetadataRequest",
                                  "What to merge into a membership's metadata."};

  Patch<RawJson> public_metadata{};
  Patch<RawJson> private_metadata{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UpdateOrganizationMembershipMetadataRequest;
    field("public_metadata", &M::public_metadata, {.nullable = false},
          "Metadata that frontends may read and only backends write.");
    field("private_metadata", &M::private_metadata, {.nullable = false}, "Metadata for backends alone.");
  }

  friend bool operator==(const UpdateOrganizationMembershipMetadataRequest&,
                         const UpdateOrganizationMembershipMetadataRequest&) = default;
};

namespace operations {

struct CreateOrganizationMembership {
  using Body = CreateOrganizationMembershipRequest;
  using Answer = OrganizationMembership;
  static constexpr OperationInfo info{
      .api = "OrganizationMembershipsApi",
      .name = "create_organization_membership",
      .method = Method::post,
      .path = "/organizations/{organization_id}/memberships",
      .success = 200,
      .errors = {400, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Create a new organization membership",
      .description = "Makes a user a member of an organization at once, without an invitation.",
      .example = ".user_id = \"user_2abc\", .role = \"org:member\"",
  };
  std::string organization_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<CreateOrganizationMembership>(parameter);
  }
};

struct ListOrganizationMemberships {
  using Query = ListOrganizationMembershipsRequest;
  using Answer = OrganizationMemberships;
  static constexpr OperationInfo info{
      .api = "OrganizationMembershipsApi",
      .name = "list_organization_memberships",
      .method = Method::get,
      .path = "/organizations/{organization_id}/memberships",
      .success = 200,
      .errors = {401, 422},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all members of an organization",
      .description = "A page of the members that pass the filters.",
      .example = ".role = {\"org:admin\"}, .limit = 100",
  };
  std::string organization_id{};
  Query query{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<ListOrganizationMemberships>(parameter);
  }
};

struct UpdateOrganizationMembership {
  using Body = UpdateOrganizationMembershipRequest;
  using Answer = OrganizationMembership;
  static constexpr OperationInfo info{
      .api = "OrganizationMembershipsApi",
      .name = "update_organization_membership",
      .method = Method::patch,
      .path = "/organizations/{organization_id}/memberships/{user_id}",
      .success = 200,
      .errors = {404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update an organization membership",
      .description = "Gives a member another role.",
      .example = ".role = \"org:admin\"",
  };
  std::string organization_id{};
  std::string user_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<UpdateOrganizationMembership>(parameter);
    user_id_parameter<UpdateOrganizationMembership>(parameter);
  }
};

struct DeleteOrganizationMembership {
  using Answer = OrganizationMembership;
  static constexpr OperationInfo info{
      .api = "OrganizationMembershipsApi",
      .name = "delete_organization_membership",
      .method = Method::delete_,
      .path = "/organizations/{organization_id}/memberships/{user_id}",
      .success = 200,
      .errors = {401, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Remove a member from an organization",
      .description = "Ends a user's membership and answers with what it was.",
  };
  std::string organization_id{};
  std::string user_id{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<DeleteOrganizationMembership>(parameter);
    user_id_parameter<DeleteOrganizationMembership>(parameter);
  }
};

struct UpdateOrganizationMembershipMetadata {
  using Body = UpdateOrganizationMembershipMetadataRequest;
  using Answer = OrganizationMembership;
  static constexpr OperationInfo info{
      .api = "OrganizationMembershipsApi",
      .name = "update_organization_membership_metadata",
      .method = Method::patch,
      .path = "/organizations/{organization_id}/memberships/{user_id}/metadata",
      .success = 200,
      .errors = {400, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Merge and update a membership's metadata",
      .description =
          "Merges objects into the membership's metadata, objects within them too. A null takes its key away; what the "
          "request leaves out stays as it is.",
      .example = ".public_metadata = clerk::RawJson{R\"({\"desk\":12})\"}",
  };
  std::string organization_id{};
  std::string user_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<UpdateOrganizationMembershipMetadata>(parameter);
    user_id_parameter<UpdateOrganizationMembershipMetadata>(parameter);
  }
};

struct InstanceGetOrganizationMemberships {
  using Query = InstanceGetOrganizationMembershipsRequest;
  using Answer = OrganizationMemberships;
  static constexpr OperationInfo info{
      .api = "OrganizationMembershipsApi",
      .name = "instance_get_organization_memberships",
      .method = Method::get,
      .path = "/organization_memberships",
      .success = 200,
      .errors = {400, 401, 422, 500},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all organization memberships of the instance",
      .description = "A page of the memberships in all organizations.",
      .example = ".order_by = \"-created_at\", .limit = 100",
  };
  Query query{};
};

struct UsersGetOrganizationMemberships {
  using Query = UsersGetOrganizationMembershipsRequest;
  using Answer = OrganizationMemberships;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "users_get_organization_memberships",
      .method = Method::get,
      .path = "/users/{user_id}/organization_memberships",
      .success = 200,
      .errors = {403},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all memberships of a user",
      .description = "A page of the memberships that a user has.",
      .example = ".limit = 100",
  };
  std::string user_id{};
  Query query{};

  static constexpr void path_parameters(auto&& parameter) {
    user_id_parameter<UsersGetOrganizationMemberships>(parameter);
  }
};

}  // namespace operations
}  // namespace clerk
