#pragma once

#include <clerk/contract/operation.hpp>
#include <clerk/contract/organization_invitations.hpp>
#include <clerk/contract/organization_memberships.hpp>

#include <optional>
#include <string>
#include <vector>

namespace clerk::server::tools {

// What front ends do for their users in organizations.

/// Who accepts.
struct AcceptOrganizationInvitationRequest {
  std::optional<std::string> user_id{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("user_id", &AcceptOrganizationInvitationRequest::user_id, {},
          "Id of the user; none: the one who has the address.");
  }
};

/// `POST /__clerkd/organization_invitations/{invitation_id}/accept`.
struct AcceptOrganizationInvitation {
  using Body = AcceptOrganizationInvitationRequest;
  using Answer = OrganizationInvitation;
  static constexpr OperationInfo info{.name = "accept_organization_invitation",
                                      .method = Method::post,
                                      .path = "/organization_invitations/{invitation_id}/accept",
                                      .success = 200,
                                      .kind = OperationKind::write};
  std::string invitation_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("invitation_id", &AcceptOrganizationInvitation::invitation_id, {}, "Id of the invitation.");
  }
};

/// An organization that a user may join, as its domain is that of an address of theirs.
struct OrganizationSuggestion {
  std::string id{};
  std::string status{};
  std::string organization_id{};
  std::string domain_id{};
  std::string user_id{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = OrganizationSuggestion;
    field("id", &M::id, {}, "Id of the suggestion.");
    field("status", &M::status, {}, "`pending` or `accepted`.");
    field("organization_id", &M::organization_id, {}, "Id of the organization.");
    field("domain_id", &M::domain_id, {}, "Id of the domain that made it.");
    field("user_id", &M::user_id, {}, "Id of the user.");
    field("created_at", &M::created_at, {}, "Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "Unix milliseconds.");
  }
};

struct OrganizationSuggestions {
  std::vector<OrganizationSuggestion> data{};
  std::int64_t total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("data", &OrganizationSuggestions::data, {}, "The suggestions.");
    field("total_count", &OrganizationSuggestions::total_count, {}, "How many there are.");
  }
};

/// `GET /__clerkd/users/{user_id}/organization_suggestions`.
struct ListOrganizationSuggestions {
  using Answer = OrganizationSuggestions;
  static constexpr OperationInfo info{.name = "list_organization_suggestions",
                                      .method = Method::get,
                                      .path = "/users/{user_id}/organization_suggestions",
                                      .success = 200,
                                      .kind = OperationKind::scan};
  std::string user_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("user_id", &ListOrganizationSuggestions::user_id, {}, "Id of the user.");
  }
};

/// `POST /__clerkd/organization_suggestions/{suggestion_id}/accept`: the user joins at once.
struct AcceptOrganizationSuggestion {
  using Answer = OrganizationSuggestion;
  static constexpr OperationInfo info{.name = "accept_organization_suggestion",
                                      .method = Method::post,
                                      .path = "/organization_suggestions/{suggestion_id}/accept",
                                      .success = 200,
                                      .kind = OperationKind::write};
  std::string suggestion_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("suggestion_id", &AcceptOrganizationSuggestion::suggestion_id, {}, "Id of the suggestion.");
  }
};

}  // namespace clerk::server::tools
