#pragma once

#include "server/rules/call.hpp"
#include "server/rules/identifier.hpp"
#include "server/rules/password_digest.hpp"
#include "server/store/user_document.hpp"

#include <clerk/contract/password_hasher.hpp>
#include <clerk/contract/patch.hpp>

#include <concepts>
#include <optional>
#include <span>
#include <string>

namespace clerk::server::rules {

/// A request that may set a password.
template <class Request>
concept SetsPassword = requires(const Request& request) {
  { request.password } -> std::convertible_to<const Patch<std::string>&>;
  { request.password_digest } -> std::convertible_to<const Patch<std::string>&>;
  { request.password_hasher } -> std::convertible_to<const Patch<PasswordHasher>&>;
  { request.skip_password_checks } -> std::convertible_to<const Patch<bool>&>;
};

/// What a request says of the password, whatever request it is.
struct PasswordWish {
  std::optional<std::string> password{};
  std::optional<std::string> digest{};
  std::optional<std::string> hasher{};
  bool skip_checks{};

  template <SetsPassword Request>
  static PasswordWish of(const Request& request);
};

/// The digest of a wished password, which takes too long to make in a transaction.
struct PreparedPassword {
  std::optional<PasswordDigest> digest{};
};

/// Why the password of an account with these identifiers can't be that. facts 3.2, 4.3
[[nodiscard]] Refusals judge_password(const PasswordWish& wish, std::span<const Identifier> identifiers,
                                      const store::InstanceState& instance);

/// Makes the digest of a password, if there is one.
[[nodiscard]] PreparedPassword prepare_password(const PasswordWish& wish, const Call& call);

/// Puts the password into the document. \return whether there is a new one
bool set_password(const PasswordWish& wish, const PreparedPassword& prepared, const Call& call,
                  store::UserDocument& document);

template <class T>
std::optional<T> value_in(const Patch<T>& patch) {
  return patch.has_value() ? std::optional<T>{*patch} : std::nullopt;
}

template <SetsPassword Request>
PasswordWish PasswordWish::of(const Request& request) {
  PasswordWish wish{.password = value_in(request.password),
                    .digest = value_in(request.password_digest),
                    .skip_checks = request.skip_password_checks.value_or(false)};
  if (request.password_hasher.has_value()) wish.hasher = request.password_hasher->text();
  return wish;
}

/// Only hashing is slow.
[[nodiscard]] bool has_slow_work(const SetsPassword auto& request) { return request.password.has_value(); }

}  // namespace clerk::server::rules
