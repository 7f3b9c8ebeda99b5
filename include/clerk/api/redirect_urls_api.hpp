#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/redirect_urls.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// Where a sign-in in a native application may lead back to. Each method makes one call; its `async_` twin takes a
/// completion token and completes with `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT RedirectURLsApi {
 public:
  explicit RedirectURLsApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// A page of the redirect URLs; `clerk::Pager` walks all pages. facts 3.2
  [[nodiscard]] Result<RedirectURLs> list_redirect_urls(const ListRedirectURLsRequest& request = {},
                                                        const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_redirect_urls(ListRedirectURLsRequest request, CallOptions options, Token&& token) const {
    return start(operations::ListRedirectURLs{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_redirect_urls(ListRedirectURLsRequest request, Token&& token) const {
    return start(operations::ListRedirectURLs{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Allows a URL to be led back to. Never sent twice. facts 3.2
  [[nodiscard]] Result<RedirectURL> create_redirect_url(const CreateRedirectURLRequest& request,
                                                        const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_redirect_url(CreateRedirectURLRequest request, CallOptions options, Token&& token) const {
    return start(operations::CreateRedirectURL{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_redirect_url(CreateRedirectURLRequest request, Token&& token) const {
    return start(operations::CreateRedirectURL{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// One redirect URL. facts 3.2
  [[nodiscard]] Result<RedirectURL> get_redirect_url(std::string_view id, const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_redirect_url(std::string id, CallOptions options, Token&& token) const {
    return start(operations::GetRedirectURL{std::move(id)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_redirect_url(std::string id, Token&& token) const {
    return start(operations::GetRedirectURL{std::move(id)}, {}, std::forward<Token>(token));
  }

  /// Allows a URL no longer. facts 3.2
  [[nodiscard]] Result<DeletedObject> delete_redirect_url(std::string_view id, const CallOptions& options = {}) const;
  template <class Token>
  auto async_delete_redirect_url(std::string id, CallOptions options, Token&& token) const {
    return start(operations::DeleteRedirectURL{std::move(id)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_delete_redirect_url(std::string id, Token&& token) const {
    return start(operations::DeleteRedirectURL{std::move(id)}, {}, std::forward<Token>(token));
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
