#pragma once

#include <clerk/contract/deleted_object.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/parameters.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clerk {

/// A CNAME record that a domain needs. facts 3.2
struct CNameTarget {
  static constexpr ModelInfo info{"CNameTarget", "A CNAME record that a domain needs."};

  std::string host{};
  std::string value{};
  bool required{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = CNameTarget;
    field("host", &M::host, {}, "The name of the record.");
    field("value", &M::value, {}, "What it points to.");
    field("required", &M::required, {}, "Whether the domain does not count as deployed without it.");
  }

  friend bool operator==(const CNameTarget&, const CNameTarget&) = default;
};

/// A domain of the instance: the primary one, or a satellite. facts 3.2
struct Domain {
  static constexpr ModelInfo info{"Domain", "A domain of the instance: the primary one, or a satellite."};

  std::string object{};
  std::string id{};
  std::string name{};
  bool is_satellite{};
  std::string frontend_api_url{};
  std::optional<std::string> accounts_portal_url{};
  std::optional<std::string> proxy_url{};
  std::string development_origin{};
  std::optional<std::vector<CNameTarget>> cname_targets{};
  std::optional<bool> is_provider_domain{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = Domain;
    field("object", &M::object, {.constant = "domain"}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the domain.");
    field("name", &M::name, {}, "The domain itself.");
    field("is_satellite", &M::is_satellite, {}, "Whether it is a satellite of the primary domain.");
    field("frontend_api_url", &M::frontend_api_url, {}, "Where the Frontend API is.");
    field("accounts_portal_url", &M::accounts_portal_url, {.required = false, .answered_null = true},
          "Where the hosted pages are. A satellite has none.");
    field("proxy_url", &M::proxy_url, {.required = false, .answered_null = true},
          "The proxy before the Frontend API, if there is one.");
    field("development_origin", &M::development_origin, {}, "Where the application of a development instance is.");
    field("cname_targets", &M::cname_targets, {.required = false, .answered_null = true},
          "The DNS records that it needs. Missing in development instances.");
    field("is_provider_domain", &M::is_provider_domain, {.required = false, .standing = Standing::live_only},
          "Whether it is a domain that Clerk lends.");
  }

  friend bool operator==(const Domain&, const Domain&) = default;
};

/// All domains of the instance. facts 3.2
struct Domains {
  static constexpr ModelInfo info{"Domains", "All domains of the instance."};

  std::vector<Domain> data{};
  std::int64_t total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = Domains;
    field("data", &M::data, {}, "The domains.");
    field("total_count", &M::total_count, {}, "How many there are.");
  }

  friend bool operator==(const Domains&, const Domains&) = default;
};

/// Which satellite domain to add. facts 3.2
struct AddDomainRequest {
  static constexpr ModelInfo info{"AddDomainRequest", "Which satellite domain to add."};

  std::string name{};
  bool is_satellite{true};
  std::optional<std::string> proxy_url{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = AddDomainRequest;
    field("name", &M::name, {.nullable = false},
          "The domain, without a scheme. In a development instance it may have a port.");
    field("is_satellite", &M::is_satellite, {.nullable = false, .constant = "true"}, "Only satellites can be added.");
    field("proxy_url", &M::proxy_url, {.required = false, .format = &formats::http_url},
          "The proxy before the Frontend API. Production instances only.");
  }

  friend bool operator==(const AddDomainRequest&, const AddDomainRequest&) = default;
};

/// What may be changed of a domain. facts 3.2
struct UpdateDomainRequest {
  static constexpr ModelInfo info{"UpdateDomainRequest", "What may be changed of a domain."};

  Patch<std::string> name{};
  Patch<std::string> proxy_url{};
  Patch<bool> is_secondary{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UpdateDomainRequest;
    field("name", &M::name, {}, "The domain, without a scheme. In a development instance it may have a port.");
    field("proxy_url", &M::proxy_url, {.format = &formats::http_url},
          "The proxy before the Frontend API. Production instances only.");
    field("is_secondary", &M::is_secondary, {},
          "Whether the application is one of several below the same root domain, so that its subdomain counts.");
  }

  friend bool operator==(const UpdateDomainRequest&, const UpdateDomainRequest&) = default;
};

namespace operations {

struct ListDomains {
  using Answer = Domains;
  static constexpr OperationInfo info{
      .api = "DomainsApi",
      .name = "list_domains",
      .method = Method::get,
      .path = "/domains",
      .success = 200,
      .errors = {},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all instance domains",
      .description = "The primary domain of the instance and its satellites.",
  };
};

struct AddDomain {
  using Body = AddDomainRequest;
  using Answer = Domain;
  static constexpr OperationInfo info{
      .api = "DomainsApi",
      .name = "add_domain",
      .method = Method::post,
      .path = "/domains",
      .success = 200,
      .errors = {400, 402, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Add a domain",
      .description = "Adds a satellite domain to the instance.",
      .example = ".name = \"satellite.example.com\", .is_satellite = true",
  };
  Body body{};
};

struct UpdateDomain {
  using Body = UpdateDomainRequest;
  using Answer = Domain;
  static constexpr OperationInfo info{
      .api = "DomainsApi",
      .name = "update_domain",
      .method = Method::patch,
      .path = "/domains/{domain_id}",
      .success = 200,
      .errors = {400, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update a domain",
      .description =
          "Changes a domain; what the request leaves out stays as it is. The proxy can be set in production "
          "instances only.",
      .example = ".proxy_url = \"https://satellite.example.com/__clerk\"",
  };
  std::string domain_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("domain_id", &UpdateDomain::domain_id, {.example = "dmn_2abc"}, "Id of the domain.");
  }
};

struct DeleteDomain {
  using Answer = DeletedObject;
  static constexpr OperationInfo info{
      .api = "DomainsApi",
      .name = "delete_domain",
      .method = Method::delete_,
      .path = "/domains/{domain_id}",
      .success = 200,
      .errors = {403, 404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Delete a satellite domain",
      .description = "Takes a satellite domain from the instance. The primary domain can't be deleted.",
  };
  std::string domain_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("domain_id", &DeleteDomain::domain_id, {.example = "dmn_2abc"}, "Id of the domain.");
  }
};

}  // namespace operations
}  // namespace clerk
