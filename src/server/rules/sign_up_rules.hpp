#pragma once

#include "server/rules/call.hpp"
#include "server/rules/sign_up_tool.hpp"
#include "server/rules/user_passwords.hpp"

namespace clerk::server::rules {

// Signing up, and what is kept of it. facts 3.2, 3.3

[[nodiscard]] PreparedPassword prepare(const tools::MakeSignUp& operation, const Call& call, const Look& look);
[[nodiscard]] bool has_slow_work(const tools::SignUpRequest& request);
[[nodiscard]] Judged<tools::SignUpResult> apply(const tools::MakeSignUp& operation, Call& call,
                                                store::Transaction& transaction, const PreparedPassword& password);

[[nodiscard]] Judged<SignUp> read(const operations::GetSignUp& operation, Call& call, store::Transaction& transaction);
[[nodiscard]] Judged<SignUp> apply(const operations::UpdateSignUp& operation, Call& call,
                                   store::Transaction& transaction);

}  // namespace clerk::server::rules
