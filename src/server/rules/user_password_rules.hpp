#pragma once

#include "server/rules/call.hpp"

#include <clerk/contract/user_passwords.hpp>

#include <optional>
#include <string>

namespace clerk::server::rules {

// A user's password: tried, or marked as known to others. facts 3.1

/// What came of trying a password against the digest that there was.
struct TriedPassword {
  std::optional<std::string> digest{};
  bool is_right{};
};

[[nodiscard]] TriedPassword prepare(const operations::VerifyPassword& operation, const Call& call, const Look& look);
[[nodiscard]] Judged<PasswordVerification> apply(const operations::VerifyPassword& operation, Call& call,
                                                 store::Transaction& transaction, const TriedPassword& tried);

[[nodiscard]] Judged<User> apply(const operations::SetUserPasswordCompromised& operation, Call& call,
                                 store::Transaction& transaction);
[[nodiscard]] Judged<User> apply(const operations::UnsetUserPasswordCompromised& operation, Call& call,
                                 store::Transaction& transaction);

}  // namespace clerk::server::rules
