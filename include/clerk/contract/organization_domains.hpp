#pragma once

#include <clerk/contract/deleted_object.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/organization_formats.hpp>
#include <clerk/contract/organization_parameter.hpp>
#include <clerk/contract/paging.hpp>
#include <clerk/contract/public_organization_data.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk {

struct OrganizationDomainEnrollmentModes {
  static constexpr std::string_view name = "OrganizationDomainEnrollmentMode";
  static constexpr std::string_view manual_invitation = "manual_invitation";
  static constexpr std::string_view automatic_invitation = "automatic_invitation";
  static constexpr std::string_view automatic_suggestion = "automatic_suggestion";
  static constexpr std::string_view enterprise_sso = "enterprise_sso";
  static constexpr std::array values{manual_invitation, automatic_invitation, automatic_suggestion, enterprise_sso};
};
/// `OrganizationDomainEnrollmentMode::manual_invitation`, `::automatic_invitation`, `::automatic_suggestion`,
/// `::enterprise_sso`, or a later value.
using OrganizationDomainEnrollmentMode = OpenEnum<OrganizationDomainEnrollmentModes>;

/// How it was proved that an organization may have a domain. facts 3.1
struct OrganizationDomainVerification {
  static constexpr ModelInfo info{"OrganizationDomainVerification",
                                  "How it was proved that an organization may have a domain."};

  std::string status{};
  std::string strategy{};
  std::optional<std::int64_t> attempts{};
  std::optional<std::int64_t> expire_at{};
  std::optional<std::int64_t> verified_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = OrganizationDomainVerification;
    field("status", &M::status, {}, "`unverified`, `verified`, `failed` or `expired`.");
    field("strategy", &M::strategy, {}, "By what it is proved.");
    field("attempts", &M::attempts, {}, "How often it was tried.");
    field("expire_at", &M::expire_at, {}, "Until when it can be tried, in Unix milliseconds.");
    field("verified_at", &M::verified_at, {}, "When it was proved, in Unix milliseconds; only of ownership.");
  }

  friend bool operator==(const OrganizationDomainVerification&, const OrganizationDomainVerification&) = default;
};

/// A domain whose people may join an organization. facts 3.1
struct OrganizationDomain {
  static constexpr ModelInfo info{"OrganizationDomain", "A domain whose people may join an organization."};

