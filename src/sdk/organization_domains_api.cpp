#include "sdk/value_of.hpp"

#include <clerk/api/organization_domains_api.hpp>

namespace clerk {

using sdk::value_of;

Result<OrganizationDomain> OrganizationDomainsApi::create_organization_domain(
    std::string_view organization_id, const CreateOrganizationDomainRequest& request,
    const CallOptions& options) const {
  return value_of(
      api_client_.send(operations::CreateOrganizationDomain{std::string{organization_id}, request}, options));
}

Result<OrganizationDomains> OrganizationDomainsApi::list_organization_domains(
    std::string_view organization_id, const ListOrganizationDomainsRequest& request, const CallOptions& options) const {
  return value_of(
      api_client_.send(operations::ListOrganizationDomains{std::string{organization_id}, request}, options));
}

Result<OrganizationDomain> OrganizationDomainsApi::update_organization_domain(
    std::string_view organization_id, std::string_view domain_id, const UpdateOrganizationDomainRequest& request,
    const CallOptions& options) const {
  return value_of(api_client_.send(
      operations::UpdateOrganizationDomain{std::string{organization_id}, std::string{domain_id}, request}, options));
}

Result<DeletedObject> OrganizationDomainsApi::delete_organization_domain(std::string_view organization_id,
                                                                         std::string_view domain_id,
                                                                         const CallOptions& options) const {
  return value_of(api_client_.send(
      operations::DeleteOrganizationDomain{std::string{organization_id}, std::string{domain_id}}, options));
}

Result<OrganizationDomain> OrganizationDomainsApi::verify_organization_domain_ownership(
    std::string_view organization_id, std::string_view domain_id, const CallOptions& options) const {
  return value_of(api_client_.send(
      operations::VerifyOrganizationDomainOwnership{std::string{organization_id}, std::string{domain_id}}, options));
}

Result<OrganizationDomains> OrganizationDomainsApi::list_all_organization_domains(
    const ListAllOrganizationDomainsRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::ListAllOrganizationDomains{request}, options));
}

}  // namespace clerk
