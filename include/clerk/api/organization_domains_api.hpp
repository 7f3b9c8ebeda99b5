#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/organization_domains.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// Domains whose people may join organizations. Each method makes one call; its `async_` twin takes a completion token
/// and completes with `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT OrganizationDomainsApi {
 public:
  explicit OrganizationDomainsApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// Gives an organization a domain. It counts as proved unless the request says otherwise. facts 3.1
  [[nodiscard]] Result<OrganizationDomain> create_organization_domain(std::string_view organization_id,
                                                                      const CreateOrganizationDomainRequest& request,
                                                                      const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_organization_domain(std::string organization_id, CreateOrganizationDomainRequest request,
                                        CallOptions options, Token&& token) const {
    return start(operations::CreateOrganizationDomain{std::move(organization_id), std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_organization_domain(std::string organization_id, CreateOrganizationDomainRequest request,
                                        Token&& token) const {
    return start(operations::CreateOrganizationDomain{std::move(organization_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// A page of an organization's domains. `clerk::Pager` walks all pages. facts 3.1
  [[nodiscard]] Result<OrganizationDomains> list_organization_domains(
      std::string_view organization_id, const ListOrganizationDomainsRequest& request = {},
      const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_organization_domains(std::string organization_id, ListOrganizationDomainsRequest request,
                                       CallOptions options, Token&& token) const {
    return start(operations::ListOrganizationDomains{std::move(organization_id), std::move(request)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_organization_domains(std::string organization_id, ListOrganizationDomainsRequest request,
                                       Token&& token) const {
    return start(operations::ListOrganizationDomains{std::move(organization_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Changes an organization's domain; what the request leaves out stays as it is. facts 3.1
  [[nodiscard]] Result<OrganizationDomain> update_organization_domain(
      std::string_view organization_id, std::string_view domain_id, const UpdateOrganizationDomainRequest& request = {},
      const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_organization_domain(std::string organization_id, std::string domain_id,
                                        UpdateOrganizationDomainRequest request, CallOptions options,
                                        Token&& token) const {
    return start(
        operations::UpdateOrganizationDomain{std::move(organization_id), std::move(domain_id), std::move(request)},
        std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_organization_domain(std::string organization_id, std::string domain_id,
                                        UpdateOrganizationDomainRequest request, Token&& token) const {
    return start(
        operations::UpdateOrganizationDomain{std::move(organization_id), std::move(domain_id), std::move(request)}, {},
        std::forward<Token>(token));
  }

  /// Takes a domain from an organization, with the invitations and suggestions that are open because of it. facts 3.1
  [[nodiscard]] Result<DeletedObject> delete_organization_domain(std::string_view organization_id,
                                                                 std::string_view domain_id,
                                                                 const CallOptions& options = {}) const;
  template <class Token>
  auto async_delete_organization_domain(std::string organization_id, std::string domain_id, CallOptions options,
                                        Token&& token) const {
    return start(operations::DeleteOrganizationDomain{std::move(organization_id), std::move(domain_id)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_delete_organization_domain(std::string organization_id, std::string domain_id, Token&& token) const {
    return start(operations::DeleteOrganizationDomain{std::move(organization_id), std::move(domain_id)}, {},
                 std::forward<Token>(token));
  }

  /// Takes it as proved that the organization owns the domain. facts 3.1
  [[nodiscard]] Result<OrganizationDomain> verify_organization_domain_ownership(std::string_view organization_id,
                                                                                std::string_view domain_id,
                                                                                const CallOptions& options = {}) const;
  template <class Token>
  auto async_verify_organization_domain_ownership(std::string organization_id, std::string domain_id,
                                                  CallOptions options, Token&& token) const {
    return start(operations::VerifyOrganizationDomainOwnership{std::move(organization_id), std::move(domain_id)},
                 std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_verify_organization_domain_ownership(std::string organization_id, std::string domain_id,
                                                  Token&& token) const {
    return start(operations::VerifyOrganizationDomainOwnership{std::move(organization_id), std::move(domain_id)}, {},
                 std::forward<Token>(token));
  }

  /// A page of the domains of all organizations, the newest first. `clerk::Pager` walks all pages. facts 3.1
  [[nodiscard]] Result<OrganizationDomains> list_all_organization_domains(
      const ListAllOrganizationDomainsRequest& request = {}, const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_all_organization_domains(ListAllOrganizationDomainsRequest request, CallOptions options,
                                           Token&& token) const {
    return start(operations::ListAllOrganizationDomains{std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_all_organization_domains(ListAllOrganizationDomainsRequest request, Token&& token) const {
    return start(operations::ListAllOrganizationDomains{std::move(request)}, {}, std::forward<Token>(token));
  }

 private:
  template <class Operation, class Token>
  auto start(Operation operation, CallOptions options, Token&& token) const {
    return detail::async_entry<Operation, Token>::start(api_client_, std::move(operation), std::move(options),
                                                        std::forward<Token>(token));
  }

  ApiClient api_client_;
};

}  // namespace clerk
