#include "sdk/value_of.hpp"

#include <clerk/api/redirect_urls_api.hpp>

namespace clerk {

using sdk::value_of;

Result<RedirectURLs> RedirectURLsApi::list_redirect_urls(const ListRedirectURLsRequest& request,
                                                         const CallOptions& options) const {
  return value_of(api_client_.send(operations::ListRedirectURLs{request}, options));
}

Result<RedirectURL> RedirectURLsApi::create_redirect_url(const CreateRedirectURLRequest& request,
                                                         const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateRedirectURL{request}, options));
}

Result<RedirectURL> RedirectURLsApi::get_redirect_url(std::string_view id, const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetRedirectURL{std::string{id}}, options));
}

Result<DeletedObject> RedirectURLsApi::delete_redirect_url(std::string_view id, const CallOptions& options) const {
  return value_of(api_client_.send(operations::DeleteRedirectURL{std::string{id}}, options));
}

}  // namespace clerk
