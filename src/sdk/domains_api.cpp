#include "sdk/value_of.hpp"

#include <clerk/api/domains_api.hpp>

namespace clerk {

using sdk::value_of;

Result<Domains> DomainsApi::list_domains(const CallOptions& options) const {
  return value_of(api_client_.send(operations::ListDomains{}, options));
}

Result<Domain> DomainsApi::add_domain(const AddDomainRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::AddDomain{request}, options));
}

Result<Domain> DomainsApi::update_domain(std::string_view domain_id, const UpdateDomainRequest& request,
                                         const CallOptions& options) const {
  return value_of(api_client_.send(operations::UpdateDomain{std::string{domain_id}, request}, options));
}

Result<DeletedObject> DomainsApi::delete_domain(std::string_view domain_id, const CallOptions& options) const {
  return value_of(api_client_.send(operations::DeleteDomain{std::string{domain_id}}, options));
}

}  // namespace clerk