  std::string object{};
  std::string id{};
  std::string organization_id{};
  std::string name{};
  OrganizationDomainEnrollmentMode enrollment_mode{};
  std::optional<std::string> affiliation_email_address{};
  std::optional<OrganizationDomainVerification> affiliation_verification{};
  std::optional<OrganizationDomainVerification> ownership_verification{};
  std::optional<OrganizationDomainVerification> verification{};
  std::int64_t total_pending_invitations{};
  std::int64_t total_pending_suggestions{};
  std::optional<OrganizationInvitationPublicOrganizationData> public_organization_data{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = OrganizationDomain;
    field("object", &M::object, {.constant = "organization_domain"}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the domain, `orgdmn_…`.");
    field("organization_id", &M::organization_id, {}, "Id of the organization.");
    field("name", &M::name, {}, "The domain itself.");
    field("enrollment_mode", &M::enrollment_mode, {}, "How people with an address at the domain join.");
    field("affiliation_email_address", &M::affiliation_email_address, {}, "The address at the domain that proved it.");
    field("affiliation_verification", &M::affiliation_verification, {},
          "How it was proved that the organization has to do with the domain.");
    field("ownership_verification", &M::ownership_verification, {},
          "How it was proved that the organization owns the domain.");
    field("verification", &M::verification, {.standing = Standing::deprecated},
          "Older name of affiliation_verification.");
    field("total_pending_invitations", &M::total_pending_invitations, {},
          "How many invitations are open because of the domain.");
    field("total_pending_suggestions", &M::total_pending_suggestions, {},
          "How many suggestions are open because of the domain.");
    field("public_organization_data", &M::public_organization_data, {.required = false, .answered_null = true},
          "What others may know of the organization.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const OrganizationDomain&, const OrganizationDomain&) = default;
};

/// Domains of organizations. facts 3.1
struct OrganizationDomains {
  static constexpr ModelInfo info{"OrganizationDomains", "Domains of organizations."};

  std::vector<OrganizationDomain> data{};
  std::int64_t total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = OrganizationDomains;
    field("data", &M::data, {}, "The domains of this page.");
    field("total_count", &M::total_count, {}, "How many there are on all pages.");
  }

  friend bool operator==(const OrganizationDomains&, const OrganizationDomains&) = default;
};

/// Which domain an organization shall have. facts 3.2
struct CreateOrganizationDomainRequest {
  static constexpr ModelInfo info{"CreateOrganizationDomainRequest", "Which domain an organization shall have."};

  std::string name{};
  OrganizationDomainEnrollmentMode enrollment_mode{};
  std::optional<bool> verified{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = CreateOrganizationDomainRequest;
    field("name", &M::name, {.nullable = false, .format = &formats::domain_name}, "The domain, without a scheme.");
    field("enrollment_mode", &M::enrollment_mode, {.nullable = false},
          "How people with an address at the domain join; a mode that the instance has.");
    field("verified", &M::verified, {.required = false, .default_value = "true"},
          "Whether it counts as proved at once.");
  }

  friend bool operator==(const CreateOrganizationDomainRequest&, const CreateOrganizationDomainRequest&) = default;
};

/// What may be changed of an organization's domain. facts 3.2
struct UpdateOrganizationDomainRequest {
  static constexpr ModelInfo info{"UpdateOrganizationDomainRequest",
                                  "What may be changed of an organization's domain."};

  Patch<OrganizationDomainEnrollmentMode> enrollment_mode{};
  Patch<bool> verified{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UpdateOrganizationDomainRequest;
    field("enrollment_mode", &M::enrollment_mode, {},
          "How people with an address at the domain join; a mode that the instance has.");
    field("verified", &M::verified, {}, "Whether it counts as proved.");
  }

  friend bool operator==(const UpdateOrganizationDomainRequest&, const UpdateOrganizationDomainRequest&) = default;
};

/// Which domains of an organization to list. facts 3.1
struct ListOrganizationDomainsRequest {
  static constexpr ModelInfo info{"ListOrganizationDomainsRequest", "Which domains of an organization to list."};

  std::optional<bool> verified{};
  std::optional<std::string> enrollment_mode{};
  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ListOrganizationDomainsRequest;
    field("verified", &M::verified, {.nullable = false, .required = false},
          "Only those that are proved, or that are not.");
    field("enrollment_mode", &M::enrollment_mode, {.nullable = false, .required = false},
          "Only those of this mode; `-` before it leaves them out.");
    field("limit", &M::limit, page_limit, "The most domains to give.");
    field("offset", &M::offset, page_offset, "How many domains to leave out first.");
  }

  friend bool operator==(const ListOrganizationDomainsRequest&, const ListOrganizationDomainsRequest&) = default;
};

/// Which domains of all organizations to list, and in which order. facts 3.1
struct ListAllOrganizationDomainsRequest {
  static constexpr ModelInfo info{"ListAllOrganizationDomainsRequest",
                                  "Which domains of all organizations to list, and in which order."};

  std::optional<std::string> organization_id{};
  std::optional<bool> verified{};
  std::optional<std::string> enrollment_mode{};
  std::optional<std::string> query{};
  std::vector<std::string> domains{};
  std::optional<std::string> order_by{};
  std::optional<std::int64_t> offset{};
  std::optional<std::int64_t> limit{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ListAllOrganizationDomainsRequest;
    field("organization_id", &M::organization_id, {.nullable = false, .required = false},
          "Only those of this organization.");
    field("verified", &M::verified, {.nullable = false, .required = false},
          "Only those that are proved, or that are not.");
    field("enrollment_mode", &M::enrollment_mode, {.nullable = false, .required = false},
          "Only those of these modes, with commas between them; `-` before one leaves its domains out.");
    field("query", &M::query, {.nullable = false, .required = false},
          "Only those whose name holds this text, or those of the organization with this id.");
    field("domains", &M::domains, {.nullable = false, .required = false}, "Only those of these names.");
    field("order_by", &M::order_by,
          {.nullable = false,
           .required = false,
           .format = &formats::organization_domain_order,
           .default_value = "\"-created_at\""},
          "What to order by, with `-` before it for descending order.");
    field("offset", &M::offset, page_offset, "How many domains to leave out first.");
    field("limit", &M::limit, page_limit, "The most domains to give.");
  }

