#pragma once

#include "server/rules/call.hpp"

#include <clerk/contract/jwt_templates.hpp>

namespace clerk::server::rules {

// Templates of tokens with claims of one's own. facts 3.1

[[nodiscard]] Judged<JWTTemplates> read(const operations::ListJWTTemplates& operation, Call& call,
                                        store::Transaction& transaction);
[[nodiscard]] Judged<JWTTemplate> apply(const operations::CreateJWTTemplate& operation, Call& call,
                                        store::Transaction& transaction);
[[nodiscard]] Judged<JWTTemplate> read(const operations::GetJWTTemplate& operation, Call& call,
                                       store::Transaction& transaction);
[[nodiscard]] Judged<JWTTemplate> apply(const operations::UpdateJWTTemplate& operation, Call& call,
                                        store::Transaction& transaction);
[[nodiscard]] Judged<DeletedObject> apply(const operations::DeleteJWTTemplate& operation, Call& call,
                                          store::Transaction& transaction);

}  // namespace clerk::server::rules
