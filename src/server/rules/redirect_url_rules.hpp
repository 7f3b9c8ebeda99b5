#pragma once

#include "server/rules/call.hpp"

#include <clerk/contract/redirect_urls.hpp>

namespace clerk::server::rules {

// Where a sign-in in a native application may lead back to. facts 3.2

[[nodiscard]] Judged<RedirectURLs> read(const operations::ListRedirectURLs& operation, Call& call,
                                        store::Transaction& transaction);
[[nodiscard]] Judged<RedirectURL> apply(const operations::CreateRedirectURL& operation, Call& call,
                                        store::Transaction& transaction);
[[nodiscard]] Judged<RedirectURL> read(const operations::GetRedirectURL& operation, Call& call,
                                       store::Transaction& transaction);
[[nodiscard]] Judged<DeletedObject> apply(const operations::DeleteRedirectURL& operation, Call& call,
                                          store::Transaction& transaction);

}  // namespace clerk::server::rules
