#include "server/rules/user_passwords.hpp"

#include "server/rules/password_policy.hpp"

#include <cstddef>
#include <stdexcept>

namespace clerk::server::rules {

namespace {

constexpr std::size_t salt_bytes = 16;

Refusals judge_digest(const PasswordWish& wish) {
  if (wish.password) {
    return {{.definition = &error_definition("form_param_value_conflict"),
             .param = "password_digest",
             .expected = "password"}};
  }
  if (!wish.hasher) {
    return {{.definition = &error_definition("form_conditional_param_missing"),
             .param = "password_hasher",
             .expected = "password_digest"}};
  }
  auto refusal = refuse_digest({.hasher = *wish.hasher, .digest = *wish.digest});
  return refusal ? Refusals{*std::move(refusal)} : Refusals{};
}

}  // namespace

Refusals judge_password(const PasswordWish& wish, std::span<const Identifier> identifiers,
                        const store::InstanceState& instance) {
  if (wish.digest) return judge_digest(wish);
  if (!wish.password || wish.skip_checks) return {};
  return judge_password(*wish.password, "password", identifiers, instance.settings, BreachedPasswords::built_in());
}

PreparedPassword prepare_password(const PasswordWish& wish, const Call& call) {
  // Of one that will be refused too: what refuses it, a setting, may change until it is judged.
  if (!wish.password) return {};
  return {.digest = hash_password(*wish.password, call.random_bytes(salt_bytes))};
}

bool set_password(const PasswordWish& wish, const PreparedPassword& prepared, const Call& call,
                  store::UserDocument& document) {
  if (!wish.password && !wish.digest) return false;
  if (wish.password && !prepared.digest) throw std::logic_error{"a password was not hashed"};
  document.password_digest = wish.password ? prepared.digest->digest : *wish.digest;
  document.password_hasher = wish.password ? prepared.digest->hasher : *wish.hasher;
  document.password_last_updated_at = call.now;
  document.requires_password_reset = false;
  return true;
}

}  // namespace clerk::server::rules