  friend bool operator==(const ListAllOrganizationDomainsRequest&, const ListAllOrganizationDomainsRequest&) = default;
};

namespace operations {

struct CreateOrganizationDomain {
  using Body = CreateOrganizationDomainRequest;
  using Answer = OrganizationDomain;
  static constexpr OperationInfo info{
      .api = "OrganizationDomainsApi",
      .name = "create_organization_domain",
      .method = Method::post,
      .path = "/organizations/{organization_id}/domains",
      .success = 200,
      .errors = {400, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Create a new organization domain",
      .description = "Gives an organization a domain. It counts as proved unless the request says otherwise.",
      .example =
          ".name = \"example.com\", .enrollment_mode = clerk::OrganizationDomainEnrollmentMode::automatic_suggestion",
  };
  std::string organization_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<CreateOrganizationDomain>(parameter);
  }
};

struct ListOrganizationDomains {
  using Query = ListOrganizationDomainsRequest;
  using Answer = OrganizationDomains;
  static constexpr OperationInfo info{
      .api = "OrganizationDomainsApi",
      .name = "list_organization_domains",
      .method = Method::get,
      .path = "/organizations/{organization_id}/domains",
      .success = 200,
      .errors = {401, 422},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all domains of an organization",
      .description = "A page of an organization's domains.",
      .example = ".verified = true, .limit = 100",
  };
  std::string organization_id{};
  Query query{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<ListOrganizationDomains>(parameter);
  }
};

struct UpdateOrganizationDomain {
  using Body = UpdateOrganizationDomainRequest;
  using Answer = OrganizationDomain;
  static constexpr OperationInfo info{
      .api = "OrganizationDomainsApi",
      .name = "update_organization_domain",
      .method = Method::patch,
      .path = "/organizations/{organization_id}/domains/{domain_id}",
      .success = 200,
      .errors = {400, 403, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update an organization domain",
      .description = "Changes an organization's domain; what the request leaves out stays as it is.",
      .example = ".verified = true",
  };
  std::string organization_id{};
  std::string domain_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<UpdateOrganizationDomain>(parameter);
    parameter("domain_id", &UpdateOrganizationDomain::domain_id, {.example = "orgdmn_2abc"}, "Id of the domain.");
  }
};

struct DeleteOrganizationDomain {
  using Answer = DeletedObject;
  static constexpr OperationInfo info{
      .api = "OrganizationDomainsApi",
      .name = "delete_organization_domain",
      .method = Method::delete_,
      .path = "/organizations/{organization_id}/domains/{domain_id}",
      .success = 200,
      .errors = {400, 401, 403, 404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Remove a domain from an organization",
      .description =
          "Takes a domain from an organization, with the invitations and suggestions that are open because of it.",
  };
  std::string organization_id{};
  std::string domain_id{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<DeleteOrganizationDomain>(parameter);
    parameter("domain_id", &DeleteOrganizationDomain::domain_id, {.example = "orgdmn_2abc"}, "Id of the domain.");
  }
};

struct VerifyOrganizationDomainOwnership {
  using Answer = OrganizationDomain;
  static constexpr OperationInfo info{
      .api = "OrganizationDomainsApi",
      .name = "verify_organization_domain_ownership",
      .method = Method::post,
      .path = "/organizations/{organization_id}/domains/{domain_id}/verify_ownership",
      .success = 200,
      .errors = {401, 403, 404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Mark an organization domain's ownership as verified",
      .description = "Takes it as proved that the organization owns the domain.",
  };
  std::string organization_id{};
  std::string domain_id{};

  static constexpr void path_parameters(auto&& parameter) {
    organization_id_parameter<VerifyOrganizationDomainOwnership>(parameter);
    parameter("domain_id", &VerifyOrganizationDomainOwnership::domain_id, {.example = "orgdmn_2abc"},
              "Id of the domain.");
  }
};

struct ListAllOrganizationDomains {
  using Query = ListAllOrganizationDomainsRequest;
  using Answer = OrganizationDomains;
  static constexpr OperationInfo info{
      .api = "OrganizationDomainsApi",
      .name = "list_all_organization_domains",
      .method = Method::get,
      .path = "/organization_domains",
      .success = 200,
      .errors = {401, 403, 422},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List the domains of all organizations",
      .description = "A page of the domains of all organizations, the newest first.",
      .example = ".verified = true",
  };
  Query query{};
};

}  // namespace operations
}  // namespace clerk
