#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/domains.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// The primary domain of an instance and its satellites. Each method makes one call; its `async_` twin takes a
/// completion token and completes with `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT DomainsApi {
 public:
  explicit DomainsApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// All domains of the instance. facts 3.2
  [[nodiscard]] Result<Domains> list_domains(const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_domains(CallOptions options, Token&& token) const {
    return start(operations::ListDomains{}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_domains(Token&& token) const {
    return start(operations::ListDomains{}, {}, std::forward<Token>(token));
  }

  /// Adds a satellite domain. Never sent twice. facts 3.2
  [[nodiscard]] Result<Domain> add_domain(const AddDomainRequest& request, const CallOptions& options = {}) const;
  template <class Token>
  auto async_add_domain(AddDomainRequest request, CallOptions options, Token&& token) const {
    return start(operations::AddDomain{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_add_domain(AddDomainRequest request, Token&& token) const {
    return start(operations::AddDomain{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Changes a domain; what the request leaves out stays as it is. facts 3.2
  [[nodiscard]] Result<Domain> update_domain(std::string_view domain_id, const UpdateDomainRequest& request = {},
                                             const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_domain(std::string domain_id, UpdateDomainRequest request, CallOptions options,
                           Token&& token) const {
    return start(operations::UpdateDomain{std::move(domain_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_domain(std::string domain_id, UpdateDomainRequest request, Token&& token) const {
    return start(operations::UpdateDomain{std::move(domain_id), std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Takes a satellite domain from the instance. facts 3.3
  [[nodiscard]] Result<DeletedObject> delete_domain(std::string_view domain_id, const CallOptions& options = {}) const;
  template <class Token>
  auto async_delete_domain(std::string domain_id, CallOptions options, Token&& token) const {
    return start(operations::DeleteDomain{std::move(domain_id)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_delete_domain(std::string domain_id, Token&& token) const {
    return start(operations::DeleteDomain{std::move(domain_id)}, {}, std::forward<Token>(token));
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
