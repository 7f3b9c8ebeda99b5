#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace clerk::server::rules {

/// A digest that was read: what it should be and how to come there from a password.
struct Derivation {
  std::string expected{};
  /// Empty where a password cannot be the right one or cannot be derived.
  std::function<std::string(std::string_view password)> derive;
};

/// Reads a digest of one hasher; nothing if it has another form, or asks for more work than a sign-in may take.
using DigestReader = std::optional<Derivation> (*)(std::string_view digest);

// Hashers made for passwords: they take time and memory.
[[nodiscard]] std::optional<Derivation> read_argon2i(std::string_view digest);
[[nodiscard]] std::optional<Derivation> read_argon2id(std::string_view digest);
[[nodiscard]] std::optional<Derivation> read_bcrypt(std::string_view digest);
[[nodiscard]] std::optional<Derivation> read_bcrypt_sha256_django(std::string_view digest);
[[nodiscard]] std::optional<Derivation> read_pbkdf2_sha1(std::string_view digest);
[[nodiscard]] std::optional<Derivation> read_pbkdf2_sha256(std::string_view digest);
[[nodiscard]] std::optional<Derivation> read_pbkdf2_sha256_django(std::string_view digest);
[[nodiscard]] std::optional<Derivation> read_pbkdf2_sha512(std::string_view digest);
[[nodiscard]] std::optional<Derivation> read_pbkdf2_sha512_hex(std::string_view digest);
[[nodiscard]] std::optional<Derivation> read_scrypt_firebase(std::string_view digest);
[[nodiscard]] std::optional<Derivation> read_scrypt_werkzeug(std::string_view digest);

// Plain hash functions, once or in a loop.
[[nodiscard]] std::optional<Derivation> read_md5(std::string_view digest);
[[nodiscard]] std::optional<Derivation> read_sha256(std::string_view digest);
[[nodiscard]] std::optional<Derivation> read_ldap_ssha(std::string_view digest);
[[nodiscard]] std::optional<Derivation> read_sha512_symfony(std::string_view digest);
[[nodiscard]] std::optional<Derivation> read_phpass(std::string_view digest);

/// The bytes of a hash function that OpenSSL knows by that name.
[[nodiscard]] std::string hash(const char* algorithm, std::string_view bytes);

}  // namespace clerk::server::rules
