#pragma once

#include "server/rules/refusal.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clerk::server::rules {

/// What is kept of a password: a digest, and the hasher that reads it, both as the API names them.
struct PasswordDigest {
  std::string hasher{};
  std::string digest{};

  friend bool operator==(const PasswordDigest&, const PasswordDigest&) = default;
};

/// Hashes a password by argon2id; slow on purpose. The salt is 16 random bytes of the caller's.
[[nodiscard]] PasswordDigest hash_password(std::string_view password, std::string_view salt);

/// Why a digest that a caller brings cannot be kept: an unknown hasher, one whose digests clerkd cannot verify, or a
/// digest that is none of the hasher's. Nothing if it can.
[[nodiscard]] std::optional<Refusal> refuse_digest(const PasswordDigest& digest);

/// Whether it is the password of the digest; slow on purpose, and in constant time once derived.
[[nodiscard]] bool verify_password(std::string_view password, const PasswordDigest& digest);

}  // namespace clerk::server::rules
